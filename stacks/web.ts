import { existsSync } from "node:fs";
import { exporting } from "./exporting.ts";
import { type Ground, lambda } from "./functions.ts";
import { nameOf } from "./place.ts";
import { signIn } from "./signIn.ts";

/** One function behind an HTTP API. It serves every route; who may what is decided in it, route by route. */
export function web(ground: Ground, archive: aws.s3.Bucket) {
  const { stage, key } = ground;
  checkAssets();
  const api = new aws.apigatewayv2.Api("Api", {
    name: nameOf("web"),
    protocolType: "HTTP",
    disableExecuteApiEndpoint: stage.domain !== undefined,
  });
  const ways = signIn(ground);
  const exports = exporting(ground, archive).site;
  const site = lambda("site", ground, {
    handler: "packages/web/src/lambda.handler",
    timeoutSeconds: 29,
    memoryMb: 1024,
    environment: {
      BUREAU_NAME: stage.bureau,
      LANGUAGES: stage.languages.join(","),
      ASSETS_DIR: "/var/task/assets",
      PUBLIC_URL: stage.domain ? `https://${stage.domain.name}` : api.apiEndpoint,
      ...(stage.securityContact !== undefined && { SECURITY_CONTACT: stage.securityContact }),
      ...ways.environment,
      ...exports.environment,
    },
    services: [...(ways.services ?? []), ...(exports.services ?? [])],
    copyFiles: [{ from: assets, to: "assets" }],
  });
  const integration = new aws.apigatewayv2.Integration("ApiIntegration", {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationUri: site.arn,
    payloadFormatVersion: "2.0",
  });
  new aws.apigatewayv2.Route("ApiRoute", {
    apiId: api.id,
    routeKey: "$default",
    target: $interpolate`integrations/${integration.id}`,
  });
  new aws.lambda.Permission("ApiMayCall", {
    action: "lambda:InvokeFunction",
    function: site.name,
    principal: "apigateway.amazonaws.com",
    sourceArn: $interpolate`${api.executionArn}/*`,
  });
  const published = new aws.apigatewayv2.Stage("ApiStage", {
    apiId: api.id,
    name: "$default",
    autoDeploy: true,
    defaultRouteSettings: { throttlingBurstLimit: 200, throttlingRateLimit: 100 },
    accessLogSettings: { destinationArn: accessLog(stage, key).arn, format: JSON.stringify(accessLine) },
  });
  return { site, api, url: addressOf(ground, api, published) };
}

/** Style sheet, script and icon travel in the function's bundle; `npm run deploy` builds them before. */
const assets = "packages/web/build";

function checkAssets(): void {
  if (!existsSync(`${assets}/manifest.json`)) throw new Error("No built assets: deploy with npm run deploy");
}

/** No address, no path and no agent: a path holds service numbers. */
const accessLine = {
  requestId: "$context.requestId",
  method: "$context.httpMethod",
  status: "$context.status",
  bytes: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  integrationError: "$context.integrationErrorMessage",
};

function accessLog({ logDays }: Ground["stage"], key: aws.kms.Key) {
  return new aws.cloudwatch.LogGroup("ApiLog", {
    name: `/aws/vendedlogs/http/${nameOf("web")}`,
    retentionInDays: logDays,
    kmsKeyId: key.arn,
  });
}

function addressOf({ stage }: Ground, api: aws.apigatewayv2.Api, published: aws.apigatewayv2.Stage) {
  if (!stage.domain) return api.apiEndpoint;
  const { name, certificateArn } = stage.domain;
  const domain = new aws.apigatewayv2.DomainName("ApiDomain", {
    domainName: name,
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
  });
  new aws.apigatewayv2.ApiMapping("ApiMapping", {
    apiId: api.id,
    domainName: domain.id,
    stage: published.id,
  });
  return $output(`https://${name}`);
}
