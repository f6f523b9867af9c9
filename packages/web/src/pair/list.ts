import type { Actor } from "@dunmiao/domain/actor";
import { hasRun, isCounted, replacedPairs } from "@dunmiao/domain/pair/countedPairs";
import { isMentorless } from "@dunmiao/domain/pair/mentorless";
import { fileOn, type PairFile } from "@dunmiao/domain/pair/pairFile";
import { reachOf } from "@dunmiao/domain/permissions";
import { nameKey } from "@dunmiao/domain/plainText";
import { allPairs, type PairRow } from "@dunmiao/store/pairDirectory";
import { pairsOfBranch, pairsOfPerson } from "@dunmiao/store/pairLists";
import { pairsStoodInFor } from "@dunmiao/store/pairsOf";
import type { WebDeps } from "../deps.ts";
import { unitsKnowing } from "../unit/unitsKnowing.ts";
import type { PairQuery } from "./form.ts";

/** A pair of a list on a day. */
export type ListedPair = PairRow & { file: PairFile; isOrphan: boolean; isCounted: boolean };

/** The pairs that somebody may read: one Query for the whole bureau, two for a unit or a person, who also sees those in which they stand in. */
export async function pairsSeenBy(deps: WebDeps, actor: Actor): Promise<PairRow[]> {
  const { role, unit, serviceNumber, mergedNumbers = [] } = actor;
  const { store } = deps;
  const reach = reachOf(role, "read-pairs");
  if (reach === "bureau") return allPairs(store);
  if (reach === "people" && unit !== undefined) {
    const known = (await unitsKnowing(deps, unit)).get(unit);
    const branch = known?.kind === "station" && known.parent !== undefined ? known.parent : unit;
    return (await pairsOfBranch(store, branch)).filter((row) => isOfUnit(row, unit));
  }
  if (reach !== "pair" || serviceNumber === undefined) return [];
  const numbers = [serviceNumber, ...mergedNumbers];
  const calendar = await deps.calendar.current();
  const found = await Promise.all(
    numbers.flatMap((each) => [
      pairsOfPerson(store, each),
      pairsStoodInFor({ store, calendar }, each).then((found) => found.map(({ row }) => row)),
    ]),
  );
  return [...new Map(found.flat().map((row) => [row.id, row])).values()];
}

const ofToday = new WeakMap<PairRow, { today: string; listed: ListedPair }>();

/** What pairs are on a day: their files, whether somebody leads, whether they count. Of rows that are the same it is counted once a day. */
export function onDay(rows: readonly PairRow[], today: string): ListedPair[] {
  const replaced = replacedPairs(rows);
  return rows.map((row) => {
    const counts = isCounted(row, replaced);
    const before = ofToday.get(row);
    if (before?.today === today && before.listed.isCounted === counts) return before.listed;
    const listed = listedOn(row, today, counts);
    ofToday.set(row, { today, listed });
    return listed;
  });
}

function listedOn(row: PairRow, today: string, counts: boolean): ListedPair {
  const gaps = row.gaps.map(([from, to]) => ({ from, to }));
  const isOrphan = row.status === "active" && isMentorless(gaps, today);
  return { ...row, file: fileOn(row, today), isOrphan, isCounted: counts };
}

/** Pairs, files that are complete, and those that are not, of rows on a day. */
export function figuresOf(rows: readonly ListedPair[]) {
  const counted = rows.filter((row) => row.isCounted);
  const files = counted.filter(({ file }) => file.missing.length === 0).length;
  return { pairs: counted.length, files, missing: counted.length - files };
}

/** The rows that a query asks for. */
export function asked(rows: readonly ListedPair[], query: PairQuery): ListedPair[] {
  const {
    unit,
    mentor,
    apprentice,
    focus,
    file,
    state,
    orphan,
    leads,
    entered,
    silent,
    grade,
    ran,
    counted,
    q,
  } = query;
  return rows.filter(
    (row) =>
      (unit === undefined || isOfUnit(row, unit)) &&
      (mentor === undefined || row.mentor[0] === mentor) &&
      (apprentice === undefined || row.apprentice[0] === apprentice) &&
      (focus === undefined || row.focus === focus) &&
      (file === undefined || (row.isCounted && isComplete(row) === (file === "complete"))) &&
      (state === undefined || row.status === state) &&
      (orphan === undefined || row.isOrphan) &&
      (leads === undefined || isLedBy(row, leads)) &&
      (ran === undefined || hasRun(row)) &&
      (counted === undefined || row.isCounted) &&
      (grade === undefined || row.grade?.[0] === grade) &&
      (entered === undefined || (entriesIn(row, entered) ?? 0) > 0) &&
      (silent === undefined || (hasRun(row) && entriesIn(row, silent) === 0)) &&
      (q === undefined || [row.mentor, row.apprentice].some((member) => isNamed(member, q))),
  );
}

function isComplete({ file }: ListedPair): boolean {
  return file.missing.length === 0;
}

function isNamed([number, name]: PairRow["mentor"], q: string): boolean {
  return number.startsWith(q) || nameKey(name).includes(nameKey(q));
}

/** Activities of a pair in a month (YYYY-MM) of its term; undefined where it did not run in it. */
export function entriesIn({ from, to, counts }: PairRow, month: string): number | undefined {
  if (month < from.slice(0, 7) || month > to.slice(0, 7)) return undefined;
  return counts[monthNumber(month) - monthNumber(from)] ?? 0;
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

/** Code and branch of the unit that leads. */
export function leaderOf(row: PairRow): { unit: string; branch: string } {
  const [, , unit, , branch] = row[row.leading];
  return { unit, branch };
}

/** Whether a unit, or a branch above it, leads the pair. */
export function isLedBy(row: PairRow, code: string): boolean {
  const { unit, branch } = leaderOf(row);
  return unit === code || branch === code;
}

function isOfUnit(row: PairRow, unit: string): boolean {
  return [row.mentor, row.apprentice].some(([, , code, , branch]) => code === unit || branch === unit);
}
