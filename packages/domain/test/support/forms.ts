import { acceptForm, returnForm } from "../../src/assessment/decideForm.ts";
import { saveDraft, submitForm } from "../../src/assessment/fileForm.ts";
import { type FormInput, formInputSchema } from "../../src/assessment/formInput.ts";
import type { FormRef } from "../../src/assessment/mayFile.ts";
import type { Assessment } from "../../src/assessment.ts";
import type { Change } from "../../src/change.ts";
import type { Outcome } from "../../src/refusal.ts";
import { presetSchemes, type Scheme } from "../../src/scheme.ts";
import type { Checkpoint, Secondment } from "../../src/secondment.ts";
import { catchUp } from "../../src/year/catchUp.ts";
import { after, calendar, ground, planned } from "./world.ts";

/** The literal scheme with the whole timetable. */
export const timetabled: Scheme = (() => {
  const found = presetSchemes.find(({ id, version }) => id === "literal" && version === 2);
  if (!found) throw new Error("no timetable");
  return found;
})();

/** Somebody who reported in on the first day of a term and to whom nothing else has happened. */
export function arrived(from = "2025-08-26", facts: Partial<Secondment> = {}): Secondment {
  const fresh = planned(from, timetabled);
  const checkpoints = fresh.checkpoints.map(
    (each): Checkpoint => (each.key === "report-in" ? { ...each, state: "done", doneOn: from } : each),
  );
  return { ...fresh, checkpoints, reportedInOn: from, status: "serving", ...facts };
}

/** Content that passes for every kind of form, unless something is said otherwise. */
export function content(given: Record<string, unknown> = {}): FormInput {
  const dimensions = { virtue: "competent", ability: "competent", diligence: "competent" };
  return formInputSchema.parse({
    text: "Covers the night shift and knows the district.",
    sections: { duties: "a", results: "b", shortcomings: "c", plans: "d" },
    grade: "competent",
    dimensions: { ...dimensions, achievement: "excellent", integrity: "competent" },
    evidence: [{ area: "basic-work", month: "2025-11", text: "Put the case files of the station in order." }],
    ...given,
  });
}

export type FormAct =
  | (FormRef & { act: "draft" })
  | (FormRef & { act: "submit"; input?: FormInput })
  | { act: "return" | "accept"; id: string; seen?: number };

/** A record on which people file forms, each act preceded by what was due. */
export class Filing {
  record: Secondment;
  readonly events: string[] = [];

  constructor(record: Secondment = arrived()) {
    this.record = record;
  }

  sweep(today: string): this {
    for (const change of catchUp(this.record, { scheme: timetabled, calendar }, today))
      this.record = change.after;
    return this;
  }

  try(by: string, today: string, act: FormAct): Outcome<Change | undefined> {
    this.sweep(today);
    const at = ground(this.record, by, today, timetabled);
    switch (act.act) {
      case "draft":
        return saveDraft(at, act);
      case "submit":
        return submitForm(at, act, act.input ?? content());
      case "return":
        return returnForm(at, act.id, { ...act, reason: "Which night shifts?" });
      case "accept":
        return acceptForm(at, act.id, act);
    }
  }

  do(by: string, today: string, act: FormAct): this {
    const outcome = this.try(by, today, act);
    if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusals)}`);
    if (!outcome.value) return this;
    this.record = after({ ok: true, value: outcome.value });
    this.events.push(outcome.value.event.type);
    return this;
  }

  checkpoint(key: string): Checkpoint {
    const found = this.record.checkpoints.find((each) => each.key === key);
    if (!found) throw new Error(`no checkpoint ${key}`);
    return found;
  }

  form(id: string): Assessment {
    const found = this.record.assessments.find((each) => each.id === id);
    if (!found) throw new Error(`no form ${id}`);
    return found;
  }
}
