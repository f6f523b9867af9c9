import { changesAfter } from "../audit/changedRecords.ts";
import { type KeptDifference, keepChecked, pageOfDifferences } from "../audit/differences.ts";
import { leavesAfter } from "../audit/treeRead.ts";
import type { Store } from "../engine/client.ts";
import { kinds } from "../engine/kinds.ts";
import { checkChanges, checkLeaves, checkRecord, readAgainst } from "./checkRecords.ts";
import { newPass } from "./newPass.ts";
import type { ChangesPlace, LeavesPlace, VerifyState } from "./verifyState.ts";
import { endFaults, growBy, readHeads, unlessUnreadable } from "./verifyTree.ts";

/** Where checking stands after a step, and of how much that is wrong nobody was told yet. */
type Step = { state: VerifyState; found: number };

/** Looks again at records that were not in order, signed for or not. */
export async function knownStep(store: Store, state: VerifyState, limit: number): Promise<Step> {
  const after = state.known === "done" ? undefined : state.known.after;
  const { differences, next } = await pageOfDifferences(store, { after, limit });
  const against = await readAgainst(store);
  let found = 0;
  for (const each of differences) {
    const kind = kinds.find((one) => one === each.kind);
    if (each.goneOn || (!kind && each.since)) continue;
    if (!kind) {
      // What it was about is asked anew by its own step; that it cannot be read has to be told.
      if (await keepChecked(store, { ...each, faults: [] }, state.asOf)) found += 1;
    } else if (await checkRecord(store, { kind, id: each.id }, { against, on: state.asOf })) found += 1;
  }
  return { state: { ...state, known: next === undefined ? "done" : { after: next } }, found };
}

/** The next part of a pass; at its end what of the tree was not met again is gone, and a pass begins with the next day. */
export async function passStep(store: Store, state: VerifyState, limit: number): Promise<Step> {
  const { place } = state;
  const most = Math.min(limit, state.left);
  return place.in === "leaves"
    ? leavesStep(store, { ...state, place }, most)
    : changesStep(store, { ...state, place }, most);
}

async function leavesStep(
  store: Store,
  state: VerifyState & { place: LeavesPlace },
  most: number,
): Promise<Step> {
  const against = await readAgainst(store);
  const heads = (await unlessUnreadable(() => readHeads(store))) ?? [];
  let { place, left } = state;
  let found = 0;
  const tell = async (faults: readonly { id: string; fault: string }[]) => {
    for (const { id, fault } of faults)
      if (await keepChecked(store, { kind: "tree", id, faults: [fault] }, state.asOf)) found += 1;
  };
  for (let seen = 0; seen < most; ) {
    const chunk = await unlessUnreadable(() => leavesAfter(store, place.after));
    if (!chunk) {
      await tell(await lastFaults(store, place));
      return { state: { ...state, left, place: { in: kinds[0] } }, found };
    }
    const { first, leaves, sk } = chunk;
    const grown = growBy(place, { first, leaves, heads });
    await tell(grown.faults);
    found += await checkLeaves(store, { first, leaves }, { against, on: state.asOf });
    place = { ...grown.place, after: sk };
    seen += leaves.length;
    left -= leaves.length;
  }
  return { state: { ...state, left, place }, found };
}

/** The end of the leaves, or leaves that do not parse: those that follow wait for the next pass. */
async function lastFaults(store: Store, place: LeavesPlace) {
  const isReadable = await unlessUnreadable(async () => {
    await leavesAfter(store, place.after);
    return true;
  });
  if (!isReadable) return [{ id: "leaves", fault: `leaf-unreadable ${place.tree.size}` }];
  return (
    (await unlessUnreadable(() => endFaults(store, place))) ?? [{ id: "state", fault: "tree-unreadable" }]
  );
}

/** Kinds of which nothing was changed cost a Query and none of the day's part. */
async function changesStep(
  store: Store,
  state: VerifyState & { place: ChangesPlace },
  most: number,
): Promise<Step> {
  const against = await readAgainst(store);
  let { place, left } = state;
  let found = 0;
  for (let seen = 0; seen < most; ) {
    const limit = most - seen;
    const { rows, next } = await changesAfter(store, place.in, { after: place.after, limit });
    found += await checkChanges(store, { kind: place.in, rows }, { against, on: state.asOf });
    seen += rows.length;
    left -= rows.length;
    const kind = next === undefined ? kinds[kinds.indexOf(place.in) + 1] : place.in;
    if (!kind) {
      await settleTree(store, state);
      return { state: { ...state, ...(await newPass(store, state.asOf)), left: 0 }, found };
    }
    place = { in: kind, ...(next !== undefined && { after: next }) };
  }
  return { state: { ...state, left, place }, found };
}

/** What of the tree a whole pass has not met again is gone. */
async function settleTree(store: Store, { begunOn, asOf }: VerifyState): Promise<void> {
  let after: string | undefined;
  do {
    const page = await pageOfDifferences(store, { after, limit: 1_000 });
    const isGone = ({ kind, seenOn, goneOn }: KeptDifference) =>
      kind === "tree" && seenOn !== undefined && seenOn < begunOn && !goneOn;
    for (const { kind, id } of page.differences.filter(isGone))
      await keepChecked(store, { kind, id, faults: [] }, asOf);
    after = page.next;
  } while (after !== undefined);
}
