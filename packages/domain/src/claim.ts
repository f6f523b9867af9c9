import * as z from "zod";
import { accept, type Outcome, refuse } from "./refusal.ts";

/** A period (both days included) for which a secondment holds an officer or a post. */
export const claimPeriodSchema = z.object({ secondmentId: z.string(), from: z.iso.date(), to: z.iso.date() });
export type ClaimPeriod = z.infer<typeof claimPeriodSchema>;

/** Who or what is held; it names the refusal. */
export type ClaimHolder = "officer" | "post";

/**
 * Holds `wanted` beside the periods already held: an officer, and a station post, has one secondment at a time.
 * A secondment that moves replaces its own period. Answers the new periods, earliest first; refuses `officer-busy`
 * or `post-busy` with the first period in the way (`secondmentId`, `from`, `to`), `claim-ends-before-it-starts` on
 * a period the wrong way round.
 */
export function claimPeriod(
  holder: ClaimHolder,
  periods: readonly ClaimPeriod[],
  wanted: ClaimPeriod,
): Outcome<ClaimPeriod[]> {
  if (wanted.to < wanted.from) return refuse("claim-ends-before-it-starts");
  const others = releasePeriod(periods, wanted.secondmentId);
  const inTheWay = others.find((held) => overlap(held, wanted));
  if (inTheWay) return refuse(`${holder}-busy`, undefined, { ...inTheWay });
  return accept(inOrder([...others, wanted]));
}

/** Lets go of what a secondment holds; nothing held is no error. */
export function releasePeriod(periods: readonly ClaimPeriod[], secondmentId: string): ClaimPeriod[] {
  return inOrder(periods.filter((held) => held.secondmentId !== secondmentId));
}

function overlap(one: ClaimPeriod, other: ClaimPeriod): boolean {
  return one.from <= other.to && other.from <= one.to;
}

function inOrder(periods: readonly ClaimPeriod[]): ClaimPeriod[] {
  return periods.toSorted((one, other) => (one.from < other.from ? -1 : 1));
}
