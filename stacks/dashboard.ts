import { nameOf, place } from "./place.ts";
import type { Watched } from "./watched.ts";

type Text = string | $util.Output<string>;
type Line = readonly Text[];

/** What a person on duty looks at first: work done, work failed, how fast, what it costs. */
export function dashboard({ table, machines, functions, failed, api }: Watched): void {
  const ofMachines = (metric: string): Line[] =>
    Object.values(machines).map(({ arn }) => ["AWS/States", metric, "StateMachineArn", arn]);
  const ofFunctions = (metric: string, of = Object.values(functions)): Line[] =>
    of.map(({ name }) => ["AWS/Lambda", metric, "FunctionName", name]);
  // Nobody waits for the closing of a day or an export; the first fifty metrics are free.
  const {
    closePage: _c,
    signDay: _d,
    exportPage: _p,
    sealExport: _s,
    failExport: _f,
    ...waitedFor
  } = functions;
  const ofApi = (metric: string): Line[] => [["AWS/ApiGateway", metric, "ApiId", api.id]];
  const ofTable = (metric: string): Line[] => [["AWS/DynamoDB", metric, "TableName", table.name]];
  const queued: Line[] = [["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", failed.name]];
  const widgets = [
    widget("Executions that succeeded", "Sum", ofMachines("ExecutionsSucceeded")),
    widget("Executions that failed", "Sum", [
      ...ofMachines("ExecutionsFailed"),
      ...ofMachines("ExecutionsTimedOut"),
    ]),
    widget("Requests and failures", "Sum", [...ofApi("Count"), ...ofApi("4xx"), ...ofApi("5xx")]),
    widget("Latency, p99", "p99", ofApi("Latency")),
    widget("Errors of functions", "Sum", ofFunctions("Errors")),
    widget("Duration of functions, p99", "p99", ofFunctions("Duration", Object.values(waitedFor))),
    widget("Capacity units", "Sum", [
      ...ofTable("ConsumedReadCapacityUnits"),
      ...ofTable("ConsumedWriteCapacityUnits"),
    ]),
    widget("Failed stream records", "Maximum", queued),
  ];
  new aws.cloudwatch.Dashboard("Dashboard", {
    dashboardName: nameOf("overview"),
    dashboardBody: $jsonStringify({ widgets }),
  });
}

function widget(title: string, stat: string, metrics: readonly Line[]) {
  const { region } = place();
  return { type: "metric", width: 12, height: 6, properties: { title, stat, period: 300, region, metrics } };
}
