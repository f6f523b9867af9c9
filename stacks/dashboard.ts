import { nameOf, place } from "./place.ts";
import type { Watched } from "./watched.ts";

type Text = string | $util.Output<string>;
type Line = readonly Text[];

/** What a person on duty looks at first: work done, work failed, how fast, what it costs. */
export function dashboard({ table, machines, functions, failed, api }: Watched): void {
  const ofMachines = (metric: string): Line[] =>
    Object.values(machines).map(({ arn }) => ["AWS/States", metric, "StateMachineArn", arn]);
  const ofFunctions = (metric: string): Line[] =>
    Object.values(shown).map(({ name }) => ["AWS/Lambda", metric, "FunctionName", name]);
  // The first fifty metrics are free: what nobody waits for is told by its machine, which fails with it.
  const {
    fixDay: _x,
    closePage: _c,
    signDay: _d,
    continueSweep: _w,
    exportPage: _p,
    sealExport: _s,
    failExport: _f,
    verifyPage: _v,
    ...shown
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
    widget("Duration of functions, p99", "p99", ofFunctions("Duration")),
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
