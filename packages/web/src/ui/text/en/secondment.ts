import type { Catalog } from "../catalog.ts";
import type {
  risk as zhRisk,
  status as zhStatus,
  term as zhTerm,
  verdict as zhVerdict,
} from "../zhCN/secondment.ts";

export const status = {
  planned: "Planned",
  serving: "Serving",
  "under-review": "Under review",
  "awaiting-ruling": "Awaiting ruling",
  recognised: "Recognised",
  "not-recognised": "Not recognised",
  withdrawn: "Withdrawn",
  "ended-early": "Cancelled",
} satisfies Catalog<typeof zhStatus>;

export const verdict = {
  reached: (p) => `${p.verdict} with everything pending`,
  within: "Within the limit",
  "at-limit": "At the limit",
  exceeded: "Over the limit",
} satisfies Catalog<typeof zhVerdict>;

export const risk = {
  "below-10": "Below 10 days",
  "from-10": "10 days, below 13",
  "from-13": "13 days, below the limit",
  "at-limit": "At the limit",
  exceeded: "Over the limit",
  "would-exceed": "Over the limit with everything pending",
} satisfies Catalog<typeof zhRisk>;

export const term = {
  first: "First term",
  further: "Further term",
  behind: (p) => `due since ${p.since}, not processed yet`,
  wouldExceed: (p) => `${p.days} with everything pending: over the limit`,
} satisfies Catalog<typeof zhTerm>;
