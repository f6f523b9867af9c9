import * as z from "zod";
import { signature } from "../actor.ts";
import { calendarDateSchema } from "../calendarDate.ts";
import type { Pair } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { isMember, refusedAct } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";

export const skillInputSchema = z.object({
  skill: z.string().min(1).max(24),
  /** The day on which it was shown. */
  on: calendarDateSchema,
});
export type SkillInput = z.infer<typeof skillInputSchema>;

/** The checklist of a pair: the skills of its focus. */
export function skillsOf({ focus }: Pick<Pair, "focus">, { focuses }: PairScheme) {
  return focuses.find(({ key }) => key === focus)?.skills ?? [];
}

/** The skills that nobody has signed yet. */
export function skillsLeft(pair: Pair, scheme: PairScheme) {
  return skillsOf(pair, scheme).filter((each) => !pair.skills.some(({ key }) => key === each.key));
}

/** Signs one skill of the checklist, by somebody who is neither of the two (`member-tests`). */
export function signSkill(ground: PairGround, { skill, on }: SkillInput): Outcome<PairChange> {
  const { pair, scheme, actor, today } = ground;
  const refused = refusedAct(ground, "sign-skill");
  if (refused) return refused;
  if (isMember(pair, actor)) return refuse("member-tests");
  if (!skillsOf(pair, scheme).some(({ key }) => key === skill)) return refuse("unknown-skill", "skill");
  if (!skillsLeft(pair, scheme).some(({ key }) => key === skill)) return refuse("skill-signed", "skill");
  if (on < pair.term.from) return refuse("test-before-term", "on", { from: pair.term.from });
  if (on > today) return refuse("in-the-future", "on", { today });
  const signed = { key: skill, on, signed: { by: signature(actor), on: today } };
  return accept({
    after: { ...pair, skills: [...pair.skills, signed] },
    event: { type: "pair.skill-signed", change: { skill, on } },
  });
}
