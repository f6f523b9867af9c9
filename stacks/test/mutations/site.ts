// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of the stacks, templates among them
import { type Mutation, mutation } from "./mutation.ts";

const siteRule = "the site is called by this API only, and by no other address";

/** Mistakes in the way to the site. */
export const siteMutations: readonly Mutation[] = [
  mutation(
    "the site has a function URL",
    "functions",
    ['runtime: "nodejs24.x",', 'runtime: "nodejs24.x",\n      url: true,'],
    siteRule,
  ),
  mutation(
    "any API may call the site",
    "web",
    ["sourceArn: $interpolate`${api.executionArn}/*`,", ""],
    siteRule,
  ),
  mutation(
    "CORS for everyone",
    "web",
    ['protocolType: "HTTP",', 'protocolType: "HTTP",\n    corsConfiguration: { allowOrigins: ["*"] },'],
    "other sites' scripts are not let in",
  ),
  mutation(
    "no limit of requests",
    "web",
    ["defaultRouteSettings: { throttlingBurstLimit: 200, throttlingRateLimit: 100 },", ""],
    "requests are limited and logged without personal data",
  ),
  mutation(
    "addresses of clients in the access log",
    "web",
    ['requestId: "$context.requestId"', 'ip: "$context.identity.sourceIp"'],
    "requests are limited and logged without personal data",
  ),
  mutation(
    "an old payload format",
    "web",
    ['payloadFormatVersion: "2.0"', 'payloadFormatVersion: "1.0"'],
    "one route leads to the site, which decides who may what",
  ),
  mutation(
    "a secret in the environment",
    "web",
    ["BUREAU_NAME: stage.bureau,", 'BUREAU_NAME: stage.bureau,\n      CLIENT_SECRET: "hush",'],
    "the environment holds names and no secret",
  ),
];
