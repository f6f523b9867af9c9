import type { Leaf } from "@dunmiao/domain/audit/leaf";
import type { Notice } from "@dunmiao/domain/notice";
import { leafAt, newestLeafOf } from "../audit/treeRead.ts";
import { loadStoredCalendar } from "../calendar.ts";
import { type CalendarHistory, calendarFaults, calendarHistory } from "../calendarHistory.ts";
import type { Store } from "../engine/client.ts";
import type { Kind } from "../engine/kinds.ts";
import { StoredRowError } from "../engine/parseStored.ts";
import { loadRecord } from "../engine/record.ts";
import { showingTheRest } from "../engine/unreadable.ts";
import { listNotices, noticeNoun } from "../notice.ts";
import { readRecord } from "./verify.ts";
import { verifyWhole } from "./verifyBeside.ts";
import { type KnownTree, leafFaults, leafName, trailFaults } from "./verifyLeaf.ts";

type Of = { kind: Kind; id: string };
/** The days (YYYY-MM-DD) of the first leaf and of the last head. */
export type TreeDays = Pick<KnownTree, "firstDay" | "lastDay">;
/** What records are checked against. */
export type Against = { readonly calendars: CalendarHistory; readonly days: TreeDays };

type By = { against: Against; leaves: readonly Leaf[] };

/** A record may have this many; more tell nobody more. */
const mostFaults = 20;

/**
 * All that is wrong with one record: its chain, what its events say, what stands beside it, and what the tree of the days
 * says of it. `leaves` are some that
 * speak of it, where the row beside the record need not be believed.
 */
export async function recordFaults(store: Store, of: Of, { against, leaves }: By): Promise<string[]> {
  const { chain, faults } = await verifyWhole(store, of, against.calendars);
  const isAltered = chain.some(({ fault }) => fault === "altered-record");
  const tree = await treeFaults(store, of, { against, leaves });
  const all = [
    ...chain.map(({ version, fault }) => `${fault} v${version}`),
    ...faults.filter((fault) => !isAltered || !fault.startsWith("unreadable")),
    ...tree,
  ];
  return [...new Set(all)].slice(0, mostFaults);
}

async function treeFaults(store: Store, of: Of, { against, leaves }: By): Promise<string[]> {
  const row = await newestLeafOf(store, of);
  const told = row && (await leafAt(store, row.index));
  const isTold = told?.kind === of.kind && told.id === of.id && told.version === row?.version;
  const [newest, ...earlier] = [...(isTold ? [told] : []), ...leaves].toSorted(
    (a, b) => b.version - a.version,
  );
  const isRowWrong = row ? !isTold || newest?.version !== row.version : newest !== undefined;
  const known = { newest: new Map(newest ? [[leafName(of), newest]] : []), ...against.days, faults: [] };
  const faults = await leafFaults(store, of, known);
  for (const leaf of earlier) faults.push(...(await trailFaults(store, of, leaf)));
  const isGone =
    newest && faults.some((each) => each.startsWith("cut-off")) && !(await readRecord(store, of));
  const named = isGone ? [`removed ${newest.day}`] : faults;
  return isRowWrong ? [...named, "tree-row"] : named;
}

/** The calendars that the notices make, and what of the stored one is not what they make. Found by their list. */
export async function readCalendars(store: Store): Promise<{ calendars: CalendarHistory; faults: string[] }> {
  const notices: Notice[] = [];
  // Of a row that does not parse the record is named itself, by its leaf.
  for (const { id } of await showingTheRest(new Map(), () => listNotices(store))) {
    const notice = await readable(loadRecord(store, noticeNoun, id));
    if (notice) notices.push(notice);
  }
  const stored = await readable(loadStoredCalendar(store));
  return {
    calendars: await calendarHistory(notices),
    faults: stored ? calendarFaults(notices, stored) : ["unreadable"],
  };
}

/** What does not parse is named where it is checked itself. */
async function readable<T>(loading: Promise<T>): Promise<T | undefined> {
  try {
    return await loading;
  } catch (error) {
    if (error instanceof StoredRowError) return undefined;
    throw error;
  }
}
