import { type Pair, pairSchema } from "@dunmiao/domain/pair";
import { type ActivityWords, activityTextName, activityWordsSchema } from "@dunmiao/domain/pair/activities";
import type { PairRules } from "@dunmiao/domain/pair/ground";
import { pairStepsOf } from "@dunmiao/domain/pair/pairSteps";
import { pairSummaryOf } from "@dunmiao/domain/pair/pairSummary";
import { wordsSchema } from "@dunmiao/domain/pair/words";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { pairPartition } from "./engine/indexKeys.ts";
import { partsOf } from "./engine/keys.ts";
import type { Noun } from "./engine/kinds.ts";
import { parseStored } from "./engine/parseStored.ts";
import { loadWithBeside } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { storedAsText } from "./engine/storedText.ts";
import { readOrName } from "./engine/unreadable.ts";
import { pairSchemeOf } from "./pairScheme.ts";
import { pairSummaryText } from "./pairSummaryText.ts";

export const pairNoun: Noun<Pair> = { kind: "pair", schema: pairSchema };

const itemSchema = z.object({ sk: z.string() });
const activityItemSchema = itemSchema.extend({ text: storedAsText(activityWordsSchema) });
const wordsItemSchema = itemSchema.extend({ text: storedAsText(z.object({ words: wordsSchema })) });
/** What stands beside a pair: of activities by their id, of all else by name and id (`MID-TERM mid-term`). */
export type PairWords = {
  activities: ReadonlyMap<string, ActivityWords>;
  others: ReadonlyMap<string, string>;
};

/** Activities of two years and more: a pair with fewer texts beside it is one Query. */
const usualTexts = 24;

/** A pair with its scheme, flag, newest events and all words beside it: one Query, more where the words are many. */
export async function loadPair(store: Store, id: string, lastEvents = 25) {
  const found = await loadWithBeside(store, pairNoun, id, { lastEvents, usual: usualTexts });
  if (!found) return undefined;
  const scheme = await pairSchemeOf(store, found.record);
  return { ...found, scheme, words: wordsOf(id, found.beside) };
}

function wordsOf(id: string, items: readonly Record<string, unknown>[]): PairWords {
  const found: { activities: [string, ActivityWords][]; others: [string, string][] } = {
    activities: [],
    others: [],
  };
  for (const item of items) {
    const of = { kind: "pair", id } as const;
    const [, name = "", textId = ""] = partsOf(itemSchema.parse(item).sk);
    const read = <T>(schema: z.ZodType<T>) =>
      readOrName(of, () => parseStored(schema, item, `words of pair ${id}`, of));
    if (name === activityTextName)
      found.activities.push(
        ...read(activityItemSchema).map(({ text }): [string, ActivityWords] => [textId, text]),
      );
    else
      found.others.push(
        ...read(wordsItemSchema).map(({ text }): [string, string] => [`${name} ${textId}`, text.words]),
      );
  }
  return { activities: new Map(found.activities), others: new Map(found.others) };
}

/**
 * Summary, due date and places in the indexes of a pair: in the directory of all by the instant of its last change, and
 * with each unit and person.
 */
export function derivePair(rules: PairRules, steps: typeof pairStepsOf = pairStepsOf) {
  return (pair: Pair, at: string): Derived => {
    const summary = pairSummaryOf(pair, rules, steps(pair, rules));
    const { mentor, apprentice, term, id } = pair;
    return {
      summary: pairSummaryText(summary),
      dueOn: summary.next,
      index: {
        directory: { name: "pair", sort: `${at}#${id}` },
        host: { branch: pairPartition(apprentice.branch.code), station: apprentice.unit.code },
        sending: { unit: pairPartition(mentor.branch.code) },
        officer: { serviceNumber: pairPartition(mentor.officer.serviceNumber), termFrom: term.from },
        cohort: { id: pairPartition(apprentice.officer.serviceNumber), serviceNumber: id },
      },
    };
  };
}
