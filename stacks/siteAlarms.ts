import { type Alarm, counted } from "./alarm.ts";
import type { Watched } from "./watched.ts";

/** Requests that fail, and pages that are slow. */
export function siteAlarms({ api }: Watched): Alarm[] {
  const ofApi = { namespace: "AWS/ApiGateway", dimensions: { ApiId: api.id } };
  return [
    {
      name: "error-rate",
      why: "More than 1 % of the requests of 15 minutes failed with 5xx.",
      metric: { ...counted({ ...ofApi, metricName: "5xx" }), statistic: "Average" },
      above: 0.01,
      periods: 3,
    },
    {
      name: "slow-p99",
      why: "One request in a hundred takes longer than 3 seconds, for 15 minutes.",
      metric: { ...counted({ ...ofApi, metricName: "Latency" }), statistic: "p99" },
      above: 3_000,
      periods: 3,
    },
  ];
}
