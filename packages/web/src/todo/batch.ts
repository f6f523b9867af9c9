import { absenceFactsShape } from "@dunmiao/domain/absence";
import { acknowledgeWarning } from "@dunmiao/domain/absence/acknowledgeWarning";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { submitForm } from "@dunmiao/domain/assessment/fileForm";
import { ledgerChangedSince } from "@dunmiao/domain/assessment/monthLedger";
import type { Change, Ground } from "@dunmiao/domain/change";
import { nameNow } from "@dunmiao/domain/officerCorrection";
import { may, type PermittedAct } from "@dunmiao/domain/permissions";
import { type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { confirmReportIn } from "@dunmiao/domain/term/reportIn";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import * as z from "zod";
import type { Batch } from "./batchForm.ts";

/** Whom a line of a batch was about: nothing but the id where they are out of the actor's scope. */
const subjectSchema = z.object({
  name: z.string().optional(),
  absence: z
    .object(absenceFactsShape)
    .pick({ class: true, from: true, to: true, fromHalf: true, toHalf: true })
    .optional(),
  /** What the scheme calls the checkpoint of a form. */
  checkpoint: z.object({ "zh-CN": z.string(), en: z.string() }).optional(),
});
type Subject = z.infer<typeof subjectSchema>;
export type BatchResult = Subject & { id: string; about: string; refusals: readonly Refusal[] };

/**
 * Does one act to each chosen person, one commit each; what is refused for one does not stop the others. The
 * idempotency key of the batch is one key for each person, so that a repeat goes on where the first one stopped.
 */
export async function runBatch(
  acting: Acting,
  batch: Batch,
  use: KeyUse | undefined,
): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  // A line that was ticked twice is one line.
  for (const item of new Set(batch.item)) results.push(await runItem(acting, { batch, item, use }));
  return results;
}

/** What each act of a batch is in the table of permissions. */
export const permissionOf = {
  acknowledge: "acknowledge-warning",
  "report-in": "confirm-report-in",
  "confirm-attendance": "confirm-attendance",
  approve: "approve-requests",
} as const satisfies Record<Batch["act"], PermittedAct>;

type Line = { batch: Batch; item: string; use: KeyUse | undefined };

async function runItem(acting: Acting, { batch, item, use }: Line): Promise<BatchResult> {
  const [id = "", about = "", seen] = item.split(":");
  let subject: Subject = {};
  const rule = (ground: Ground): Outcome<Change> => {
    if (!may(ground.actor, permissionOf[batch.act], ground.secondment)) return refuse("not-found");
    subject = subjectOf(ground, about);
    if (!shapes[batch.act].test(item)) return refuse("not-for-this-act");
    return actOf(batch)(ground, about, seen === undefined ? undefined : Number(seen));
  };
  const once = use && {
    use: { ...use, key: `${use.key} ${item}` },
    answer: () => ({ status: 200, body: subject }),
  };
  const changed = await unlessUnreadable(changeSecondment(acting, { id, rule, once }));
  if (!changed) return { id, about, refusals: [{ code: "record-unreadable" }] };
  if (changed.outcome === "repeated") subject = subjectSchema.parse(changed.answer.body);
  return { id, about, ...subject, refusals: changed.outcome === "refused" ? changed.refusals : [] };
}

/** A record that does not parse is that line's to say: those after it are done all the same. */
async function unlessUnreadable<T>(changing: Promise<T>): Promise<T | undefined> {
  try {
    return await changing;
  } catch (error) {
    if (error instanceof StoredRowError) return undefined;
    throw error;
  }
}

function subjectOf({ secondment, scheme }: Ground, about: string): Subject {
  const absence = secondment.absences.find((each) => each.id === about);
  const [plan] = about.split(".");
  const checkpoint = scheme.checkpoints.find(({ key }) => key === plan)?.name;
  return subjectSchema.parse({
    name: nameNow(secondment),
    ...(absence && { absence }),
    ...(checkpoint && { checkpoint }),
  });
}

/** Lines of several kinds stand in one list: one of another kind is never taken for a line of this act. */
const shapes: Readonly<Record<Batch["act"], RegExp>> = {
  acknowledge: /^[^:]+:\d+(\.5)?$/,
  "report-in": /^[^:]+(:\d+(\.5)?)?$/,
  "confirm-attendance": /^[^:]+:[a-z][^:]*\.[^:]+(:\d+)?$/,
  approve: /^[^:]+:a\d+:\d+$/,
};

type Act = (ground: Ground, about: string, seen: number | undefined) => Outcome<Change>;

/** The rule of the act, on what it is about for each person: a warning level, days left unreported, a checkpoint or an absence. */
function actOf(batch: Batch): Act {
  switch (batch.act) {
    case "acknowledge":
      return (ground, level) => acknowledgeWarning(ground, Number(level));
    case "report-in":
      return (ground, lateDays) => confirmReportIn(ground, batch.on, Number(lateDays));
    case "confirm-attendance":
      return confirmMonth;
    case "approve":
      return approveRequest;
  }
}

/**
 * Approves a request as it was shown. Never over the limit: that takes the explicit tick of its own page. A request that
 * carries a proposal to change it is decided there too.
 */
function approveRequest(ground: Ground, id: string, seen: number | undefined): Outcome<Change> {
  const absence = ground.secondment.absences.find((each) => each.id === id);
  if (absence && absence.state !== "requested")
    return refuse("not-waiting-for-approval", undefined, { state: absence.state });
  if (absence?.proposal) return refuse("proposal-open");
  return approveAbsence(ground, id, { seen });
}

/** The station's word on a month, unless the ledger is no longer what its list was made of. */
function confirmMonth(ground: Ground, key: string, seenVersion: number | undefined): Outcome<Change> {
  const filed = submitForm(ground, { key, by: "station" }, { evidence: [] });
  if (!filed.ok || seenVersion === undefined) return filed;
  return ledgerChangedSince(ground.secondment, seenVersion) ?? filed;
}
