import type { Pair } from "@dunmiao/domain/pair";
import { decidersOf } from "@dunmiao/domain/pair/ground";
import { may } from "@dunmiao/domain/permissions";
import { accept, type Refused, refuse } from "@dunmiao/domain/refusal";
import { type PairRequest, pairRail } from "./changePair.ts";
import { type Gone, rulesOfLeaver } from "./elsewhere.ts";
import type { Acting } from "./engine/acting.ts";
import type { Changed } from "./engine/change.ts";
import { presentOfficer } from "./presentOfficer.ts";
import { changeOnRail } from "./rail.ts";
import { type PairRule, sealPairs } from "./sealPairs.ts";

/**
 * Says of a mentor that they are away from a day on: every pair of theirs that the actor decides about is an orphan from
 * then, in one transaction. Refuses `unknown-officer`, and `no-pair-to-leave` where nothing follows.
 */
export async function mentorAway(
  acting: Acting,
  { serviceNumber: number, ...gone }: Gone,
  once?: PairRequest["once"],
): Promise<Changed<Pair> | Refused> {
  const { from, to } = gone;
  if (to !== undefined && to < from) return refuse("from-after-to", "to", { from });
  const officer = await presentOfficer(acting.store, number);
  if (!officer) return refuse("unknown-officer", "mentor", { serviceNumber: number });
  const all = await rulesOfLeaver(acting, { serviceNumber: officer.id, ...gone });
  const rules = all.map(onlyIfDecided);
  const { sealed } = await sealPairs(acting, rules);
  const wanted = rules.filter(({ id }) => sealed.some(({ record }) => record.id === id));
  const [first, ...others] = wanted;
  if (!first) return refuse("no-pair-to-leave", "mentor");
  const rail: typeof pairRail = {
    ...pairRail,
    besides: async () => {
      const { sealed: together, beside } = await sealPairs(acting, others);
      return accept({ together, beside });
    },
  };
  const { actor, today } = acting;
  return changeOnRail(rail, acting, {
    id: first.id,
    once,
    rule: ({ record, rules: by }) => first.rule({ pair: record, ...by, actor, today }),
  });
}

function onlyIfDecided({ id, rule }: PairRule): PairRule {
  return {
    id,
    rule: (ground) =>
      may(ground.actor, "substitute-mentor", decidersOf(ground.pair)) ? rule(ground) : refuse("forbidden"),
  };
}
