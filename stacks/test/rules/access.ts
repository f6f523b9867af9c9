import { tableIndexes } from "@dunmiao/store/engine/table";
import { type FunctionName, type Grant, grants } from "../../grants.ts";
import {
  all,
  must,
  nameIn,
  one,
  type Rules,
  roleOf,
  roles,
  type Statement,
  same,
  statementsOf,
} from "./look.ts";
import { robotSecretIn } from "./robot.ts";
import { signInSecretIn } from "./signIn.ts";

const logDelivery = ["CreateLogDelivery", "GetLogDelivery", "UpdateLogDelivery", "DeleteLogDelivery"].concat(
  "ListLogDeliveries",
  "PutResourcePolicy",
  "DescribeResourcePolicies",
  "DescribeLogGroups",
);

/** The only actions on every resource, and why. */
export const wildcardResources: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    logDelivery.map((action) => [
      `logs:${action}`,
      "log delivery of state machines belongs to the account, not to a log",
    ]),
  ),
  "dynamodb:ListStreams": "Lambda asks for it before it reads a stream; IAM cannot limit it to one",
};

/** Rights that services need through a function's role, beside what its code calls: reviewed one by one. */
const serviceRights: Readonly<Record<string, readonly string[]>> = {
  every: ["logs:CreateLogStream", "logs:PutLogEvents"],
  onEvent: [
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
    "kms:Decrypt",
    "kms:GenerateDataKey",
    "sns:Publish",
  ],
  flagFailedRecords: ["dynamodb:GetRecords", "dynamodb:GetShardIterator"],
};

/** What signing the head of a day needs beside the table. */
function signingRights(synth: Parameters<typeof roles>[0]): string[] {
  const { partition, region, account } = synth.place;
  const key = (id: string) => `arn:${partition}:kms:${region}:${account}:key/${id}`;
  const archive = one(synth, "s3/bucket:Bucket").inputs.bucket;
  return [
    `kms:GenerateDataKey ${key("11111111-2222-3333-4444-555555555555")}`,
    `kms:GetPublicKey ${key("66666666-7777-8888-9999-000000000000")}`,
    `kms:Sign ${key("66666666-7777-8888-9999-000000000000")}`,
    `s3:PutObject arn:${partition}:s3:::${archive}/anchors/*`,
  ];
}

/** What audit exports need of the archive beside the table: their pieces, the file, and for the site the file to be read. */
function exportRights(synth: Parameters<typeof roles>[0], name: string): string[] {
  const { partition, region, account } = synth.place;
  const of = (action: string, path: string) =>
    `s3:${action} arn:${partition}:s3:::${one(synth, "s3/bucket:Bucket").inputs.bucket}/${path}`;
  const by = (action: string) =>
    `kms:${action} arn:${partition}:kms:${region}:${account}:key/11111111-2222-3333-4444-555555555555`;
  const rights: Readonly<Record<string, string[]>> = {
    exportPage: [
      of("PutObject", "export-pieces/*"),
      of("PutObjectRetention", "export-pieces/*"),
      by("GenerateDataKey"),
    ],
    sealExport: [
      of("GetObject", "export-pieces/*"),
      of("GetObject", "anchors/key.txt"),
      of("PutObject", "exports/*"),
      of("AbortMultipartUpload", "exports/*"),
      by("GenerateDataKey"),
      by("Decrypt"),
    ],
    verifyPage: [of("GetObject", "anchors/*.txt"), by("Decrypt")],
    site: [of("GetObject", "exports/*"), by("Decrypt")],
  };
  return rights[name] ?? [];
}

/** What reading a secret needs: the site that of the sign-in, the step that tells that of the WeCom group. */
const secretRights = ["kms:Decrypt", "secretsmanager:GetSecretValue"];

