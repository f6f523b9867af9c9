import type { Catalog } from "../catalog.ts";
import type {
  absenceClass as zhClass,
  dayPart as zhDayPart,
  absenceKind as zhKind,
  orderedBy as zhOrderedBy,
  rung as zhRung,
  absenceState as zhState,
} from "../zhCN/absence.ts";

export const absenceClass = {
  sick: "Sick leave",
  personal: "Personal leave",
  unexplained: "Absent without leave",
  recall: "Recalled by sending unit",
  annual: "Annual leave",
  marriage: "Marriage leave",
  bereavement: "Bereavement leave",
  maternity: "Maternity leave",
  nursing: "Nursing or child-care leave",
  "home-visit": "Home-visit leave",
  "compensatory-rest": "Compensatory rest",
  "injury-on-duty": "Injury on duty",
  "ordered-training": "Ordered training",
  "ordered-duty": "Ordered duty",
  "organisation-arranged": "Organisation-arranged",
} satisfies Catalog<typeof zhClass>;

export const absenceKind = { request: "Request", ordered: "Ordered", finding: "Finding" } satisfies Catalog<
  typeof zhKind
>;

export const absenceState = {
  requested: "Awaiting approval",
  approved: "Approved",
  rejected: "Rejected",
  recorded: "Awaiting confirmation",
  confirmed: "Confirmed",
  dismissed: "Dismissed",
  void: "Void",
} satisfies Catalog<typeof zhState>;

export const orderedBy = {
  host: "Host unit",
  bureau: "Bureau",
  sending: "Sending unit",
} satisfies Catalog<typeof zhOrderedBy>;

export const rung = { station: "Station", branch: "Branch", bureau: "Bureau" } satisfies Catalog<
  typeof zhRung
>;

export const dayPart = { full: "all day", am: "morning", pm: "afternoon" } satisfies Catalog<
  typeof zhDayPart
>;
