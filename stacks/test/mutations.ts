// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of the stacks, templates among them
import type { Change } from "./synth/bundle.ts";

/** A seeded mistake in the stacks, and the rule that must find it. */
export type Mutation = { what: string; change: Change; killedBy: string };

const mutation = (what: string, file: string, [from, to]: [string, string], killedBy: string): Mutation => ({
  what,
  change: { file: `stacks/${file}.ts`, from, to },
  killedBy,
});

const grantRule = "a function may do what its grant says and what services need, nothing else";
const trustRule = "a role is taken by one service and by nobody else";
const watchRule = "what must be watched is watched";
const tlsRule = "buckets, queues and topics refuse whoever comes without TLS";
const siteRule = "the site is called by this API only, and by no other address";
const streamRule = "the stream's consumer reports single records, gives up in the end and tells a topic";

export const mutations: readonly Mutation[] = [
  mutation(
    "an index is dropped",
    "records",
    ["Object.entries(tableIndexes).map(", "Object.entries(tableIndexes).slice(1).map("],
    "the table has the indexes of the store, with their projections",
  ),
  mutation(
    "an index projects everything",
    "records",
    ['projectionType: "INCLUDE"', 'projectionType: "ALL"'],
    "the table has the indexes of the store, with their projections",
  ),
  mutation(
    "the sort key is lost",
    "records",
    ["rangeKey: table.rangeKey,", ""],
    "the table has the keys of the store",
  ),
  mutation(
    "the stream is off",
    "records",
    ["streamEnabled: true", "streamEnabled: false"],
    "the table streams new images and expires rows",
  ),
  mutation(
    "rows never expire",
    "records",
    ["attributeName: table.expiryAttribute", 'attributeName: "ttl"'],
    "the table streams new images and expires rows",
  ),
  mutation(
    "no point-in-time recovery",
    "records",
    ["pointInTimeRecovery: { enabled: true", "pointInTimeRecovery: { enabled: false"],
    "the table can be restored to any second of 35 days",
  ),
  mutation(
    "no deletion protection",
    "records",
    ["deletionProtectionEnabled: stage.isProduction", "deletionProtectionEnabled: false"],
    "what is kept in production cannot be deleted by a deployment",
  ),
  mutation(
    "the table is not protected",
    "records",
    ["{ protect: stage.isProduction }", "{ protect: false }"],
    "what is kept in production cannot be deleted by a deployment",
  ),
  mutation(
    "the table is under AWS's own key",
    "records",
    ["serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },", ""],
    "one customer key encrypts everything at rest",
  ),
  mutation(
    "the key does not turn",
    "encryption",
    ["enableKeyRotation: true", "enableKeyRotation: false"],
    "the key turns every year and is only for the account, its table, logs and topics",
  ),
  mutation(
    "any account uses the key",
    "encryption",
    ['"kms:CallerAccount": account,', ""],
    "the key turns every year and is only for the account, its table, logs and topics",
  ),
  mutation(
    "the archive is public",
    "archive",
    ["blockPublicPolicy: true", "blockPublicPolicy: false"],
    "the archive is closed to the public",
  ),
  mutation(
    "no object lock",
    "archive",
    ["objectLockEnabled: true", "objectLockEnabled: false"],
    "what is archived stays",
  ),
  mutation(
    "no versions in the archive",
    "archive",
    ['status: "Enabled" },\n  });', 'status: "Suspended" },\n  });'],
    "what is archived stays",
  ),
  mutation(
    "anchors are deleted after a while",
    "archive",
    ['transitions: [{ days: 90, storageClass: "STANDARD_IA" }]', "expiration: { days: 90 }"],
    "old exports end, anchors do not",
  ),
  mutation(
    "plain http to the archive",
    "archive",
    ['Statement: [denyWithoutTls("s3:*", resources)]', "Statement: []"],
    tlsRule,
  ),
  mutation(
    "plain http to the queue",
    "failedRecords",
    [', denyWithoutTls("sqs:*", queue.arn)]', "]"],
    tlsRule,
  ),
  mutation(
    "anybody may send to the queue",
    "failedRecords",
    ['Principal: { Service: "sns.amazonaws.com" }', 'Principal: "*"'],
    "queues and topics are open to one service or this account only",
  ),
  mutation(
    "roles trust the account's root",
    "policies",
    [
      "Principal: { Service: of.service }",
      'Principal: { Service: of.service, AWS: "arn:aws:iam::123456789012:root" }',
    ],
    trustRule,
  ),
  mutation(
    "functions may use every table",
    "functions",
    ["Action: onTable, Resource: table.arn", 'Action: onTable, Resource: "*"'],
    "a resource is exact, but for the named exceptions",
  ),
  mutation(
    "functions may do everything with the table",
    "functions",
    ["actions.map((action) => `dynamodb:${action}`)", 'actions.map(() => "dynamodb:*")'],
    "no action is a pattern",
  ),
  mutation(
    "functions may delete items",
    "functions",
    [
      "const onTable = actions.map((action) => `dynamodb:${action}`);",
      'const onTable = [...actions.map((action) => `dynamodb:${action}`), "dynamodb:DeleteItem"];',
    ],
    "nothing can update, delete or scan the table",
  ),
  mutation(
    "functions may use every index",
    "functions",
    ["/index/${index}`);", "/index/*`);"],
    "a resource is exact, but for the named exceptions",
  ),
  mutation(
    "functions may start every machine",
    "functions",
    ["Resource: starts.map(machineArn)", 'Resource: "*"'],
    "a resource is exact, but for the named exceptions",
  ),
  mutation(
    "the site starts executions",
    "functions",
    [
      "const grant: Grant = grants[name];",
      'const grant: Grant = { ...grants[name], ...(name === "site" && { starts: ["progress"] }) };',
    ],
    "the site cannot start executions",
  ),
  mutation(
    "functions write into any log",
    "policies",
    ["Resource: $interpolate`${group.arn}:*`", 'Resource: "*"'],
    grantRule,
  ),
  mutation(
    "a machine may call every function",
    "stateMachine",
    ["Resource: of.tasks.map(({ arn }) => arn)", 'Resource: "*"'],
    "a machine may call its own tasks and nothing else",
  ),
  mutation(
    "a machine misses the right to one task",
    "stateMachine",
    ["Resource: of.tasks.map(({ arn }) => arn)", "Resource: of.tasks.slice(1).map(({ arn }) => arn)"],
    "a machine may call its own tasks and nothing else",
  ),
  mutation(
    "logs of machines hold data",
    "stateMachine",
    ["includeExecutionData: false", "includeExecutionData: true"],
    "logs of machines hold errors, no data",
  ),
  mutation(
    "express machines",
    "stateMachine",
    ['type: "STANDARD"', 'type: "EXPRESS"'],
    "machines are standard ones without tracing",
  ),
  mutation(
    "two machines get each other's definition",
    "workflow",
    [
      'machine("import-cohort", importCohortTasks, importCohortDefinition)',
      'machine("import-cohort", importCohortTasks, recountCalendarDefinition)',
    ],
    "the machines are those of the workflow package, over the functions of this stage",
  ),
  mutation(
    "two tasks are swapped",
    "workflow",
    ["decide: tasks.decide.arn", "decide: tasks.takeStep.arn"],
    "the machines are those of the workflow package, over the functions of this stage",
  ),
  mutation(
    "the sweep runs at 06:00 UTC",
    "cron",
    ["const shanghaiAheadMinutes = 8 * 60;", "const shanghaiAheadMinutes = 0;"],
    "the sweep starts every day at 06:00 in Shanghai, with nothing of the event in it",
  ),
  mutation(
    "the event gets into the sweep",
    "schedule",
    ['input: "{}",', ""],
    "the sweep starts every day at 06:00 in Shanghai, with nothing of the event in it",
  ),
  mutation("a failed record stops the shard", "stream", ["maximumRetryAttempts: 8,", ""], streamRule),
  mutation(
    "the answers of the consumer are not read",
    "stream",
    ['functionResponseTypes: ["ReportBatchItemFailures"],', ""],
    streamRule,
  ),
  mutation(
    "failed records go nowhere",
    "stream",
    ["destinationConfig: { onFailure: { destinationArn: topic.arn } },", ""],
    streamRule,
  ),
  mutation(
    "failed records do not reach the to-do list",
    "failedRecords",
    ['protocol: "lambda",', 'protocol: "email",'],
    "a failed record is kept in the queue and put on the to-do list",
  ),
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
  mutation(
    "logs are kept for ever",
    "functions",
    ["retentionInDays: stage.logDays,", ""],
    "logs end, in production not before six months",
  ),
  mutation("an alarm is missing", "alarms", ["    ...ofStream(watched),\n", ""], watchRule),
  mutation(
    "alarms tell nobody",
    "alarm",
    ["alarmActions: [topic.arn],", ""],
    "every alarm tells the one topic",
  ),
  mutation(
    "a sweep that never ran is fine",
    "alarms",
    ['whenMissing: "breaching",', ""],
    "a missing sweep is an alarm, other silence is not",
  ),
  mutation(
    "an alarm after 26 periods of five minutes",
    "alarms",
    [", hourSeconds),", "),"],
    "hours without a sweep are hours",
  ),
  mutation(
    "the partition is written",
    "functions",
    ["`arn:${partition}:states:", "`arn:aws-us-gov:states:"],
    grantRule,
  ),
  mutation(
    "one role for all functions",
    "functions",
    ["role: role.arn,", "role: $interpolate`arn:${place().partition}:iam::1:role/shared`,"],
    "every function has a role of its own",
  ),
];
