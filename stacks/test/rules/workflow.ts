import { definitions, type TaskName } from "@dunmiao/workflow/handlers";
import { grants } from "../../grants.ts";
import type { Synth } from "../synth/synthesize.ts";
import { all, must, nameIn, one, type Rules, roleOf, same } from "./look.ts";

const machineNames = [
  "progress",
  "daily-sweep",
  "import-cohort",
  "recount-calendar",
  "close-day",
  "export-audit",
  "verify-records",
] as const;
const type = "sfn/stateMachine:StateMachine";

export const workflowRules: Rules = {
  "the machines are those of the workflow package, over the functions of this stage": (synth) => {
    const wanted = definitions(arnsOfTasks(synth));
    return [
      ...same(
        "machines",
        all(synth, type)
          .map(({ inputs }) => String(inputs.name))
          .toSorted(),
        namesIn(synth),
      ),
      ...machineNames.flatMap((name) =>
        must(
          JSON.stringify(JSON.parse(machine(synth, name).definition)) === JSON.stringify(wanted[name]),
          `${name} is another definition`,
        ),
      ),
    ];
  },
  "a machine may call its own tasks and nothing else": (synth) =>
    machineNames.flatMap((name) => {
      const called = [...machine(synth, name).definition.matchAll(/"Resource":"([^"]+)"/g)].map(
        ([, arn]) => arn,
      );
      const { statements } = roleOf(synth, `${name}-machine`);
      const allowed = statements.filter(({ Action }) => Action.includes("lambda:InvokeFunction"));
      return same(
        `functions that ${name} may call`,
        allowed.flatMap(({ Resource }) => Resource).toSorted(),
        [...new Set(called.map(String))].toSorted(),
      );
    }),
  "logs of machines hold errors, no data": (synth) =>
    machineNames.flatMap((name) => {
      const { level, includeExecutionData, logDestination } = machine(synth, name).loggingConfiguration;
      return [
        ...same(`log of ${name}`, [level, includeExecutionData], ["ERROR", false]),
        ...must(logDestination.endsWith(":*"), `${name} logs to ${logDestination}`),
      ];
    }),
  "machines are standard ones without tracing": (synth) =>
    machineNames.flatMap((name) => {
      const { type: kind, tracingConfiguration } = machine(synth, name);
      return [...same(`kind of ${name}`, kind, "STANDARD"), ...must(!tracingConfiguration, `${name} traces`)];
    }),
  "the sweep starts every day at 06:00 in Shanghai, with nothing of the event in it": (synth) => {
    const rule = one(synth, "cloudwatch/eventRule:EventRule").inputs;
    const target = one(synth, "cloudwatch/eventTarget:EventTarget").inputs;
    const sweep = arnOf(synth, "states", `stateMachine:${nameIn(synth, "daily-sweep")}`);
    const { statements } = roleOf(synth, "schedule");
    return [
      ...same("schedule", rule.scheduleExpression, "cron(0 22 * * ? *)"),
      ...must(rule.state !== "DISABLED" && rule.isEnabled !== false, "the rule is off"),
      ...same("target", [target.arn, target.input], [sweep, "{}"]),
      ...same("rights of the rule", statements, [
        { Effect: "Allow", Action: ["states:StartExecution"], Resource: [sweep] },
      ]),
    ];
  },
  "the stream's consumer reports single records, gives up in the end and tells a topic": (synth) => {
    const mapping = one(synth, "lambda/eventSourceMapping:EventSourceMapping").inputs;
    const table = arnOf(synth, "dynamodb", `table/${nameIn(synth, "records")}`);
    return [
      ...must(mapping.eventSourceArn.startsWith(`${table}/stream/`), "another stream"),
      ...same(
        "function",
        mapping.functionName,
        arnOf(synth, "lambda", `function:${nameIn(synth, "onEvent")}`),
      ),
      ...same("answers", mapping.functionResponseTypes, ["ReportBatchItemFailures"]),
      ...same("start", mapping.startingPosition, "TRIM_HORIZON"),
      ...same("bisect", mapping.bisectBatchOnFunctionError, true),
      ...must(mapping.maximumRetryAttempts >= 3 && mapping.maximumRetryAttempts <= 20, "retries without end"),
      ...must(mapping.maximumRecordAgeInSeconds > 0, "records are tried for ever"),
      ...same("failures go to", mapping.destinationConfig?.onFailure?.destinationArn, failedTopic(synth)),
      ...same("filter", JSON.parse(mapping.filterCriteria.filters[0].pattern), {
        dynamodb: { Keys: { sk: { S: ["RECORD"] } }, NewImage: { dueAt: { S: [{ exists: true }] } } },
      }),
    ];
  },
  "a failed record is kept in the queue and put on the to-do list": (synth) => {
    const queue = one(synth, "sqs/queue:Queue").inputs;
    const told = all(synth, "sns/topicSubscription:TopicSubscription")
      .filter(({ inputs }) => inputs.topic === failedTopic(synth))
      .map(({ inputs }) => `${inputs.protocol} ${inputs.endpoint} ${inputs.rawMessageDelivery ?? false}`);
    const call = one(synth, "lambda/permission:Permission", "FailedRecordsMayCall").inputs;
    return [
      ...same("told", told.toSorted(), [
        `lambda ${arnOf(synth, "lambda", `function:${nameIn(synth, "flagFailedRecords")}`)} false`,
        `sqs ${arnOf(synth, "sqs", queue.name)} true`,
      ]),
      ...must(queue.messageRetentionSeconds === 1_209_600, "messages end before two weeks"),
      ...same("caller", [call.principal, call.sourceArn], ["sns.amazonaws.com", failedTopic(synth)]),
    ];
  },
};

function namesIn(synth: Synth): string[] {
  return machineNames.map((name) => nameIn(synth, name)).toSorted();
}

function machine(synth: Synth, name: string) {
  const found = all(synth, type).find(({ inputs }) => inputs.name === nameIn(synth, name));
  if (!found) throw new Error(`no machine ${name}`);
  return found.inputs;
}

function failedTopic(synth: Synth): string {
  return arnOf(synth, "sns", nameIn(synth, "failed-records"));
}

export function arnOf({ place }: Synth, service: string, rest: string): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.account}:${rest}`;
}

/** The functions behind the tasks of the definitions. */
function arnsOfTasks(synth: Synth): Record<TaskName, string> {
  const names = Object.keys(grants);
  return Object.fromEntries(
    names.map((name) => [name, arnOf(synth, "lambda", `function:${nameIn(synth, name)}`)]),
  ) as Record<TaskName, string>;
}
