import type { MachineName } from "@dunmiao/workflow/deps";
import { type FunctionName, type Grant, grants } from "./grants.ts";
import { nameOf, place } from "./place.ts";
import { logging, type Statement, serviceRole } from "./policies.ts";
import type { Settings } from "./settings.ts";

/** What every function is made with. */
export type Ground = { stage: Settings; key: aws.kms.Key; table: aws.dynamodb.Table };

type Environment = Record<string, string | $util.Output<string>>;
/** What some functions have beside the table and the machines. */
export type Extra = {
  environment?: Environment;
  /** Rights beside those on the table and the machines: reviewed one by one. */
  services?: readonly Statement[];
  memoryMb?: number;
  copyFiles?: { from: string; to: string }[];
};
type Made = Extra & {
  handler: string;
  timeoutSeconds: number;
};

/** The variable that names each machine, as `packages/workflow/src/lambda/starting.ts` reads it. */
const machineVariables: Record<MachineName, string> = {
  progress: "PROGRESS_ARN",
  "daily-sweep": "DAILY_SWEEP_ARN",
  "import-cohort": "IMPORT_COHORT_ARN",
  "recount-calendar": "RECOUNT_CALENDAR_ARN",
  "close-day": "CLOSE_DAY_ARN",
  "export-audit": "EXPORT_AUDIT_ARN",
  "verify-records": "VERIFY_RECORDS_ARN",
};

/** One function with a log and a role of its own, which may do what `grants` says and nothing else. */
export function lambda(name: FunctionName, { stage, key, table }: Ground, made: Made) {
  const grant: Grant = grants[name];
  const log = new aws.cloudwatch.LogGroup(`${idOf(name)}Log`, {
    name: `/aws/lambda/${nameOf(name)}`,
    retentionInDays: stage.logDays,
    kmsKeyId: key.arn,
  });
  const statements = [
    logging(log),
    ...tableRights(grant, table),
    ...startRights(grant),
    ...(made.services ?? []),
  ];
  const { role, policy } = serviceRole(idOf(name), {
    name: nameOf(name),
    service: "lambda.amazonaws.com",
    statements,
  });
  const starts = (grant.starts ?? []).map((machine) => [machineVariables[machine], machineArn(machine)]);
  const environment: Environment = {
    ...(touchesTable(grant) && { TABLE_NAME: table.name }),
    ...Object.fromEntries(starts),
    ...made.environment,
  };
  return new sst.aws.Function(
    idOf(name),
    {
      name: nameOf(name),
      handler: made.handler,
      runtime: "nodejs24.x",
      architecture: "arm64",
      timeout: `${made.timeoutSeconds} seconds`,
      memory: `${made.memoryMb ?? 512} MB`,
      role: role.arn,
      logging: { logGroup: log.name, format: "json" },
      environment,
      nodejs: { format: "esm", minify: true, splitting: true, sourcemap: false },
      ...(made.copyFiles && { copyFiles: made.copyFiles }),
    },
    { dependsOn: policy },
  );
}
export type Lambda = ReturnType<typeof lambda>;

function idOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function touchesTable({ table, indexes }: Grant): boolean {
  return table !== undefined || indexes !== undefined;
}

function tableRights({ table: actions = [], indexes = [] }: Grant, table: aws.dynamodb.Table): Statement[] {
  const onTable = actions.map((action) => `dynamodb:${action}`);
  const onIndexes = indexes.map((index) => $interpolate`${table.arn}/index/${index}`);
  return [
    ...(onTable.length > 0 ? [{ Effect: "Allow" as const, Action: onTable, Resource: table.arn }] : []),
    ...(onIndexes.length > 0
      ? [{ Effect: "Allow" as const, Action: ["dynamodb:Query"], Resource: onIndexes }]
      : []),
  ];
}

function startRights({ starts = [] }: Grant): Statement[] {
  if (starts.length === 0) return [];
  return [
    { Effect: "Allow", Action: ["states:StartExecution"], Resource: starts.map(machineArn) },
    // A name that is taken says nothing of how its execution ended.
    { Effect: "Allow", Action: ["states:DescribeExecution"], Resource: starts.map(executionsArn) },
  ];
}

/** Known before the machine: its tasks need it, and it needs its tasks. */
function machineArn(machine: MachineName) {
  return statesArn(`stateMachine:${nameOf(machine)}`);
}

/** All executions of one machine: their names are those of records and days. */
function executionsArn(machine: MachineName) {
  return statesArn(`execution:${nameOf(machine)}:*`);
}

function statesArn(rest: string) {
  const { partition, region, account } = place();
  return $interpolate`arn:${partition}:states:${region}:${account}:${rest}`;
}
