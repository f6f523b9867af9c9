// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of the stacks, templates among them
import { type Mutation, mutation } from "./mutation.ts";

const grantRule = "a function may do what its grant says and what services need, nothing else";
const trustRule = "a role is taken by one service and by nobody else";
const tlsRule = "buckets, queues and topics refuse whoever comes without TLS";

/** Mistakes in who may what. */
export const accessMutations: readonly Mutation[] = [
  mutation(
    "what appends leaves may sign, too",
    "workflow",
    [
      'task("closePage", ground)',
      'task("closePage", ground, { services: [{ Effect: "Allow", Action: ["kms:Sign"], Resource: ground.key.arn }] })',
    ],
    "nothing but the closing of a day may sign, by a key that can do nothing else",
  ),
  mutation(
    "what signs heads may write exports, too",
    "signing",
    ["/anchors/*`,", "/*`,"],
    "nothing but the writing of exports may write one",
  ),
  mutation(
    "what appends leaves may scan the table, too",
    "grants",
    ['closePage: { table: ["GetItem",', 'closePage: { table: ["Scan", "GetItem",'],
    "nothing can update or delete, and nothing but the writing of exports can scan the table",
  ),
  mutation(
    "everybody may sign",
    "signing",
    ["Principal: { AWS: $interpolate`arn:${partition}:iam::${account}:root` }", 'Principal: { AWS: "*" }'],
    "nothing but the closing of a day may sign, by a key that can do nothing else",
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
    "nothing can update or delete, and nothing but the writing of exports can scan the table",
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
