import { all, must, nameIn, one, type Rules, same } from "./look.ts";
import { arnOf } from "./workflow.ts";

const personal = /sourceIp|identity|userAgent|\.path|rawPath|authorizer|domainName/;

export const webRules: Rules = {
  "one route leads to the site, which decides who may what": (synth) => {
    const site = arnOf(synth, "lambda", `function:${nameIn(synth, "site")}`);
    const integration = one(synth, "apigatewayv2/integration:Integration").inputs;
    const route = one(synth, "apigatewayv2/route:Route").inputs;
    return [
      ...same("route", [route.routeKey, route.target], ["$default", "integrations/integration1"]),
      ...same("integration", [integration.integrationType, integration.integrationUri], ["AWS_PROXY", site]),
      ...same("payload", integration.payloadFormatVersion, "2.0"),
    ];
  },
  "the site is called by this API only, and by no other address": (synth) => {
    const call = one(synth, "lambda/permission:Permission", "ApiMayCall").inputs;
    return [
      ...same(
        "caller",
        [call.principal, call.sourceArn],
        ["apigateway.amazonaws.com", `${arnOf(synth, "execute-api", "a1b2c3d4e5")}/*`],
      ),
      ...must(all(synth, "lambda/functionUrl:FunctionUrl").length === 0, "a function URL"),
    ];
  },
  "other sites' scripts are not let in": (synth) =>
    must(one(synth, "apigatewayv2/api:Api").inputs.corsConfiguration === undefined, "CORS on the API"),
  "requests are limited and logged without personal data": (synth) => {
    const { defaultRouteSettings, accessLogSettings, autoDeploy } = one(
      synth,
      "apigatewayv2/stage:Stage",
    ).inputs;
    return [
      ...must(defaultRouteSettings?.throttlingRateLimit > 0, "no limit of requests"),
      ...must(accessLogSettings?.destinationArn.includes("/aws/vendedlogs/"), "no access log"),
      ...must(!personal.test(accessLogSettings?.format ?? ""), "personal data in the access log"),
      ...same("published", autoDeploy, true),
    ];
  },
  "functions run on Node 24 and arm64, with a log of their own": (synth) =>
    all(synth, "lambda/function:Function").flatMap(({ name, inputs }) => [
      ...same(`${name}: runtime`, [inputs.runtime, inputs.architectures], ["nodejs24.x", ["arm64"]]),
      ...same(`${name}: log`, inputs.loggingConfig, {
        logFormat: "JSON",
        logGroup: `/aws/lambda/${inputs.name}`,
      }),
      ...must(!inputs.tracingConfig, `${name} traces (no X-Ray in some regions)`),
    ]),
  "the environment holds names and no secret": (synth) => {
    const known =
      /^(TABLE_NAME|BUREAU_NAME|LANGUAGES|ASSETS_DIR|PUBLIC_URL|SECURITY_CONTACT|SIGN_IN_SECRET|OIDC_ISSUER|OIDC_CLIENT_ID|OIDC_SECOND_FACTOR_ACR|PASSPHRASES|MACHINE_ISSUER|MACHINE_AUDIENCE|MACHINE_JWKS_URI|WECOM_WEBHOOK_SECRET|PROGRESS_ARN|DAILY_SWEEP_ARN|IMPORT_COHORT_ARN|RECOUNT_CALENDAR_ARN|CLOSE_DAY_ARN|EXPORT_AUDIT_ARN|VERIFY_RECORDS_ARN|AUDIT_KEY|AUDIT_ORIGIN|ARCHIVE_BUCKET|VERIFIER_DIR|SST_RESOURCE_App|SST_KEY|SST_KEY_FILE)$/;
    return all(synth, "lambda/function:Function").flatMap(({ name, inputs }) =>
      Object.keys(inputs.environment.variables)
        .filter((each) => !known.test(each))
        .map((each) => `${name}: unknown variable ${each}`),
    );
  },
  "the site knows its table, its bureau and its assets": (synth) => {
    const { variables } = one(synth, "lambda/function:Function", "SiteFunction").inputs.environment;
    return [
      ...same("table", variables.TABLE_NAME, nameIn(synth, "records")),
      ...same("assets", variables.ASSETS_DIR, "/var/task/assets"),
      ...must(variables.BUREAU_NAME?.length > 0, "no bureau"),
      ...must(variables.LANGUAGES?.length > 0, "no languages"),
    ];
  },
  "a function that starts machines knows them": (synth) =>
    all(synth, "lambda/function:Function").flatMap(({ name, inputs }) =>
      Object.entries(inputs.environment.variables)
        .filter(([variable]) => variable.endsWith("_ARN"))
        .flatMap(([variable, arn]) => {
          const machine = variable.replace("_ARN", "").toLowerCase().replaceAll("_", "-");
          return same(
            `${name}: ${variable}`,
            arn,
            arnOf(synth, "states", `stateMachine:${nameIn(synth, machine)}`),
          );
        }),
    ),
};
