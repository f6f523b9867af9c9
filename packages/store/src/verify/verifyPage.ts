import { dayNumber } from "@dunmiao/domain/calendarDate";
import { keepChecked } from "../audit/differences.ts";
import { allHeads, type KeptHead } from "../audit/treeRead.ts";
import type { Store } from "../engine/client.ts";
import { StoredRowError } from "../engine/parseStored.ts";
import { newPass } from "./newPass.ts";
import { readCalendars } from "./recordFaults.ts";
import { keepVerifyState, loadVerifyState, type VerifyState } from "./verifyState.ts";
import { knownStep, passStep } from "./verifySteps.ts";
import { anchorFaults, type KeptHeads, type NewestKept, unlessUnreadable } from "./verifyTree.ts";

/** Leaves and changes of one call, some seconds of work. */
const perPage = 100;
/** The head of a day is compared with the kept one so often, those of the last days every day. */
const headsEveryDays = 28;
const lastHeads = 7;

/** `more`: call again; `found`: records and others of which nobody was told yet. */
export type VerifiedPage = { next: "more" | "done"; found: number };

/**
 * Checks a page of the table on the day of a sweep (`asOf`, YYYY-MM-DD): first what was wrong before, then the newest
 * anchor and the calendar, then the next part of a pass over all leaves and all changes. What differs is kept as a
 * difference; nothing is changed and nothing stops. It goes on where it stopped, however often it runs. A sweep ahead of
 * `today` checks today's part; a place that no sweep can have come to, later than `today`, is a difference, too: a pass
 * begins anew.
 */
export async function verifyPage(
  store: Store,
  { asOf: sweptOn, today }: { asOf: string; today: string },
  kept?: KeptHeads,
): Promise<VerifiedPage> {
  const asOf = sweptOn > today ? today : sweptOn;
  const { isKept, version, state: stored } = await loadVerifyState(store);
  if (isKept && (!stored || stored.asOf > today)) {
    // With its day, so that it is news again where somebody signed for an earlier one.
    const lost = { kind: "checking", id: "place", faults: [`checking-lost ${asOf}`] };
    const isNew = await keepChecked(store, lost, asOf);
    const page = await beginDay(store, { stored: undefined, version, asOf }, kept);
    return { ...page, found: page.found + (isNew ? 1 : 0) };
  }
  if (stored && stored.asOf > asOf) return { next: "done", found: 0 };
  if (stored?.asOf !== asOf) return beginDay(store, { stored, version, asOf }, kept);
  if (stored.known === "done" && stored.left <= 0) return { next: "done", found: 0 };
  const { state, found } =
    stored.known === "done"
      ? await passStep(store, stored, perPage)
      : await knownStep(store, stored, perPage);
  // Somebody else checked the same page, and kept the same.
  if (!(await keepVerifyState(store, state))) return { next: "more", found };
  return { next: state.known === "done" && state.left <= 0 ? "done" : "more", found };
}

type Day = { stored: VerifyState | undefined; version: number; asOf: string };

async function beginDay(
  store: Store,
  { stored, version, asOf }: Day,
  kept: KeptHeads | undefined,
): Promise<VerifiedPage> {
  const anchor = kept ? await anchorFaultsOf(store, kept.newest) : [];
  const { faults } = await readCalendars(store);
  const isNew = [
    await keepChecked(store, { kind: "anchor", id: "newest", faults: anchor }, asOf),
    await keepChecked(store, { kind: "calendar", id: "in-force", faults }, asOf),
    ...(kept ? await checkHeads(store, asOf, kept.of) : []),
  ];
  const goesOn = stored && (stored.place.in !== "leaves" || stored.place.after !== undefined);
  const begun = goesOn ? stored : await newPass(store, asOf);
  await keepVerifyState(store, { ...begun, version, asOf, known: {}, left: begun.perDay });
  return { next: "more", found: isNew.filter(Boolean).length };
}

/** Which of the heads that are looked at today are not those that were kept elsewhere; a second head of a day is told, too. */
async function checkHeads(store: Store, asOf: string, keptOf: KeptHeads["of"]): Promise<boolean[]> {
  const heads = (await unlessUnreadable(() => allHeads(store))) ?? [];
  const turn = dayNumber(asOf) % headsEveryDays;
  const looked = heads.filter((_, at) => at % headsEveryDays === turn || at >= heads.length - lastHeads);
  const isNew: boolean[] = [];
  for (const { day, note } of looked) {
    const faults = await headFaults({ day, note }, keptOf);
    isNew.push(await keepChecked(store, { kind: "anchor", id: day, faults }, asOf));
  }
  return isNew;
}

async function headFaults(
  { day, note }: Pick<KeptHead, "day" | "note">,
  keptOf: KeptHeads["of"],
): Promise<string[]> {
  try {
    const kept = await keptOf(day);
    return kept.some((each) => each !== note) ? [`head-other ${day}`] : [];
  } catch {
    return ["anchor-unreadable"];
  }
}

/** An anchor that cannot be read is itself what somebody has to look at. */
async function anchorFaultsOf(store: Store, newestKept: NewestKept): Promise<string[]> {
  let note: string | undefined;
  try {
    note = await newestKept();
  } catch {
    return ["anchor-unreadable"];
  }
  try {
    return await anchorFaults(store, async () => note);
  } catch (error) {
    if (error instanceof StoredRowError) return ["tree-unreadable"];
    throw error;
  }
}
