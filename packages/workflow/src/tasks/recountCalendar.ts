import type { Notice } from "@dunmiao/domain/notice";
import { recountSecondment } from "@dunmiao/domain/recount";
import { accept } from "@dunmiao/domain/refusal";
import { isOpenToFacts } from "@dunmiao/domain/secondment";
import { summarySchema } from "@dunmiao/domain/summary";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import type { Acting } from "@dunmiao/store/acting";
import { listCohorts } from "@dunmiao/store/cohort";
import { putFlag } from "@dunmiao/store/flag";
import { pageOfCohort, type Row } from "@dunmiao/store/lists";
import { advanceNotice, noticeNoun } from "@dunmiao/store/notice";
import { StoredRowError } from "@dunmiao/store/parseStored";
import { loadRecord } from "@dunmiao/store/record";
import { schemeOf } from "@dunmiao/store/scheme";
import { changeSecondment, loadWithSummary } from "@dunmiao/store/secondment";
import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { RecordBusyError, RecordMissingError } from "../retry.ts";

const pageSize = 50;
const inputSchema = z.object({
  noticeId: z.string(),
  asOf: z.iso.date(),
  cohortId: z.string().optional(),
  after: z.string().optional(),
});
type Row1 = Row<z.infer<typeof summarySchema>>;

/** Recounts one page of people under the newer calendar: one event for each record that changes, none for the rest. */
export function recountPageTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { noticeId, asOf, cohortId, after } = inputSchema.parse(raw);
    const notice = await loadRecord(deps.store, noticeNoun, noticeId);
    if (!notice) throw new RecordMissingError(`no notice ${noticeId}`);
    const acting = actingAs(deps, "recount-calendar", asOf);
    const calendar = await atLeast(acting, notice.calendarVersion ?? 0);
    const cohorts = (await listCohorts(deps.store)).map((each) => each.id);
    const here = cohortId ?? cohorts[0];
    const page =
      here === undefined
        ? { rows: [] }
        : await pageOfCohort(deps.store, here, summarySchema, { limit: pageSize, after });
    const touched = page.rows.filter((row) => touches(row, notice.year));
    let changed = 0;
    for (const row of touched) if (await recountOne(acting, row.id, { notice, calendar })) changed += 1;
    const nextCohort = page.next ? here : cohorts[cohorts.indexOf(here ?? "") + 1];
    const isLast = nextCohort === undefined;
    await advanceNotice(acting, noticeId, { seen: touched.length, changed, isLast });
    const cursor = isLast ? {} : { cohortId: nextCohort, ...(page.next && { after: page.next }) };
    return { noticeId, asOf, ...cursor, next: isLast ? "done" : "more" };
  };
}

async function atLeast(acting: Acting, version: number): Promise<WorkCalendar> {
  const held = await acting.calendar.current();
  return held.version >= version ? held : acting.calendar.refresh();
}

/** Whether a term reaches into the days that a notice rules: 25 December before the year to 24 December of it. */
function touches({ summary }: Row1, year: number): boolean {
  return summary.from <= `${year}-12-24` && summary.to >= `${year - 1}-12-25`;
}

/** A record that does not parse is put before a person; it cannot stop the recount of the others. */
async function recountOne(
  acting: Acting,
  id: string,
  by: { notice: Notice; calendar: WorkCalendar },
): Promise<boolean> {
  try {
    return await recount(acting, id, by);
  } catch (error) {
    if (!(error instanceof StoredRowError)) throw error;
    const detail = error.message.slice(0, 300);
    await putFlag(acting.store, { kind: "secondment", id }, { code: error.name, detail, since: acting.now });
    return false;
  }
}

async function recount(
  acting: Acting,
  id: string,
  by: { notice: Notice; calendar: WorkCalendar },
): Promise<boolean> {
  const found = await loadWithSummary(acting.store, id);
  if (!found || !isOpenToFacts(found.record)) return false;
  const { notice, calendar } = by;
  const rules = { calendar, noticeId: notice.id, on: notice.confirmedOn ?? acting.today };
  if (!recountSecondment(found.record, found.summary, { ...rules, scheme: schemeOf(found.record) }))
    return false;
  const changed = await changeSecondment(acting, {
    id,
    leaveDueSteps: true,
    rule: ({ secondment, scheme }) =>
      accept(recountSecondment(secondment, found.summary, { ...rules, scheme })),
  });
  if (changed.outcome === "refused")
    throw new RecordBusyError(`secondment ${id}: ${changed.refusals[0]?.code}`);
  return changed.outcome === "committed";
}
