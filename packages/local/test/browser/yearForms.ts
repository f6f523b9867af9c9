import type { Places } from "./openPages.ts";
import type { Persona } from "./site.ts";

/** A form of the product, and what to get wrong in it; the field that then has the message. */
export type Form = {
  name: string;
  at: (places: Places) => string;
  as?: (places: Places) => Persona;
  wrong: Readonly<Record<string, string>>;
  field: string;
  opens?: string;
};

const approver = () => ({ persona: "approver" });
const officerOf = (path: string) => ({ persona: "officer", serviceNumber: path.slice(-6) });

/** The forms of checkpoints, rulings, results, spot checks and schemes. */
export const yearForms: readonly Form[] = [
  {
    name: "opinion of a checkpoint",
    at: ({ form }) => form,
    as: ({ formStation }) => ({ persona: "station", unit: formStation }),
    wrong: { text: "", "evidence1-text": "<b>x</b>" },
    field: "text",
  },
  {
    name: "return without a reason",
    at: ({ year }) => year.submitted.path,
    as: ({ year }) => year.submitted.as ?? approver(),
    wrong: {},
    field: "return-reason",
    opens: "#return",
  },
  {
    name: "statement without words",
    at: ({ over }) => `${over}/ruling`,
    as: ({ over }) => officerOf(over),
    wrong: {},
    field: "statement-words",
  },
  {
    name: "refusal to state without a note",
    at: ({ over }) => `${over}/ruling`,
    wrong: {},
    field: "statement-note",
  },
  {
    name: "ruling approved without a reason",
    at: ({ year }) => `${year.proposed.path}/ruling`,
    as: approver,
    wrong: {},
    field: "approve-r1-reason",
  },
  {
    name: "review upheld without a reason",
    at: ({ ruled }) => `${ruled}/ruling`,
    as: () => ({ persona: "approver", person: "2" }),
    wrong: {},
    field: "uphold-r1-reason",
  },
  {
    name: "early end",
    at: ({ calm }) => `${calm}/end-early`,
    wrong: { on: "2026-02-31", reason: "<b>x</b>" },
    field: "outcome",
  },
  {
    name: "hand-over too long",
    at: ({ calm }) => `${calm}/hand-over`,
    as: ({ calm }) => officerOf(calm),
    wrong: { ongoing: "交".repeat(1001), advice: "<b>x</b>" },
    field: "ongoing",
  },
  {
    name: "award",
    at: ({ calm }) => `${calm}/results`,
    wrong: { "award-date": "2026-02-31", "award-documentNumber": "<b>x</b>" },
    field: "award-level",
  },
  {
    name: "contribution",
    at: ({ calm }) => `${calm}/results`,
    as: ({ calm }) => officerOf(calm),
    wrong: { "contribution-month": "2026-13", "contribution-title": "<b>x</b>" },
    field: "contribution-kind",
  },
  {
    name: "published figure",
    at: ({ cohort }) => `${cohort}/awards`,
    wrong: { "headline-title": "<b>x</b>", "headline-total": "many" },
    field: "headline-total",
  },
  {
    name: "spot check",
    at: () => "/spot-checks/new",
    wrong: { on: "2026-02-31", size: "0" },
    field: "cohort",
  },
  {
    name: "pair",
    at: () => "/pairs/new",
    wrong: { mentor: "<b>x</b>", from: "2026-02-31" },
    field: "mentor",
  },
  {
    name: "activity of a pair",
    at: ({ year }) => year.pair.path,
    wrong: { "activities-on": "2026-02-31", "activities-learned": "<b>x</b>" },
    field: "activities-kind",
  },
  {
    name: "activity of a group of pairs",
    at: () => "/pairs/activities",
    wrong: { on: "2026-02-31", learned: "<b>x</b>" },
    field: "kind",
  },
  {
    name: "force of a unit",
    at: () => "/quota/new",
    wrong: { from: "2026-02-31", people: "0" },
    field: "people",
  },
  {
    name: "people to be paired",
    at: () => "/pairs/proposals",
    wrong: { apprentices: "<b>x</b>", from: "2026-02-31" },
    field: "apprentices",
  },
  {
    name: "concurrent post",
    at: () => "/posts/new",
    wrong: { serviceNumber: "<b>x</b>", from: "2026-02-31" },
    field: "serviceNumber",
  },
  { name: "list of concurrent posts", at: () => "/posts/import", wrong: {}, field: "file" },
  {
    name: "activity of a concurrent post",
    at: ({ year }) => year.post.path,
    wrong: { "activity-on": "2026-02-31", "activity-line": "<b>x</b>" },
    field: "activity-on",
  },
  {
    name: "places of concurrent posts",
    at: () => "/places/new",
    wrong: { places: "<b>x</b>" },
    field: "places",
  },
  {
    name: "result of a spot check",
    at: ({ year }) => year.result.path,
    wrong: { note: "<b>x</b>" },
    field: "outcome",
  },
  {
    name: "cancellation of a spot check",
    at: ({ year }) => `${year.committed.path}/cancel`,
    wrong: { reason: "" },
    field: "reason",
  },
  {
    name: "correction of a result",
    at: ({ year }) => year.recorded.path,
    wrong: { reason: "<b>x</b>" },
    field: "outcome",
  },
  {
    name: "next cohort",
    at: ({ cohort }) => `${cohort}/next`,
    wrong: { startsOn: "2026-02-31", name: "<b>x</b>" },
    field: "startsOn",
  },
  {
    name: "draft of a scheme",
    at: () => "/schemes/literal/draft",
    wrong: { limitDays: "many", "name-zh": "<b>x</b>" },
    field: "limitDays",
  },
  {
    name: "publication without a reason",
    at: () => "/schemes/literal/draft/preview",
    as: approver,
    wrong: {},
    field: "reason",
  },
];
