import { nameOf } from "./place.ts";

type Text = string | $util.Output<string>;
/** One metric of CloudWatch. */
type Metric = { namespace: string; metricName: string; dimensions: Record<string, Text> };
type Counted = Metric & { statistic: string; period: number };
type Summed = { summed: readonly Metric[]; period: number };
/** Goes off when the metric is above (or below) the bound in every one of `periods` periods. */
export type Alarm = {
  name: string;
  why: string;
  metric: Counted | Summed;
  periods?: number;
  whenMissing?: string;
} & ({ above: number } | { below: number });

const fiveMinutes = 300;

/** How often it happened in a period. */
export function counted(metric: Metric, period = fiveMinutes): Counted {
  return { ...metric, statistic: "Sum", period };
}

/** How often any of them happened in a period. */
export function summed(metrics: readonly Metric[], period = fiveMinutes): Summed {
  return { summed: metrics, period };
}

/** One alarm that tells the topic when it goes off and when it is over. */
export function alarm(of: Alarm, topic: aws.sns.Topic): void {
  const id = of.name.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());
  new aws.cloudwatch.MetricAlarm(`${id}Alarm`, {
    name: nameOf(of.name),
    alarmDescription: of.why,
    ...("above" in of
      ? { comparisonOperator: "GreaterThanThreshold", threshold: of.above }
      : { comparisonOperator: "LessThanThreshold", threshold: of.below }),
    evaluationPeriods: of.periods ?? 1,
    datapointsToAlarm: of.periods ?? 1,
    treatMissingData: of.whenMissing ?? "notBreaching",
    alarmActions: [topic.arn],
    okActions: [topic.arn],
    ...watching(of.metric),
  });
}

function watching(metric: Counted | Summed) {
  if ("summed" in metric) return { metricQueries: queries(metric) };
  const { statistic, ...rest } = metric;
  return { ...rest, ...(statistic.startsWith("p") ? { extendedStatistic: statistic } : { statistic }) };
}

/** Missing metrics count as nothing; one alone would make the sum missing, too. */
function queries({ summed: metrics, period }: Summed) {
  const each = metrics.map((metric, at) => ({ id: `m${at}`, metric: { ...metric, period, stat: "Sum" } }));
  const expression = each.map(({ id }) => `FILL(${id},0)`).join("+");
  return [{ id: "sum", expression, label: "sum", returnData: true }, ...each];
}
