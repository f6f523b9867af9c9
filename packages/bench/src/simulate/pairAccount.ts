import { addDays } from "@dunmiao/domain/calendarDate";
import { monthsOf } from "@dunmiao/domain/checkpoint";
import { canonical } from "@dunmiao/domain/event";
import { lastDayOfPair, type Pair } from "@dunmiao/domain/pair";
import type { PairRules } from "@dunmiao/domain/pair/ground";
import { isMentorless, mentorlessRanges } from "@dunmiao/domain/pair/mentorless";
import { pairSteps } from "@dunmiao/domain/pair/pairSteps";
import { pairSummaryOf } from "@dunmiao/domain/pair/pairSummary";
import { verifyTable } from "@dunmiao/operate/verifyTable";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { pairNoun } from "@dunmiao/store/pair";
import { holdsOf } from "@dunmiao/store/pairClaims";
import { allPairs, type PairRow } from "@dunmiao/store/pairDirectory";
import { figuresOf, onDay } from "@dunmiao/web/pair/list";
import { addOne } from "./account.ts";

/** The pairs of a year added up, and everything about them that does not reconcile. */
export type PairAccount = {
  statuses: Map<string, number>;
  headline: { pairs: number; files: number; missing: number };
  largestBytes: number;
  faults: string[];
};

type Of = { ids: readonly string[]; today: string; rules: PairRules };

/** Reads all pairs back and counts anew what lists, claims and steps say of them; then the whole table is verified. */
export async function pairAccount(store: Store, { ids, today, rules }: Of): Promise<PairAccount> {
  const pairs: Pair[] = [];
  for (const id of ids) {
    const pair = await loadRecord(store, pairNoun, id);
    if (pair) pairs.push(pair);
  }
  const rows = await allPairs(store);
  const listed = figuresOf(onDay(rows, today));
  const counted = recounted(pairs, today);
  const statuses = new Map<string, number>();
  for (const { status } of pairs) addOne(statuses, status);
  const faults = [
    ...(canonical(listed) === canonical(counted)
      ? []
      : [`the headline says ${canonical(listed)}, the records ${canonical(counted)}`]),
    ...(rows.length === ids.length && pairs.length === ids.length
      ? []
      : [`${ids.length} begun, ${pairs.length} read back, ${rows.length} listed`]),
    ...pairs.flatMap((pair) => faultsOf(pair, { today, rules }, rows).map((fault) => `${pair.id}: ${fault}`)),
    ...brokenLinks(pairs),
    ...overloads(pairs, rules.scheme.loadCap),
    ...(await verifyTable(store, () => {})).faults.map((fault) => canonical(fault)),
  ];
  const largestBytes = Math.max(0, ...pairs.map((pair) => Buffer.byteLength(canonical(pair))));
  return { statuses, headline: counted, largestBytes, faults };
}

/** Pairs, files and incomplete ones by the facts alone, without what the product derives. */
function recounted(pairs: readonly Pair[], today: string) {
  const begun = new Set(pairs.filter(hasBegun).map(({ id }) => id));
  const counted = pairs.filter(
    ({ id, status, continuedBy }) =>
      begun.has(id) &&
      status !== "dissolved" &&
      !(status === "handed-over" && continuedBy && begun.has(continuedBy.pairId)),
  );
  const files = counted.filter((pair) => isWhole(pair, today)).length;
  return { pairs: counted.length, files, missing: counted.length - files };
}

function hasBegun({ status, term, endedOn }: Pair): boolean {
  return status !== "proposed" && (endedOn === undefined || endedOn >= term.from);
}

function isWhole(pair: Pair, today: string): boolean {
  const { contract, agreement, plan, activities, checkpoints, term } = pair;
  const months = checkpoints.filter(({ key, state }) => key.startsWith("month.") && state !== "dropped");
  const dropped = checkpoints.filter(({ state }) => state === "dropped").map(({ key }) => key);
  const planned = monthsOf({ from: term.from, to: lastDayOfPair(pair) });
  return (
    agreement !== undefined &&
    Object.keys(contract).length === 4 &&
    planned.every((month) => plan[month] !== undefined || dropped.includes(`month.${month}`)) &&
    months.every(
      ({ key, dueOn }) => dueOn >= today || activities.some(({ on }) => key === `month.${on.slice(0, 7)}`),
    )
  );
}

function faultsOf(pair: Pair, { today, rules }: Omit<Of, "ids">, rows: readonly PairRow[]): string[] {
  const left = pairSteps.next(pair, rules, today);
  const { id: _, ...row } = rows.find(({ id }) => id === pair.id) ?? { id: "" };
  const ranges = mentorlessRanges(pair);
  const untold = ranges.filter(
    ({ from }) =>
      from <= today && !isMentorless(ranges, addDays(from, -1)) && !pair.notices?.includes(`orphan.${from}`),
  );
  return [
    ...(left ? [`${left.step} was due on ${left.on}`] : []),
    ...(canonical(row) === canonical(pairSummaryOf(pair, rules)) ? [] : ["its row says otherwise"]),
    ...(pair.status === "active"
      ? untold.map(({ from }) => `nobody was told that it has no mentor from ${from}`)
      : []),
  ];
}

/** Whoever was handed over goes on the next day, with another mentor. */
function brokenLinks(pairs: readonly Pair[]): string[] {
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  return pairs.flatMap(({ id, continuedBy, endedOn = "", mentor }) => {
    if (!continuedBy) return [];
    const next = byId.get(continuedBy.pairId);
    const isNext =
      next?.continues?.pairId === id &&
      next.term.from === addDays(endedOn, 1) &&
      next.mentor.officer.serviceNumber !== mentor.officer.serviceNumber;
    return isNext ? [] : [`${id}: what follows it does not follow`];
  });
}

/** Nobody leads more pairs on one day than the scheme allows, and nobody learns twice. */
function overloads(pairs: readonly Pair[], cap: number): string[] {
  const holds = Map.groupBy(pairs.flatMap(holdsOf), ({ key }) => key.pk);
  return [...holds].flatMap(([pk, all]) => {
    const most = all.some(({ as }) => as === "apprentice") ? 1 : cap;
    const isOver = all.some(
      ({ held: { from } }) => all.filter(({ held }) => held.from <= from && from <= held.to).length > most,
    );
    return isOver ? [`${pk} holds more than ${most}`] : [];
  });
}
