import { signature } from "../actor.ts";
import { type Assessment, isFiled } from "../assessment.ts";
import { addDays } from "../calendarDate.ts";
import type { Change, Ground } from "../change.ts";
import { doneCheckpoint, isAwaited } from "../checkpoint.ts";
import { hashOf } from "../event.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Secondment } from "../secondment.ts";
import { checkForm, type FormContent, type FormInput } from "./formInput.ts";
import { type FormRef, mayFile, type PlacedForm } from "./mayFile.ts";
import { monthLedger } from "./monthLedger.ts";

/** Name of the words of a form among the texts beside its record. */
export const formTextName = "ASSESSMENT";

/**
 * Enters into the record that somebody has begun a form; its words stay outside until they are submitted. Undefined
 * when the record knows already.
 */
export function saveDraft(ground: Ground, ref: FormRef): Outcome<Change | undefined> {
  const may = mayFile(ground, ref);
  if (!may.ok) return may;
  if (may.value.entry) return accept(undefined);
  const entry = { ...begun(ground, ref, may.value), history: [actOf(ground, "draft")] };
  const facts = {
    checkpoint: ref.key,
    assessmentId: entry.id,
    form: entry.form,
    by: ref.by,
    state: entry.state,
  };
  return accept({
    after: withForm(ground.secondment, entry),
    event: { type: "form.drafted", change: facts },
  });
}

/**
 * Files a form. Attendance and showcase are final at once, the others wait for the next above (`accepterOf`). The last
 * form of a checkpoint closes it.
 */
export function submitForm(ground: Ground, ref: FormRef, input: FormInput): Outcome<Change> {
  const may = mayFile(ground, ref);
  if (!may.ok) return may;
  const { form } = may.value;
  if (form === "attendance") return confirmAttendance(ground, ref, may.value, input.countedDays);
  const content = checkForm(ground, form, input);
  if (!content.ok) return content;
  const state = form === "showcase" ? "final" : "submitted";
  const entry = filled(begun(ground, ref, may.value), content.value);
  return accept(filed(ground, { ...entry, state }, content.value.words));
}

/** The station says that the ledger of a month that is over is right, as it was shown. */
function confirmAttendance(
  ground: Ground,
  ref: FormRef,
  placed: PlacedForm,
  shownDays: number | undefined,
): Outcome<Change> {
  const month = ref.key.split(".")[1] ?? "";
  const { to, countedDays, undecided, digest: ledger } = monthLedger(ground.secondment, month, ground);
  if (ground.today <= to) return refuse("month-not-over", undefined, { month, opensOn: addDays(to, 1) });
  if (undecided.length > 0)
    return refuse("month-undecided", undefined, { absences: undecided.map(({ id }) => id).join(" ") });
  if (shownDays !== undefined && shownDays !== countedDays)
    return refuse("ledger-changed", undefined, { countedDays, shownDays });
  return accept(filed(ground, { ...begun(ground, ref, placed), state: "final", countedDays, ledger }));
}

/** The entry of a form as it is before the act: the one on file, or a new one. */
function begun({ secondment }: Ground, { key, by }: FormRef, { form, entry }: PlacedForm): Assessment {
  if (entry) return { ...entry, revision: entry.revision + 1 };
  const id = `f${secondment.assessments.length + 1}`;
  return { id, checkpoint: key, form, by, state: "draft", revision: 1, evidence: [], history: [] };
}

/** What was filed before is replaced as a whole: a grade left out this time does not stay. */
function filled(before: Assessment, { words, ...content }: FormContent): Assessment {
  const { grade: _grade, dimensions: _dimensions, ...kept } = before;
  return { ...kept, ...content, text: { revision: before.revision, hash: hashOf(words) } };
}

function filed(ground: Ground, filing: Assessment, words?: FormContent["words"]): Change {
  const entry = { ...filing, history: [...filing.history, actOf(ground, "submit")] };
  const { id, checkpoint, form, by, state, grade, countedDays, text } = entry;
  const after = closed(ground, withForm(ground.secondment, entry), checkpoint);
  const isClosed = after.checkpoints.some((each) => each.key === checkpoint && each.state === "done");
  const figures = { ...(grade && { grade }), ...(countedDays !== undefined && { countedDays }) };
  const facts = {
    checkpoint,
    assessmentId: id,
    form,
    by,
    state,
    ...figures,
    ...(text && { textHash: text.hash }),
  };
  return {
    after,
    event: { type: eventTypes[form], change: { ...facts, isClosed } },
    ...(words && { texts: [{ name: formTextName, id: `${id}.${entry.revision}`, text: words }] }),
  };
}

const eventTypes = {
  attendance: "attendance.confirmed",
  opinion: "form.submitted",
  "self-report": "form.submitted",
  assessment: "form.submitted",
  showcase: "showcase.recorded",
} as const satisfies Record<Assessment["form"], string>;

/** The checkpoint is done with its last form; one that was missed while a form was sent back is done after all. */
function closed({ scheme, today }: Ground, after: Secondment, key: string): Secondment {
  const forms = scheme.checkpoints.find((each) => each.key === key.split(".")[0])?.forms ?? [];
  const isIn = (by: Assessment["by"]) =>
    after.assessments.some((each) => each.checkpoint === key && each.by === by && isFiled(each));
  if (!forms.every(({ by }) => isIn(by))) return after;
  const checkpoints = after.checkpoints.map((each) =>
    each.key === key && (isAwaited(each) || each.state === "missed") ? doneCheckpoint(each, today) : each,
  );
  return { ...after, checkpoints };
}

/** One line of a form's history. */
export function actOf(
  { actor, today, secondment }: Ground,
  act: Assessment["history"][number]["act"],
): Assessment["history"][number] {
  return { act, by: signature(actor), on: today, version: secondment.version + 1 };
}

/** The record with a form in place of the one with the same id, or added to it. */
export function withForm(secondment: Secondment, entry: Assessment): Secondment {
  const { assessments } = secondment;
  const isKnown = assessments.some(({ id }) => id === entry.id);
  const replaced = assessments.map((each) => (each.id === entry.id ? entry : each));
  return { ...secondment, assessments: isKnown ? replaced : [...assessments, entry] };
}
