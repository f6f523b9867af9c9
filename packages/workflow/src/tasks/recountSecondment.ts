import { changedMeanwhile } from "@dunmiao/domain/changedMeanwhile";
import type { Notice } from "@dunmiao/domain/notice";
import { accept } from "@dunmiao/domain/refusal";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { recountSecondment } from "@dunmiao/domain/year/recount";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import type { Acting } from "@dunmiao/store/engine/acting";
import { putFlag } from "@dunmiao/store/engine/flag";
import { schemeOf } from "@dunmiao/store/scheme";
import { loadWithSummary } from "@dunmiao/store/secondment";
import { logger } from "../log.ts";
import { isPassing, RecordBusyError } from "../retry.ts";

const mostAttempts = 5;
/** What a record is recounted under. */
export type Recount = { acting: Acting; notice: Notice; calendar: WorkCalendar };

/**
 * Recounts one record: one event when anything changes, none when nothing does. True when this notice has changed it,
 * now or at an earlier delivery. A record that cannot be recounted is put before a person and does not stop the others.
 */
export async function recountOrFlag(by: Recount, id: string): Promise<boolean> {
  try {
    return await recount(by, id);
  } catch (error) {
    if (isPassing(error)) throw error;
    await flagSecondment(by.acting, id, error);
    return false;
  }
}

/** Puts a record that a recount cannot read before a person. */
export async function flagSecondment({ store, now }: Acting, id: string, error: unknown): Promise<void> {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  await putFlag(store, { kind: "secondment", id }, { code: name, detail: message.slice(0, 300), since: now });
  logger.warn("Put before a person", { code: "workflow.flagged", kind: "secondment", id, error: name });
}

/** A change of a person in between asks for the summary that it wrote: only what the calendar changed is an event. */
async function recount(by: Recount, id: string, attempt = 1): Promise<boolean> {
  const { acting, notice, calendar } = by;
  const found = await loadWithSummary(acting.store, id);
  if (!found) return false;
  const { record, summary } = found;
  const rules = { calendar, noticeId: notice.id, on: notice.confirmedOn ?? acting.today };
  const scheme = await schemeOf(acting.store, record);
  if (!recountSecondment(record, summary, { ...rules, scheme }))
    return record.recounted?.noticeId === notice.id;
  const changed = await changeSecondment(acting, {
    id,
    leaveDueSteps: true,
    rule: ({ secondment, scheme }) => {
      if (secondment.version !== record.version) return changedMeanwhile();
      return accept(recountSecondment(secondment, summary, { ...rules, scheme }));
    },
  });
  if (changed.outcome !== "refused") return changed.outcome === "committed";
  if (attempt === mostAttempts) throw new RecordBusyError(`secondment ${id}: ${changed.refusals[0]?.code}`);
  return recount(by, id, attempt + 1);
}