export const accessRules: Rules = {
  "a role is taken by one service and by nobody else": (synth) =>
    roles(synth).flatMap(({ name, trust }) =>
      same(`trust of ${name}`, trust.length, 1).concat(
        trust.flatMap(({ Principal, Action }) => [
          ...same(`${name}: principals`, Object.keys(Principal), ["Service"]),
          ...must(typeof Principal.Service === "string", `${name}: several services`),
          ...same(`${name}: trust action`, Action, ["sts:AssumeRole"]),
        ]),
      ),
    ),
  "no action is a pattern": (synth) =>
    roles(synth).flatMap(({ name, statements }) =>
      statements.flatMap(({ Action }) =>
        Action.filter((action) => action.includes("*")).map((action) => `${name} may ${action}`),
      ),
    ),
  "a resource is exact, but for the named exceptions": (synth) =>
    roles(synth).flatMap(({ name, statements }) => statements.flatMap((each) => patternsOf(name, each))),
  "nothing can update or delete, and nothing but the writing of exports can scan the table": (synth) =>
    roles(synth).flatMap(({ name, statements }) =>
      statements
        .flatMap(({ Action }) => Action)
        .filter((action) =>
          /^dynamodb:(.*(Update|Delete|BatchWrite|PartiQL|Scan|Create|Restore|Import|Export))/.test(action),
        )
        // What writes exports reads everything.
        .filter((action) => !(action === "dynamodb:Scan" && name === nameIn(synth, "exportPage")))
        .map((action) => `${name} may ${action}`),
    ),
  "a function may do what its grant says and what services need, nothing else": (synth) =>
    Object.entries(grants).flatMap(([name, grant]) => {
      const { statements } = roleOf(synth, name);
      return same(`rights of ${name}`, rightsIn(statements), rightsOf(synth, name as FunctionName, grant));
    }),
  "no policy is attached from elsewhere": (synth) => [
    ...all(synth, "iam/rolePolicyAttachment:RolePolicyAttachment").map(
      ({ name }) => `${name} attaches a policy`,
    ),
    ...roles(synth).flatMap(({ name, inputs }) =>
      must(!inputs.managedPolicyArns && !inputs.inlinePolicies, `${name} has other policies`),
    ),
  ],
  "the site cannot start executions": (synth) =>
    roleOf(synth, "site")
      .statements.flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith("states:"))
      .map((action) => `the site may ${action}`),
  "nothing but the closing of a day may sign, by a key that can do nothing else": (synth) => {
    const { inputs } = one(synth, "kms/key:Key", "AuditKey");
    const signers = roles(synth).filter(({ statements }) =>
      statements.some(({ Action }) => Action.includes("kms:Sign")),
    );
    return [
      ...same(
        "signers",
        signers.map(({ name }) => name),
        [nameIn(synth, "signDay")],
      ),
      ...same(
        "key",
        [inputs.customerMasterKeySpec, inputs.keyUsage],
        ["ECC_NIST_EDWARDS25519", "SIGN_VERIFY"],
      ),
      ...must(inputs.deletionWindowInDays >= 30, "the signing key goes within a month"),
      ...statementsOf(inputs.policy).flatMap(({ Principal, Sid }) =>
        must(String(Principal.AWS).endsWith(`:iam::${synth.place.account}:root`), `${Sid} lets others sign`),
      ),
    ];
  },
  "nothing but the writing of exports may write one": (synth) => {
    const writers = roles(synth).filter(({ statements }) =>
      statements.some(
        ({ Action, Resource }) =>
          Action.some((action) => /^s3:(Put|Delete|Abort)/.test(action)) &&
          Resource.some((each) => !/\/(anchors|export-pieces)\/\*$/.test(each)),
      ),
    );
    return same(
      "writers of exports",
      writers.map(({ name }) => name),
      [nameIn(synth, "sealExport")],
    );
  },
  "every function has a role of its own": (synth) => {
    const taken = all(synth, "lambda/function:Function").map(({ inputs }) => String(inputs.role));
    return same("roles taken twice", taken.length - new Set(taken).size, 0);
  },
  "buckets, queues and topics refuse whoever comes without TLS": (synth) =>
    (
      ["s3/bucketPolicy:BucketPolicy", "sqs/queuePolicy:QueuePolicy", "sns/topicPolicy:TopicPolicy"] as const
    ).flatMap((type) =>
      all(synth, type).flatMap(({ name, inputs }) =>
        must(statementsOf(inputs.policy).some(refusesPlain), `${name} serves without TLS`),
      ),
    ),
  "queues and topics are open to one service or this account only": (synth) =>
    ["sqs/queuePolicy:QueuePolicy", "sns/topicPolicy:TopicPolicy"].flatMap((type) =>
      all(synth, type).flatMap(({ name, inputs }) =>
        statementsOf(inputs.policy)
          .filter(({ Effect }) => Effect === "Allow")
          .flatMap(({ Principal, Condition }) =>
            must(
              (Principal.Service && Condition) || Principal.AWS === synth.place.account,
              `${name} is open to ${JSON.stringify(Principal)}`,
            ),
          ),
      ),
    ),
};

