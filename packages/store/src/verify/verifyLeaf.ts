import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import {
  type AuditTree,
  appendLeaf,
  emptyAuditTree,
  keepNewest,
  type Leaf,
} from "@dunmiao/domain/audit/leaf";
import { rootOf } from "@dunmiao/domain/audit/merkleTree";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { hashOfText } from "@dunmiao/domain/event";
import * as z from "zod";
import { allHeads, allLeaves } from "../audit/treeRead.ts";
import { loadTreeState } from "../audit/treeState.ts";
import { loadItems } from "../engine/batchGet.ts";
import type { Store } from "../engine/client.ts";
import { parseChanged } from "../engine/indexKeys.ts";
import { eventKey, eventPrefix, type Key, partitionOf } from "../engine/keys.ts";
import type { Kind } from "../engine/kinds.ts";
import { openEvent, textOfEvent } from "../engine/storedText.ts";
import type { Item } from "./verify.ts";

type Of = { kind: Kind; id: string };
/**
 * What the tree of the days says: the newest leaf of each record by `kind id`, the days (YYYY-MM-DD) of the first leaf and
 * of the last head, and what of the tree itself is wrong, by day.
 */
export type KnownTree = {
  newest: Map<string, Leaf>;
  firstDay: string;
  lastDay: string;
  faults: { day: string; fault: string }[];
};

export const leafName = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;

/** Grows the tree anew from its leaves and compares it with its heads and its state. Signatures are for who holds the key. */
export async function knownTree(store: Store): Promise<KnownTree> {
  const { state, heads } = await stateAndHeads(store);
  const known: KnownTree = { newest: new Map(), firstDay: "", lastDay: heads.at(-1)?.day ?? "", faults: [] };
  const found = (day: string, fault: string) => known.faults.push({ day, fault });
  let tree = emptyAuditTree;
  let [day, next] = ["", 0];
  const unsigned = new Set<string>();
  const compare = () => {
    for (const each of heads)
      if (each.head?.size === tree.size && !isHeadOf(each.head, tree)) found(each.day, "head-other-tree");
  };
  compare();
  for await (const leaf of allLeaves(store)) {
    // What was appended after the state was read is for the next time.
    if (state && tree.size >= state.tree.size) break;
    if (leaf.index !== next) found(leaf.day, `leaf-missing ${next}`);
    next = leaf.index + 1;
    known.firstDay ||= leaf.day;
    day = leaf.day;
    unsigned.add(day);
    keepNewest(known.newest, leafName(leaf), leaf);
    tree = appendLeaf(tree, leaf);
    compare();
  }
  for (const each of heads) {
    unsigned.delete(each.day);
    if (!each.head || each.head.day !== each.day || each.head.size > tree.size)
      found(each.day, "head-other-tree");
  }
  // A day is left with its head; only the one that is being closed has none.
  for (const each of unsigned) if (each !== state?.day) found(each, "head-missing");
  if (tree.size > 0 || state)
    if (
      !state ||
      state.tree.size !== tree.size ||
      !isHeadOf({ ...state.tree, root: rootOf(state.tree) }, tree)
    )
      found(day, "tree-state");
  return known;
}

/** Both of one moment: a closing that goes on meanwhile signs heads that the state before does not know. */
async function stateAndHeads(store: Store) {
  let state = await loadTreeState(store);
  for (;;) {
    const kept = await allHeads(store);
    const after = await loadTreeState(store);
    if (after?.version === state?.version)
      return {
        state,
        heads: kept.map(({ day, note }) => ({ day, head: parseHead(parseNote(note)?.text ?? "") })),
      };
    state = after;
  }
}

/** Whether a head is that of a tree. */
export function isHeadOf({ root, sm3 }: Pick<TreeHead, "root" | "sm3">, tree: AuditTree): boolean {
  return root === rootOf(tree) && sm3 === tree.sm3;
}

/**
 * What a record's trail and the tree do not agree on, with the day: `cut-off` where an event that went into the tree is gone,
 * `rewritten` where it is another one, `not-in-tree` where its day is closed and the tree does not know it. One GetItem, or
 * one Query of one event.
 */
export async function leafFaults(store: Store, of: Of, tree: KnownTree): Promise<string[]> {
  const leaf = tree.newest.get(leafName(of));
  const faults = leaf ? await trailFaults(store, of, leaf) : [];
  const newest = await newestEvent(store, of);
  if (!newest || newest.version <= (leaf?.version ?? 0)) return faults;
  const isBefore = !leaf && newest.day < tree.firstDay;
  // What is written after its day was closed comes with the next closing.
  const isLate = newest.day < tree.lastDay && !isBefore;
  return isLate ? [...faults, `not-in-tree ${newest.day}`] : faults;
}

/** What a record's trail does not agree on with one leaf. One GetItem. */
export async function trailFaults({ documents, tableName }: Store, of: Of, leaf: Leaf): Promise<string[]> {
  const Key = eventKey(of.kind, of.id, leaf.version);
  const { Item } = await documents.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }));
  if (!Item) return [`cut-off ${leaf.day}`];
  return hashOfText(textOfEvent(Item)) === leaf.head ? [] : [`rewritten ${leaf.day}`];
}

/** Those of many leaves with whose trail nothing is wrong. One BatchGetItem for 100 of them. */
export async function leavesInTrail<L extends Leaf & Of>(
  store: Store,
  leaves: readonly L[],
): Promise<Set<L>> {
  const keyed = leaves.map((leaf) => ({ leaf, key: eventKey(leaf.kind, leaf.id, leaf.version) }));
  const keys = new Map(keyed.map(({ key }) => [nameOf(key), key]));
  const items = await loadItems(store, [...keys.values()]);
  const heads = new Map(
    items.map((item) => [
      nameOf({ pk: String(item.pk), sk: String(item.sk) }),
      hashOfText(textOfEvent(item)),
    ]),
  );
  return new Set(keyed.flatMap(({ leaf, key }) => (heads.get(nameOf(key)) === leaf.head ? [leaf] : [])));
}

function nameOf({ pk, sk }: Key): string {
  return `${pk} ${sk}`;
}

const eventSchema = z.object({ event: z.object({ version: z.int(), at: z.iso.datetime() }) });

async function newestEvent(
  { documents, tableName }: Store,
  { kind, id }: Of,
): Promise<{ version: number; day: string } | undefined> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": partitionOf(kind, id), ":prefix": eventPrefix },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: 1,
    }),
  );
  const [item] = Items;
  const { data } = eventSchema.safeParse(item && openEvent(item));
  // One that does not parse is a fault of the chain.
  return item && data && { version: data.event.version, day: dayOf(item, data.event.at) };
}

/** The day whose closing takes an event up; of events from before there was a tree the day of its instant. */
function dayOf({ directorySort }: Item, at: string): string {
  return typeof directorySort === "string" ? parseChanged(directorySort).day : shanghaiDate(new Date(at));
}
