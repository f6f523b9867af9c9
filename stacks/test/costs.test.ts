import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { all, one } from "./rules/look.ts";
import { places } from "./synth/aws.ts";
import { root } from "./synth/bundle.ts";
import { type Synth, synthesize } from "./synth/synthesize.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const costs = readme.slice(readme.indexOf("### What it costs"), readme.indexOf("### Quotas"));
const perSecondment = 0.0109;
let synth: Synth;
beforeAll(async () => {
  synth = await synthesize({ stage: "production", place: places.global });
});

/** Metrics of all alarms: each is paid for. */
function alarmMetrics(): number {
  return all(synth, "cloudwatch/metricAlarm:MetricAlarm")
    .map(({ inputs }) => (inputs.metricQueries ?? []).filter((each: object) => "metric" in each).length || 1)
    .reduce((sum, each) => sum + each, 0);
}

test("what README says of fixed costs is what the stacks create", () => {
  const metrics = alarmMetrics();
  const alarms = 12 * metrics * 0.1;
  const sweeps = 365 * 44 * 0.000025;
  expect(costs).toContain(`alarms on ${metrics} metrics 12 × ${metrics} × 0.10 = ${alarms.toFixed(2)}`);
  expect(costs).toContain(`365 × (17 + 7 + 20) transitions × 0.000025 = ${sweeps.toFixed(2)}`);
  const fixed = (24 + alarms + sweeps).toFixed(2);
  expect(costs).toContain(`**${fixed}**`);
  for (const count of [224, 2_240, 22_400]) {
    const year = Number(fixed) + count * perSecondment;
    const row = new RegExp(
      `\\| +${count.toLocaleString("en")} \\| +${year.toFixed(2)} \\| +${(year / count).toFixed(3)} \\|`,
    );
    expect(costs).toMatch(row);
  }
});

test("the dollars of a secondment-year add up", () => {
  const dollars = [...costs.matchAll(/\| +(0\.\d{6}) \|$/gm)].map(([, each]) => Number(each));
  expect(dollars).toHaveLength(7);
  expect(dollars.reduce((sum, each) => sum + each, 0).toFixed(4)).toBe(String(perSecondment));
  expect(costs).toContain(`**${perSecondment}**`);
});

test("the dashboard is a free one: fifty metrics at most", () => {
  const { widgets } = JSON.parse(one(synth, "cloudwatch/dashboard:Dashboard").inputs.dashboardBody);
  const metrics = widgets.flatMap(
    ({ properties }: { properties: { metrics: unknown[] } }) => properties.metrics,
  );
  expect(metrics.length).toBeLessThanOrEqual(50);
});
