/** Where a synth pretends to be deployed. */
export type Place = { partition: "aws" | "aws-cn"; region: string; account: string };

export const places = {
  global: { partition: "aws", region: "ap-southeast-1", account: "123456789012" },
  china: { partition: "aws-cn", region: "cn-north-1", account: "210987654321" },
} as const satisfies Record<string, Place>;

type Inputs = Record<string, string>;
type Known = { id: string; state: Inputs };

/** What AWS would answer about a new resource: an id, and the attributes that the program reads. */
export function createdBy(place: Place, type: string, name: string, inputs: Inputs): Known {
  const make = makers[type];
  if (!make) throw new Error(`the harness does not know ${type} (${name})`);
  const { id, ...attributes } = make(new Arns(place), { ...inputs, logical: name });
  return { id, state: { ...inputs, ...attributes } };
}

/** What a provider function answers; an unknown one fails loudly. */
export function answeredBy({ partition, region, account }: Place, token: string): Inputs {
  const dnsSuffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const answers: Record<string, Inputs> = {
    "aws:index/getPartition:getPartition": {
      id: partition,
      partition,
      dnsSuffix,
      reverseDnsPrefix: "com.amazonaws",
    },
    "aws:index/getRegion:getRegion": { id: region, region, name: region, description: region },
    "aws:index/getCallerIdentity:getCallerIdentity": { id: account, accountId: account, arn: "", userId: "" },
  };
  const answer = answers[token];
  if (!answer) throw new Error(`the harness does not answer ${token}`);
  return answer;
}

class Arns {
  readonly place: Place;
  constructor(place: Place) {
    this.place = place;
  }
  /** With region and account. */
  of(service: string, rest: string): string {
    return `arn:${this.place.partition}:${service}:${this.place.region}:${this.place.account}:${rest}`;
  }
  /** Without either, or with the account alone. */
  global(service: string, rest: string, account = ""): string {
    return `arn:${this.place.partition}:${service}::${account}:${rest}`;
  }
}

type Maker = (arns: Arns, inputs: Inputs & { logical: string }) => { id: string } & Inputs;

const plain: Maker = (_arns, { logical }) => ({ id: logical });

const makers: Readonly<Record<string, Maker>> = {
  "aws:kms/key:Key": (arns, { logical }) => {
    const keyId =
      logical === "Key" ? "11111111-2222-3333-4444-555555555555" : "66666666-7777-8888-9999-000000000000";
    return { id: keyId, keyId, arn: arns.of("kms", `key/${keyId}`) };
  },
  "aws:kms/alias:Alias": plain,
  "aws:secretsmanager/secret:Secret": (arns, { name }) => {
    const arn = arns.of("secretsmanager", `secret:${name}-AbCdEf`);
    return { id: arn, arn };
  },
  "aws:secretsmanager/secretVersion:SecretVersion": plain,
  "aws:dynamodb/table:Table": (arns, { name }) => {
    const arn = arns.of("dynamodb", `table/${name}`);
    return { id: String(name), arn, streamArn: `${arn}/stream/2026-01-01T00:00:00.000` };
  },
  "aws:s3/bucket:Bucket": (arns, { bucket }) => ({
    id: String(bucket),
    arn: arns.global("s3", String(bucket)),
  }),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": plain,
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": plain,
  "aws:s3/bucketVersioning:BucketVersioning": plain,
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": plain,
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": plain,
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": plain,
  "aws:s3/bucketPolicy:BucketPolicy": plain,
  "aws:s3/bucketObjectv2:BucketObjectv2": plain,
  "aws:cloudwatch/logGroup:LogGroup": (arns, { name }) => ({
    id: String(name),
    arn: arns.of("logs", `log-group:${name}`),
  }),
  "aws:iam/role:Role": (arns, { name, logical }) => {
    const known = name ?? logical;
    return { id: String(known), name: known, arn: arns.global("iam", `role/${known}`, arns.place.account) };
  },
  "aws:iam/rolePolicy:RolePolicy": plain,
  "aws:lambda/function:Function": (arns, { name }) => ({
    id: String(name),
    arn: arns.of("lambda", `function:${name}`),
  }),
  "aws:lambda/permission:Permission": plain,
  "aws:lambda/functionUrl:FunctionUrl": () => ({ id: "url", functionUrl: "https://url.invalid/" }),
  "aws:lambda/eventSourceMapping:EventSourceMapping": plain,
  "aws:sfn/stateMachine:StateMachine": (arns, { name }) => {
    const arn = arns.of("states", `stateMachine:${name}`);
    return { id: arn, arn };
  },
  "aws:cloudwatch/eventRule:EventRule": plain,
  "aws:cloudwatch/eventTarget:EventTarget": plain,
  "aws:cloudwatch/metricAlarm:MetricAlarm": plain,
  "aws:cloudwatch/dashboard:Dashboard": plain,
  "aws:sns/topic:Topic": (arns, { name }) => {
    const arn = arns.of("sns", String(name));
    return { id: arn, arn };
  },
  "aws:sns/topicPolicy:TopicPolicy": plain,
  "aws:sns/topicSubscription:TopicSubscription": plain,
  "aws:sqs/queue:Queue": (arns, { name }) => {
    const { region, account, partition } = arns.place;
    const suffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    const url = `https://sqs.${region}.${suffix}/${account}/${name}`;
    return { id: url, url, arn: arns.of("sqs", String(name)) };
  },
  "aws:sqs/queuePolicy:QueuePolicy": plain,
  "aws:apigatewayv2/api:Api": (arns) => {
    const id = "a1b2c3d4e5";
    const suffix = arns.place.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    const apiEndpoint = `https://${id}.execute-api.${arns.place.region}.${suffix}`;
    return { id, apiEndpoint, executionArn: arns.of("execute-api", id) };
  },
  "aws:apigatewayv2/integration:Integration": () => ({ id: "integration1" }),
  "aws:apigatewayv2/route:Route": plain,
  "aws:apigatewayv2/stage:Stage": plain,
  "aws:apigatewayv2/domainName:DomainName": plain,
  "aws:apigatewayv2/apiMapping:ApiMapping": plain,
  "random:index/randomBytes:RandomBytes": () => ({ id: "key", base64: "a2V5a2V5a2V5a2V5" }),
};
