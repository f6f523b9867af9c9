import { appendLeaf, type Leaf } from "@dunmiao/domain/audit/leaf";
import { rootOf } from "@dunmiao/domain/audit/merkleTree";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead } from "@dunmiao/domain/audit/treeHead";
import { allHeads, headOf, newestHeads } from "../audit/treeRead.ts";
import { loadTreeState } from "../audit/treeState.ts";
import type { Store } from "../engine/client.ts";
import { StoredRowError } from "../engine/parseStored.ts";
import { isHeadOf } from "./verifyLeaf.ts";
import type { LeavesPlace } from "./verifyState.ts";

/** What of the tree does not agree, with the day (YYYY-MM-DD) or the index that it is about. */
export type TreeFault = { id: string; fault: string };

/** The newest signed head from where nobody can change it; undefined where none was ever kept there. */
export type NewestKept = () => Promise<string | undefined>;
/** What is asked of where heads are kept; `of`: every signed head that is kept there of a day (YYYY-MM-DD). Rejects where it cannot be read. */
export type KeptHeads = { newest: NewestKept; of: (day: string) => Promise<readonly string[]> };

/**
 * Whether the table still knows the newest head that was kept elsewhere: who removes leaves and heads together, or writes
 * others, is told by that. Four requests.
 */
export async function anchorFaults(store: Store, newestKept: NewestKept): Promise<string[]> {
  const state = await loadTreeState(store);
  const [newest] = await newestHeads(store, 1);
  const note = await newestKept();
  if (note === undefined) return newest ? ["anchor-missing"] : [];
  const kept = parseHead(parseNote(note)?.text ?? "");
  if (!kept) return ["anchor-unreadable"];
  const head = await headOf(store, kept.day);
  // It is kept there first: the closing that does so is under way.
  const isUnderWay = !head && state?.isWhole === true && state.day === kept.day;
  return [
    ...(head || isUnderWay ? [] : [`head-missing ${kept.day}`]),
    ...(head && head.note !== note ? [`head-other ${kept.day}`] : []),
    ...((state?.tree.size ?? 0) < kept.size ? [`tree-cut ${kept.day}`] : []),
    ...(newest && newest.day > kept.day ? [`anchor-behind ${newest.day}`] : []),
  ];
}

type Heads = readonly { day: string; size: number | undefined; root: string; sm3: string }[];

/** The heads as they are kept, also those that cannot be read. */
export async function readHeads(store: Store): Promise<Heads> {
  return (await allHeads(store)).map(({ day, note }) => {
    const head = parseHead(parseNote(note)?.text ?? "");
    const isOwn = head?.day === day;
    return { day, size: isOwn ? head.size : undefined, root: head?.root ?? "", sm3: head?.sm3 ?? "" };
  });
}

/** Grows the tree by leaves that were appended together, and names heads that are not its own; after the first fault it names no more. */
export function growBy(
  place: LeavesPlace,
  { first, leaves, heads }: { first: number; leaves: readonly Leaf[]; heads: Heads },
): { place: LeavesPlace; faults: TreeFault[] } {
  const faults: TreeFault[] = [];
  if (first !== place.tree.size)
    faults.push({ id: leaves[0]?.day ?? "", fault: `leaf-missing ${place.tree.size}` });
  let { tree } = place;
  for (const leaf of leaves) {
    tree = appendLeaf(tree, leaf);
    const size = tree.size;
    const other = heads.find((each) => each.size === size && !isHeadOf(each, tree));
    if (other) faults.push({ id: other.day, fault: "head-other-tree" });
  }
  return {
    place: { ...place, tree, isBroken: place.isBroken || faults.length > 0 },
    faults: place.isBroken ? [] : faults.slice(0, 1),
  };
}

/** What is left to ask once all leaves are in: whether some lack at the end, and whether state and heads are of this tree. */
export async function endFaults(store: Store, { tree, isBroken }: LeavesPlace): Promise<TreeFault[]> {
  if (isBroken) return [];
  const state = await loadTreeState(store);
  if (!state) return tree.size === 0 ? [] : [{ id: "state", fault: "tree-state" }];
  const heads = await readHeads(store);
  const wrong = heads.filter(({ size }) => size === undefined || size > state.tree.size);
  const isState =
    state.tree.size !== tree.size || isHeadOf({ ...state.tree, root: rootOf(state.tree) }, tree);
  return [
    ...wrong.slice(0, 1).map(({ day }) => ({ id: day, fault: "head-other-tree" })),
    ...(isState ? [] : [{ id: state.day, fault: "tree-state" }]),
  ];
}

/** What `read` answers, or undefined where a row of the tree does not parse. */
export async function unlessUnreadable<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StoredRowError) return undefined;
    throw error;
  }
}
