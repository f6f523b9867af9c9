import { partNames, type RecordLine } from "@dunmiao/domain/audit/exportParts";
import { type Leaf, leafText } from "@dunmiao/domain/audit/leaf";
import { canonical, hashOfText } from "@dunmiao/domain/event";
import { damaged, type Texts } from "../damage.ts";
import type { Chance } from "./chance.ts";

export type Of = { kind: string; id: string };

// What a test reads of a line, it has written.
const parsed = (line: string) => JSON.parse(line);

export function linesIn(texts: Texts, part: string): string[] {
  return (texts.get(part) ?? "").split("\n").slice(0, -1);
}
/** The records of an export, of some kinds or of all, that a signed head covers as they now are. */
export function recordsIn(texts: Texts, kinds: readonly string[] = []): RecordLine[] {
  const leaves: Leaf[] = linesIn(texts, partNames.leaves).map(parsed);
  const covered = new Set(leaves.map((leaf) => `${nameOf(leaf)} ${leaf.version}`));
  const all: RecordLine[] = linesIn(texts, partNames.records).map(parsed);
  return all.filter(
    (each) =>
      covered.has(`${nameOf(each)} ${each.version}`) && (kinds.length === 0 || kinds.includes(each.kind)),
  );
}
export const nameOf = ({ kind, id }: Of) => `${kind} ${id}`;
export function isOf({ kind, id }: Of) {
  const start = `{"kind":${JSON.stringify(kind)},"id":${JSON.stringify(id)},`;
  return (line: string) => line.startsWith(start);
}

/** How somebody forges: the record as it should read, an event (from 0) with another change, events left out at the end. */
export type Forgery = {
  record?: (text: string) => string;
  event?: { at: number; change: (event: Record<string, unknown>) => Record<string, unknown> };
  cut?: number;
  /** Under another id. */
  as?: string;
};

/** A record and its trail written anew so that every hash among them fits. */
export function forgedTrail(texts: Texts, of: RecordLine, { record, event, cut = 0, as }: Forgery): Texts {
  const mine = isOf(of);
  const all = linesIn(texts, partNames.events).filter(mine).map(parsed);
  const kept = all.slice(0, all.length - cut);
  const renamed = as === undefined ? of.record : canonical({ ...parsed(of.record), id: as });
  const versioned =
    cut === 0 ? renamed : canonical({ ...parsed(renamed), version: Math.max(kept.length, 1) });
  const text = record?.(versioned) ?? versioned;
  const id = as ?? of.id;
  let prev = "0".repeat(64);
  const lines = kept.map((line, at) => {
    const before = { ...parsed(line.event), recordId: id, prev };
    const after = event?.at === at ? event.change(before) : before;
    const isLast = at === kept.length - 1;
    const said = canonical(isLast ? { ...after, recordHash: hashOfText(text) } : after);
    prev = hashOfText(said);
    return JSON.stringify({ ...line, id, event: said, hash: prev });
  });
  const written = JSON.stringify({ ...of, id, version: kept.length, head: prev, record: text });
  if (as !== undefined)
    return damaged(texts, {
      [partNames.records]: (before) => [...before, written],
      [partNames.events]: (before) => [...before, ...lines],
    });
  return damaged(texts, {
    [partNames.records]: (before) => before.map((line) => (mine(line) ? written : line)),
    [partNames.events]: (before) => {
      const first = before.findIndex(mine);
      const others = before.filter((line) => !mine(line));
      return others.toSpliced(first, 0, ...lines);
    },
  });
}

/** The leaves of a record say its trail as it now is. */
export function withLeaves(texts: Texts, of: Of): Texts {
  const hashes = linesIn(texts, partNames.events)
    .filter(isOf(of))
    .map((line) => parsed(line).hash);
  return damaged(texts, {
    [partNames.leaves]: (lines) =>
      lines.map((line) => {
        const leaf: Leaf = parsed(line);
        return nameOf(leaf) === nameOf(of)
          ? leafText({ ...leaf, head: hashes[leaf.version - 1] ?? leaf.head })
          : line;
      }),
  });
}

/** One value somewhere in a JSON text is another one. */
export function otherValue(text: string, chance: Chance, keep: readonly string[] = []): string {
  const holder = { root: parsed(text) };
  const places: (() => void)[] = [];
  const walk = (of: Record<string, unknown> | unknown[]) => {
    for (const [key, value] of Object.entries(of)) {
      if (keep.includes(key)) continue;
      const put = (other: unknown) => places.push(() => Object.assign(of, { [key]: other }));
      if (typeof value === "string") put(`${value}0`);
      else if (typeof value === "number") put(value + 1);
      else if (typeof value === "boolean") put(!value);
      else if (Array.isArray(value)) walk(value);
      else if (value !== null && typeof value === "object") walk(Object(value));
    }
  };
  walk(holder);
  if (places.length > 0) chance.pick(places)();
  return canonical(holder.root);
}
