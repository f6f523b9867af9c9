import type { PermittedAct } from "../permissions.ts";
import { type Outcome, refuse } from "../refusal.ts";
import { refusedAct } from "./actOn.ts";
import type { PairChange, PairGround } from "./ground.ts";
import { mentorReturns } from "./nameSubstitute.ts";
import { type Elsewhere, pausePair, resumePair } from "./pauses.ts";

/** A rule that others call, as an act of a person who decides about the pair. */
function acted<Input>(act: PermittedAct, rule: (ground: PairGround, input: Input) => Outcome<PairChange>) {
  return (ground: PairGround, input: Input): Outcome<PairChange> =>
    refusedAct(ground, act) ?? rule(ground, input);
}

/** Somebody of the leading unit says that the mentor leads again. */
export const returnMentor = acted("return-mentor", (ground, { on }: { on: string }) =>
  mentorReturns(ground, { on }),
);
/** Somebody of the leading unit says that the apprentice is elsewhere. */
export const pause = acted("substitute-mentor", (ground, away: Elsewhere) =>
  away.to !== undefined && away.to < away.from
    ? refuse("from-after-to", "to", { from: away.from })
    : pausePair(ground, away),
);
/** And that they are back. */
export const resume = acted("return-mentor", (ground, { on }: { on: string }) => resumePair(ground, { on }));
