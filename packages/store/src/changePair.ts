import type { Pair } from "@dunmiao/domain/pair";
import type { PairChange, PairGround, PairRules } from "@dunmiao/domain/pair/ground";
import { type HandOverInput, handOverPair } from "@dunmiao/domain/pair/handOverPair";
import { nameSubstitute, type SubstituteInput } from "@dunmiao/domain/pair/nameSubstitute";
import { type PairStep, pairSteps } from "@dunmiao/domain/pair/pairSteps";
import { actMessages } from "@dunmiao/domain/pair/tellPair";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import type { Acting } from "./engine/acting.ts";
import type { Changed } from "./engine/change.ts";
import { loadRecord } from "./engine/record.ts";
import { inboxWrites } from "./notification.ts";
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
  rulesFor: async ({ store, calendar }, pair) => ({
    scheme: await pairSchemeOf(store, pair),
    calendar: await calendar.current(),
  }),
  labelOf: ({ scheme }) => schemeLabel(scheme),
  derive: derivePair,
  besides: async (acting, { before, change, rules }) => {
    const { scheme } = rules;
    const { after, further } = change;
    const begun = further ? [{ after: further.after, scheme }] : [];
    const held = await movedHeld(acting.store, [{ before, after, scheme }, ...begun]);
    if (!held.ok) return held;
    return accept({ beside: [...held.value, ...inboxWrites(actMessages(change, acting.today))] });
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

/** Hands an apprentice over to another mentor: the end of one pair and the beginning of the next in one transaction. */
export async function handOver(
  acting: Acting,
  input: HandOverInput,
  { id, next, units, once }: { id: string; next: string; units: Units; once?: Once },
): Promise<Changed<Pair>> {
  const mentor = await presentOfficer(acting.store, input.mentor);
  const pair = await loadRecord(acting.store, pairNoun, id);
  const apprentice = pair && (await presentOfficer(acting.store, pair.apprentice.officer.serviceNumber));
  const rule = (ground: PairGround) => handOverPair(ground, input, { id: next, mentor, apprentice, units });
  return changePair(acting, { id, once, rule });
}