function refusesPlain({ Effect, Principal, Condition }: Statement): boolean {
  return Effect === "Deny" && Principal === "*" && Condition?.Bool?.["aws:SecureTransport"] === "false";
}

function patternsOf(name: string, { Action, Resource }: Statement): string[] {
  const isLogStream = (resource: string) => /^arn:[\w-]+:logs:[^*]+:\*$/.test(resource);
  const isArchive = (resource: string) =>
    /^arn:[\w-]+:s3:::[^*]+\/(anchors|exports|export-pieces)\/\*(\.txt)?$/.test(resource);
  const isExecution = (resource: string) => /^arn:[\w-]+:states:[^*]+:execution:[^*:]+:\*$/.test(resource);
  if (
    !Resource.some(
      (each) => each.includes("*") && !isLogStream(each) && !isExecution(each) && !isArchive(each),
    )
  )
    return [];
  return Action.filter((action) => !(action in wildcardResources)).map(
    (action) => `${name}: ${action} on ${Resource.join()}`,
  );
}

function rightsIn(statements: Statement[]): string[] {
  return statements
    .flatMap(({ Action, Resource }) => Action.flatMap((a) => Resource.map((r) => `${a} ${r}`)))
    .toSorted();
}

function rightsOf(synth: Parameters<typeof roles>[0], name: FunctionName, grant: Grant): string[] {
  const { partition, region, account } = synth.place;
  const arn = (service: string, rest: string) => `arn:${partition}:${service}:${region}:${account}:${rest}`;
  const table = arn("dynamodb", `table/${nameIn(synth, "records")}`);
  const robot = robotSecretIn(synth);
  const secret = { takeStep: robot, signDay: robot, site: signInSecretIn(synth) }[String(name)];
  const services = [
    ...(serviceRights.every ?? []),
    ...(serviceRights[name] ?? []),
    ...(secret ? secretRights : []),
  ];
  const on: Record<string, string> = {
    logs: arn("logs", `log-group:/aws/lambda/${nameIn(synth, name)}:*`),
    dynamodb: `${table}/stream/2026-01-01T00:00:00.000`,
    kms: arn("kms", "key/11111111-2222-3333-4444-555555555555"),
    sns: arn("sns", nameIn(synth, "failed-records")),
    secretsmanager: secret ?? "no secret",
  };
  return [
    ...(grant.table ?? []).map((action) => `dynamodb:${action} ${table}`),
    ...(grant.indexes ?? [])
      .filter((index) => index in tableIndexes)
      .map((index) => `dynamodb:Query ${table}/index/${index}`),
    ...(grant.starts ?? []).map(
      (machine) => `states:StartExecution ${arn("states", `stateMachine:${nameIn(synth, machine)}`)}`,
    ),
    ...(grant.starts ?? []).map(
      (machine) => `states:DescribeExecution ${arn("states", `execution:${nameIn(synth, machine)}:*`)}`,
    ),
    ...(name === "signDay" ? signingRights(synth) : []),
    ...exportRights(synth, name),
    ...services.map(
      (action) => `${action} ${action in wildcardResources ? "*" : on[action.split(":")[0] ?? ""]}`,
    ),
  ].toSorted();
}
