import { emptyAuditTree } from "@dunmiao/domain/audit/leaf";
import { countChanged } from "../audit/changedRecords.ts";
import { loadTreeState } from "../audit/treeState.ts";
import type { Store } from "../engine/client.ts";
import type { VerifyState } from "./verifyState.ts";
import { unlessUnreadable } from "./verifyTree.ts";

/** Every leaf and every change is looked at within so many days; two more for days on which no sweep ran. */
const passDays = 28;
/** A small table is through in fewer days. */
const leastPerDay = 50;

/** A pass that begins on a day (YYYY-MM-DD), with how much of it each day has to do. One Query a kind and MB. */
export async function newPass(
  store: Store,
  begunOn: string,
): Promise<Pick<VerifyState, "begunOn" | "perDay" | "place">> {
  const changes = await countChanged(store, { from: "2000-01-01", to: "9999-12-31" });
  const state = await unlessUnreadable(() => loadTreeState(store));
  const share = Math.ceil(((state?.tree.size ?? 0) + changes) / passDays);
  const place = { in: "leaves" as const, tree: emptyAuditTree, isBroken: false };
  return { begunOn, perDay: Math.max(leastPerDay, share), place };
}
