import { addMonths } from "@dunmiao/domain/calendarDate";
import type { Summary } from "@dunmiao/domain/summary";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { listCohorts } from "@dunmiao/store/cohort";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Row } from "@dunmiao/store/engine/indexRows";
import { pageOfCohort } from "@dunmiao/store/engine/lists";
import { parseStored } from "@dunmiao/store/engine/parseStored";
import { loadRecord } from "@dunmiao/store/engine/record";
import { advanceNotice, noticeNoun } from "@dunmiao/store/notice";
import { allPairs } from "@dunmiao/store/pairDirectory";
import { storedSummarySchema } from "@dunmiao/store/summaryText";
import * as z from "zod";
import { actingAs, type WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { RecordMissingError, refusedChange } from "../retry.ts";
import { recountPairOrFlag } from "./recountPair.ts";
import { flagSecondment, recountOrFlag } from "./recountSecondment.ts";

const pageSize = 50;
/** What stands for a cohort while pairs are recounted: no id of a cohort has such a sign. */
const pairsPhase = "#pairs";
const cursorSchema = z.object({
  noticeId: z.string(),
  asOf: z.iso.date(),
  cohortId: z.string().optional(),
  after: z.string().optional(),
  /** Records that the pages of this pass looked at so far, and how many of them the notice changed. */
  seen: z.int().default(0),
  changed: z.int().default(0),
});

/** Recounts one page of people under the newer calendar: one event for each record that changes, none for the rest. */
export function recountPageTask(deps: WorkflowDeps) {
  return async (raw: unknown) => {
    const { noticeId, asOf, ...cursor } = cursorSchema.parse(raw);
    const notice = await loadRecord(deps.store, noticeNoun, noticeId);
    if (!notice) throw new RecordMissingError(`no notice ${noticeId}`);
    if (notice.status === "checked" || notice.status === "finished") return { noticeId, asOf, next: "done" };
    const acting = actingAs(deps, "recount-calendar", asOf);
    const calendar = await atLeast(acting, notice.calendarVersion ?? 0);
    const { ids, next } = await peopleOfPage(acting, cursor, notice.year);
    let { seen, changed } = cursor;
    const isPairs = cursor.cohortId === pairsPhase;
    for (const id of ids) {
      const by = { acting, notice, calendar };
      if (isPairs) {
        await recountPairOrFlag(by, id);
        continue;
      }
      seen += 1;
      if (await recountOrFlag(by, id)) changed += 1;
    }
    const advanced = await advanceNotice(acting, noticeId, { seen, changed, isLast: !next });
    if (advanced.outcome === "refused") throw refusedChange(`notice ${noticeId}`, advanced.refusals[0]?.code);
    logger.info("A page was recounted", { code: "recount.page", noticeId, asOf, seen, changed });
    return { noticeId, asOf, seen, changed, ...next, next: next ? "more" : "done" };
  };
}

async function atLeast(acting: Acting, version: number): Promise<WorkCalendar> {
  const held = await acting.calendar.current();
  return held.version >= version ? held : acting.calendar.refresh();
}

type Page = { ids: string[]; next: { cohortId: string; after?: string } | undefined };

/** The people of one page whose terms the notice touches, and where the next page begins; cohorts newest first. */
async function peopleOfPage(
  acting: Acting,
  { cohortId, after }: { cohortId?: string | undefined; after?: string | undefined },
  year: number,
): Promise<Page> {
  if (cohortId === pairsPhase) return pairsOfPage(acting, after, year);
  const cohorts = (await listCohorts(acting.store)).map(({ id }) => id);
  const here = cohortId ?? cohorts[0];
  if (here === undefined) return { ids: [], next: await pairsNext(acting, year) };
  const page = await pageOfCohort(acting.store, here, z.unknown(), { limit: pageSize, after });
  const ids: string[] = [];
  for (const row of page.rows) if (await isTouched(acting, row, year)) ids.push(row.id);
  if (page.next) return { ids, next: { cohortId: here, after: page.next } };
  const nextCohort = cohorts[cohorts.indexOf(here) + 1];
  return { ids, next: nextCohort === undefined ? await pairsNext(acting, year) : { cohortId: nextCohort } };
}

/** After the people of the last cohort come the pairs, where the notice touches any: one Query. */
async function pairsNext(acting: Acting, year: number): Promise<Page["next"]> {
  return (await pairsTouched(acting, year)).length > 0 ? { cohortId: pairsPhase } : undefined;
}

async function pairsOfPage(acting: Acting, after = "", year: number): Promise<Page> {
  const ids = (await pairsTouched(acting, year)).filter((id) => id > after);
  const page = ids.slice(0, pageSize);
  const last = page.at(-1);
  return {
    ids: page,
    next: ids.length > pageSize && last ? { cohortId: pairsPhase, after: last } : undefined,
  };
}

/** Ids of pairs that run into the days of a notice, or whose steps do. */
async function pairsTouched({ store }: Acting, year: number): Promise<string[]> {
  const rows = (await allPairs(store)).filter(
    ({ status, from, to }) =>
      (status === "active" || status === "proposed") && from <= `${year}-12-24` && to >= `${year - 1}-11-25`,
  );
  return rows.map(({ id }) => id).toSorted();
}

/** Whether the term reaches into the days of a notice; a row that does not parse is put before a person. */
async function isTouched(acting: Acting, { id, summary }: Row<unknown>, year: number): Promise<boolean> {
  try {
    return touches(parseStored(storedSummarySchema, summary, `summary of secondment ${id}`), year);
  } catch (error) {
    await flagSecondment(acting, id, error);
    return false;
  }
}

/** Ruling and showcase are still due after the last day of a term. */
const monthsAfterwards = 6;

/** A ruling that cut a term short counted its days to the nominal end, which a summary does not name. */
const longestTermMonths = 24;

/** A notice rules 25 December of the year before to 24 December of its own. */
function touches({ from, to, status }: Summary, year: number): boolean {
  const last =
    status === "not-recognised" ? addMonths(from, longestTermMonths) : addMonths(to, monthsAfterwards);
  return from <= `${year}-12-24` && last >= `${year - 1}-12-25`;
}
