import { partNames, type RecordLine } from "@dunmiao/domain/audit/exportParts";
import { damaged, type Texts, withNewManifest } from "../damage.ts";
import type { Chance } from "./chance.ts";
import {
  type Forgery,
  forgedTrail,
  isOf,
  linesIn,
  nameOf,
  otherValue,
  recordsIn,
  withLeaves,
} from "./trail.ts";

/** An export as somebody leaves it, and what a finding has to be about, where it can be told. */
type Mutation = { texts: Texts; about?: readonly string[] };
/** Undefined where an export has nothing to do it to. */
export type Mutate = (texts: Texts, chance: Chance) => Mutation | undefined | Promise<Mutation>;

const { records, events, texts: words } = partNames;
const changing = ["version", "id", "kind"];

/** What is done to a record by chance; a finding has to name it. */
function ofRecord(
  kinds: readonly string[],
  how: (texts: Texts, of: RecordLine, chance: Chance) => Texts,
): Mutate {
  return (texts, chance) => {
    const all = recordsIn(texts, kinds);
    if (all.length === 0) return undefined;
    const of = chance.pick(all);
    const after = how(texts, of, chance);
    return { texts: withNewManifest(after), about: [nameOf(of)] };
  };
}

function forged(kinds: readonly string[], how: (chance: Chance) => Forgery): Mutate {
  return ofRecord(kinds, (texts, of, chance) => forgedTrail(texts, of, how(chance)));
}

const eventsOf = (texts: Texts, of: RecordLine) => linesIn(texts, events).filter(isOf(of));
const without = (of: RecordLine) => (lines: string[]) => lines.filter((line) => !isOf(of)(line));
/** The days on which it went into the tree: what is not its leaf is a tree that the head of such a day does not know. */
const daysOf = (texts: Texts, of: RecordLine) =>
  linesIn(texts, partNames.leaves)
    .map((line) => JSON.parse(line))
    .flatMap((leaf) => (nameOf(leaf) === nameOf(of) ? [leaf.day] : []));
const otherRecord = (chance: Chance): Forgery => ({ record: (text) => otherValue(text, chance, changing) });

/** Some words beside a record read otherwise. */
const otherWords: Mutate = (texts, chance) => {
  const lines = linesIn(texts, words);
  if (lines.length === 0) return undefined;
  const at = chance.below(lines.length);
  const line = JSON.parse(lines[at] ?? "");
  const text = JSON.parse(otherValue(JSON.stringify(line.text), chance));
  const after = damaged(texts, { [words]: (all) => all.with(at, JSON.stringify({ ...line, text })) });
  return { texts: withNewManifest(after), about: [nameOf(line)] };
};
const withoutWords: Mutate = (texts, chance) => {
  const lines = linesIn(texts, words);
  if (lines.length === 0) return undefined;
  const at = chance.below(lines.length);
  const after = damaged(texts, { [words]: (all) => all.toSpliced(at, 1) });
  return { texts: withNewManifest(after), about: [nameOf(JSON.parse(lines[at] ?? ""))] };
};

/** What is done to records and their trails, the manifest made to fit. */
export const recordKinds: Readonly<Record<string, Mutate>> = {
  "record removed with its trail": ofRecord([], (texts, of) =>
    damaged(texts, { [records]: without(of), [events]: without(of), [words]: without(of) }),
  ),
  "record removed, its trail left": ofRecord([], (texts, of) => damaged(texts, { [records]: without(of) })),
  "trail removed, its record left": ofRecord([], (texts, of) => damaged(texts, { [events]: without(of) })),
  "record doubled": ofRecord([], (texts, of) =>
    damaged(texts, { [records]: (all) => all.flatMap((line) => (isOf(of)(line) ? [line, line] : [line])) }),
  ),
  "record invented with a whole trail": (texts, chance) => {
    const of = chance.pick(recordsIn(texts));
    const as = `${of.id}-${chance.below(1_000)}`;
    return {
      texts: withNewManifest(forgedTrail(texts, of, { as })),
      about: [nameOf({ kind: of.kind, id: as })],
    };
  },
  "record altered": ofRecord([], (texts, of, chance) =>
    damaged(texts, {
      [records]: (all) =>
        all.map((line) =>
          isOf(of)(line) ? JSON.stringify({ ...of, record: otherValue(of.record, chance) }) : line,
        ),
    }),
  ),
  "summary altered": ofRecord(["secondment"], (texts, of, chance) => {
    const { summary } = of;
    const told = typeof summary === "string" ? summary : JSON.stringify(summary);
    const other = otherValue(told, chance);
    return damaged(texts, {
      [records]: (all) =>
        all.map((line) =>
          isOf(of)(line)
            ? JSON.stringify({ ...of, summary: typeof summary === "string" ? other : JSON.parse(other) })
            : line,
        ),
    });
  }),
  "event removed": ofRecord([], (texts, of, chance) => {
    const gone = chance.pick(eventsOf(texts, of));
    return damaged(texts, { [events]: (all) => all.filter((line) => line !== gone) });
  }),
  "event altered with its own hash": ofRecord([], (texts, of, chance) => {
    const own = chance.pick(eventsOf(texts, of));
    const line = JSON.parse(own);
    const event = otherValue(line.event, chance);
    return damaged(texts, {
      [events]: (all) => all.map((each) => (each === own ? JSON.stringify({ ...line, event }) : each)),
    });
  }),
  "tail cut off, the chain made to fit": ofRecord([], (texts, of, chance) => {
    const count = eventsOf(texts, of).length;
    const cut = 1 + chance.below(Math.max(1, count - 1));
    // A record with one event loses all of it.
    return count === 1 ? damaged(texts, { [events]: without(of) }) : forgedTrail(texts, of, { cut });
  }),
  "last state forged with all hashes": forged([], otherRecord),
  "earlier event forged with all hashes after it": ofRecord([], (texts, of, chance) => {
    const at = chance.below(eventsOf(texts, of).length);
    const change = (event: Record<string, unknown>) => ({
      ...event,
      at: "2026-01-01T00:00:00.000Z",
      forged: at,
    });
    return forgedTrail(texts, of, { event: { at, change } });
  }),
  "chain forged with its leaves": (texts, chance) => {
    const of = chance.pick(recordsIn(texts));
    const after = withLeaves(forgedTrail(texts, of, otherRecord(chance)), of);
    return { texts: withNewManifest(after), about: daysOf(texts, of) };
  },
  "notice forged": forged(["notice"], otherRecord),
  "cohort forged": forged(["cohort"], otherRecord),
  "scheme's record forged": forged(["scheme"], otherRecord),
  "outcome of an import forged": ofRecord(["import"], (texts, of) => {
    const at = eventsOf(texts, of).length - 1;
    const change = (event: Record<string, unknown>) => ({ ...event, change: { done: 9, created: 9 } });
    return forgedTrail(texts, of, { event: { at, change } });
  }),
  "words of a form altered": otherWords,
  "words of a form removed": withoutWords,
};
