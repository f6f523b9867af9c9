import type { Catalog } from "../catalog.ts";
import type { barChart as zhBarChart, gauge as zhGauge } from "../zhCN/chart.ts";

export const gauge = {
  used: (p) => `${p.used} / ${p.limit} days`,
  pending: (p) => `${p.pending} pending`,
  left: (p) => `${p.left} left`,
  over: (p) => `${p.over} over`,
  title: (p) => `${p.used} days off post of ${p.limit} allowed`,
  reached: (p) => `${p.together} with everything pending: ${p.level}`,
  level: { calm: "normal", amber: "watch", strong: "warning", red: "over the limit" },
} satisfies Catalog<typeof zhGauge>;

export const barChart = {
  title: (p) => `${p.caption}: ${p.count} people by days used, most first; limit ${p.limit} days`,
  person: "Person",
  days: "Days counted",
  pending: "Days pending",
} satisfies Catalog<typeof zhBarChart>;
