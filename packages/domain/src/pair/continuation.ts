import type { Pair, PairLink } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { PairChange } from "./ground.ts";

/** An earlier pair of the same apprentice and focus; `isSameTwo` where it had the same mentor. */
export type Earlier = { readonly pair: Pair; readonly isSameTwo: boolean };

/**
 * What a new pair follows. The same two go on as often as the scheme says (`renewals-used-up`); a further term after a
 * failed test is none of these, and neither is a pair that was handed over in between. Where failing means another mentor,
 * the same two go on only after a test that was passed (`renewal-needs-pass`).
 */
export function continuationOf(
  earlier: Earlier | undefined,
  { renewals, onFailure }: Pick<PairScheme, "renewals" | "onFailure">,
): Outcome<Pick<Pair, "continues" | "renewal">> {
  if (!earlier) return accept({});
  const { pair, isSameTwo } = earlier;
  const { id: pairId, status, renewal: before = 0 } = pair;
  if (!isSameTwo) return accept(status === "failed" ? { continues: { pairId, how: "another-mentor" } } : {});
  const isPassed = pair.tests.some((each) => each.isPassed);
  if (onFailure === "another-mentor" && !isPassed && status !== "handed-over")
    return refuse("renewal-needs-pass", "mentor");
  const isCounted = status !== "failed" && status !== "handed-over";
  const renewal = before + (isCounted ? 1 : 0);
  if (renewal > renewals) return refuse("renewals-used-up", "mentor", { renewals });
  const how = status === "failed" ? "further-term" : "renewal";
  return accept({ continues: { pairId, how }, ...(renewal > 0 && { renewal }) });
}

/** The earlier pair learns which one follows it. */
export function followedBy(pair: Pair, by: PairLink): PairChange {
  const { pairId, how } = by;
  return {
    after: { ...pair, continuedBy: by },
    event: { type: "pair.continued", change: { pair: pairId, how } },
  };
}
