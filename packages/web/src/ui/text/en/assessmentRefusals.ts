import { nameOf } from "../../nameOf.ts";
import type { Catalog, RefusalSentences } from "../catalog.ts";
import type { assessmentRefusals as zhAssessmentRefusals } from "../zhCN/assessmentRefusals.ts";
import { formState } from "./assessment.ts";
import { role } from "./people.ts";

const named = (names: Readonly<Record<string, string>>, code: unknown) => nameOf(names, code).toLowerCase();

export const assessmentRefusals = {
  "not-final-yet": () => "This form can be read once it is final",
  "month-undecided": (p) => `Absences of the month (${p.absences}) wait for a decision; decide them first`,
  "checkpoint-dropped": () => "This checkpoint is not needed any more",
  "checkpoint-missed": (p) => `This checkpoint was due on ${p.dueOn} and is closed`,
  "checkpoint-not-open": (p) => `This checkpoint opens on ${p.opensOn}`,
  "draft-changed": (p) =>
    `${p.byName ?? "Somebody else"} saved another draft at ${p.at}; yours is not saved yet. Compare it with the one below: saving again keeps yours`,
  "form-already-in": () => "This form is in and cannot be written any more",
  "form-not-listed": () => "The scheme asks for no such form",
  "form-not-submitted": (p) => `This form is ${named(formState, p.state)}; nothing waits for a decision`,
  "ledger-changed": (p) =>
    `The ledger has changed: it says ${p.countedDays} working days, the page showed ${p.shownDays}. Look at it and confirm again`,
  "month-not-over": (p) => `${p.month} is not over; it can be confirmed from ${p.opensOn}`,
  "month-outside-term": (p) => `The month has to lie between ${p.from} and ${p.to}`,
  "narrative-required": (p) => `Excellent and not competent need a narrative of at least ${p.min} characters`,
  "needs-accepter": (p) => `${nameOf(role, p.role)} or HR decides on this form`,
  "not-your-form": (p) => `${nameOf(role, p.by)} files this form`,
  "unknown-assessment": () => "No such form",
  "unknown-checkpoint": () => "No such checkpoint",
  "unknown-duty-area": () => "The scheme has no such area of duty",
} satisfies RefusalSentences & Catalog<typeof zhAssessmentRefusals>;
