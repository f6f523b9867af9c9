import * as z from "zod";
import { signature } from "../actor.ts";
import { hashOf } from "../event.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { refusedAct, sideOf } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { pairTextNames, wordsSchema } from "./words.ts";

export const pairStatementSchema = z.object({ words: wordsSchema });

/** What the apprentice says of the term; written anew until the first final test, and the trail keeps every revision. */
export function statePair(
  ground: PairGround,
  { words }: z.infer<typeof pairStatementSchema>,
): Outcome<PairChange> {
  const { pair, actor, today } = ground;
  const refused = refusedAct(ground, "state-pair");
  if (refused) return refused;
  if (sideOf(pair, actor, today) !== "apprentice") return refuse("forbidden");
  if (pair.tests.length > 0) return refuse("tested-already");
  const revision = (pair.statement?.revision ?? 0) + 1;
  const text = { words };
  const statement = { made: { by: signature(actor), on: today }, words: hashOf(text), revision };
  return accept({
    after: { ...pair, statement },
    event: { type: "pair.stated", change: { words: statement.words, revision } },
    texts: [{ name: pairTextNames.statement, id: `s.${revision}`, text }],
  });
}
