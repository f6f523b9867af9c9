import { digits, join, part, partsOf } from "./keys.ts";
import type { FlagKind, Kind } from "./kinds.ts";
import type { KeyAttribute } from "./table.ts";

/** Attributes of an item that the indexes read. */
export type IndexAttributes = Partial<Record<Exclude<KeyAttribute, "pk" | "sk">, string>>;

/** Where a record shows up: its cohort, host, sending unit, officer, and the directory of its kind. */
export type Placement = {
  cohort?: { id: string; serviceNumber: string };
  host?: { branch: string; station: string };
  sending?: { unit: string };
  officer?: { serviceNumber: string; termFrom: string };
  directory?: { name: Directory; sort: string };
};

/** One partition of `byKind`. */
export type Directory =
  | "unit"
  | "cohort"
  | "notice"
  | "import"
  | "flag"
  | "scheme"
  | "spot-check"
  | "pair"
  | "pair-scheme"
  | "place"
  | "post"
  | "account"
  | "cosigner"
  | "audit-export"
  | `officer#${string}`
  | `changed#${Kind}`;

/** Officers are listed by home unit. */
export function officerDirectory(homeUnit: string): Directory {
  return `officer#${part(homeUnit)}`;
}

/** Pairs of a unit's branch, of a mentor or of an apprentice have partitions of their own beside secondments. */
export function pairPartition(code: string): string {
  return join("pair", code);
}

/** Index attributes of a record; `dueOn` (YYYY-MM-DD) puts it on the sweep's list, its absence takes it off. */
export function indexAttributes(
  kind: FlagKind,
  id: string,
  placed: Placement & { dueOn?: string },
): IndexAttributes {
  const { cohort, host, sending, officer, directory, dueOn } = placed;
  return {
    ...(dueOn && { dueKind: kind, dueAt: join(dueOn, id) }),
    ...(cohort && { cohortId: cohort.id, serviceNumber: cohort.serviceNumber }),
    ...(host && { hostBranch: host.branch, hostSort: join(host.station, id) }),
    ...(sending && { sendingUnit: sending.unit, sendingSort: id }),
    ...(officer && { officer: officer.serviceNumber, termFrom: officer.termFrom }),
    ...(directory && { directory: directory.name, directorySort: directory.sort }),
  };
}

/** Start of the sort key of every secondment at one station within its branch. */
export function stationPrefix(station: string): string {
  return `${part(station)}#`;
}

/** Bounds (both inclusive) of `dueAt` for everything due on `asOf` or before; `$` follows `#`. */
export function dueBounds(asOf: string, after?: string): { from: string; to: string } {
  // "!" sorts before every character of an id: the first key after `after` itself.
  return { from: after === undefined ? "0" : `${after}!`, to: `${part(asOf)}$` };
}

/** Events of a kind in the order of the days on which they were written: what the closing of a day asks for. */
export function changedDirectory(kind: Kind): Directory {
  return `changed#${kind}`;
}

/** An event among those of its day (YYYY-MM-DD); the head stands in the key, so that nobody has to read the event. */
export type ChangedSort = { day: string; id: string; version: number; head: string };

export function changedAttributes(kind: Kind, of: ChangedSort): IndexAttributes {
  const directorySort = join(of.day, of.id, digits(of.version, 9), of.head);
  return { directory: changedDirectory(kind), directorySort };
}

export function parseChanged(directorySort: string): ChangedSort {
  const [day = "", id = "", version = "", head = ""] = partsOf(directorySort);
  return { day, id, version: Number(version), head };
}
