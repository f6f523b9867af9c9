import type { Covered } from "@dunmiao/domain/concurrentPost/coverage";
import { placeKinds } from "@dunmiao/domain/place";
import type { PostRow } from "@dunmiao/store/concurrentPost";
import type { PlaceRow } from "@dunmiao/store/place";
import * as z from "zod";

/** Which places the coverage shows; what is not readable asks for nothing. */
export const coverageQuery = z.object({
  kind: z.enum(placeKinds).optional().catch(undefined),
  only: z.enum(["nobody", "ending"]).optional().catch(undefined),
});
export type CoverageQuery = z.infer<typeof coverageQuery>;
export type CoveredPlace = Covered<PlaceRow, PostRow>;

/** The places that a query asks for. */
export function coverageAsked(
  covered: readonly CoveredPlace[],
  { kind, only }: CoverageQuery,
): CoveredPlace[] {
  return covered.filter(
    ({ place, posts, isEnding }) =>
      (kind === undefined || place.kind === kind) &&
      (only !== "nobody" || posts.length === 0) &&
      (only !== "ending" || isEnding),
  );
}
