import type { Pair } from "@dunmiao/domain/pair";
import type { PairChange, PairGround, PairRules } from "@dunmiao/domain/pair/ground";
import { nameSubstitute, type SubstituteInput } from "@dunmiao/domain/pair/nameSubstitute";
import { type PairStep, pairSteps } from "@dunmiao/domain/pair/pairSteps";
import { type PairInput, planPair } from "@dunmiao/domain/pair/planPair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, create, type Decided } from "./engine/change.ts";
import { derivePair, pairNoun } from "./pair.ts";
import { movedHeld } from "./pairClaims.ts";
import { pairSchemeOf } from "./pairScheme.ts";
import { presentOfficer } from "./presentOfficer.ts";
import { changeOnRail, type Rail, type RailRequest } from "./rail.ts";
import type { Units } from "./unit.ts";

/** A pair on the rails: what it holds of its people follows it. */
export const pairRail: Rail<Pair, PairRules, PairStep> = {
  noun: pairNoun,
  steps: pairSteps,
  rulesFor: async ({ calendar }, pair) => ({
    scheme: pairSchemeOf(pair),
    calendar: await calendar.current(),
  }),
  labelOf: ({ scheme }) => schemeLabel(scheme),
  derive: derivePair,
  besides: async (acting, { before, change, rules }) => {
    const held = await movedHeld(acting.store, { before, after: change.after }, rules.scheme);
    return held.ok ? accept({ beside: held.value }) : held;
  },
};

type Once = RailRequest<Pair, PairRules>["once"];
export type PairRequest = {
  id: string;
  rule: (ground: PairGround) => Outcome<PairChange | undefined>;
  once?: Once;
};

/** Runs one rule on one pair and commits what it says: one GetItem and one TransactWriteItems. */
export function changePair(acting: Acting, { id, rule, once }: PairRequest): Promise<Changed<Pair>> {
  const { actor, today } = acting;
  return changeOnRail(pairRail, acting, {
    id,
    once,
    rule: ({ record, rules }) => rule({ pair: record, ...rules, actor, today }),
  });
}

type NewPair = { id: string; scheme: PairScheme; units: Units; once?: Once };

/**
 * Plans a pair: record, event and both claims in one transaction. Of many at the same time for one mentor only as many
 * stand as the scheme allows: whoever comes second reads the claims again.
 */
export async function createPair(acting: Acting, input: PairInput, to: NewPair): Promise<Changed<Pair>> {
  const { store, actor, today } = acting;
  const { id, scheme, units, once } = to;
  const calendar = await acting.calendar.current();
  const rules = { scheme, calendar };
  const decide = async (): Promise<Outcome<Decided<Pair>>> => {
    const [mentor, apprentice] = await Promise.all([
      presentOfficer(store, input.mentor),
      presentOfficer(store, input.apprentice),
    ]);
    const planned = planPair(input, { id, ...rules, units, mentor, apprentice, actor, today });
    if (!planned.ok) return planned;
    const { after, event } = planned.value;
    const held = await movedHeld(store, { after }, scheme);
    if (!held.ok) return held;
    const named = { ...event, scheme: schemeLabel(scheme) };
    return accept({ after, event: named, derive: derivePair(rules), beside: held.value });
  };
  return create(store, { noun: pairNoun, id, decide, once }, stampOf(acting, calendar));
}

/** Says that the mentor of a pair is away, and who leads meanwhile, as they are on file. */
export async function substituteMentor(
  acting: Acting,
  input: SubstituteInput,
  { id, units, once }: { id: string; units: Units; once?: Once },
): Promise<Changed<Pair>> {
  const { substitute } = input;
  const officer = substitute === undefined ? undefined : await presentOfficer(acting.store, substitute);
  const rule = (ground: PairGround) => nameSubstitute(ground, input, { officer, units });
  return changePair(acting, { id, once, rule });
}
