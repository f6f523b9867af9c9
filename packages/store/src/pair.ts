import { type Pair, pairSchema } from "@dunmiao/domain/pair";
import type { PairRules } from "@dunmiao/domain/pair/ground";
import { pairSummaryOf } from "@dunmiao/domain/pair/pairSummary";
import type { Store } from "./engine/client.ts";
import { pairPartition } from "./engine/indexKeys.ts";
import type { Noun } from "./engine/kinds.ts";
import { loadWithEvents } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { pairSchemeOf } from "./pairScheme.ts";

export const pairNoun: Noun<Pair> = { kind: "pair", schema: pairSchema };

/** A pair with its scheme, flag and newest events: one Query. */
export async function loadPair(store: Store, id: string, lastEvents = 25) {
  const found = await loadWithEvents(store, pairNoun, id, lastEvents);
  return found && { ...found, scheme: pairSchemeOf(found.record) };
}

/** Summary, due date and places in the indexes of a pair: in the directory of all, and with each unit and person. */
export function derivePair(rules: PairRules) {
  return (pair: Pair): Derived => {
    const summary = pairSummaryOf(pair, rules);
    const { mentor, apprentice, term, id } = pair;
    return {
      summary,
      dueOn: summary.next,
      index: {
        directory: { name: "pair", sort: `${term.from}#${id}` },
        host: { branch: pairPartition(apprentice.branch.code), station: apprentice.unit.code },
        sending: { unit: pairPartition(mentor.branch.code) },
        officer: { serviceNumber: pairPartition(mentor.officer.serviceNumber), termFrom: term.from },
        cohort: { id: pairPartition(apprentice.officer.serviceNumber), serviceNumber: id },
      },
    };
  };
}
