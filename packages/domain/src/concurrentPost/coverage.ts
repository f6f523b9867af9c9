import { addMonths } from "../calendarDate.ts";
import { lastDayOf, postStateOn } from "../concurrentPost.ts";
import { type PlaceKind, placeKinds } from "../place.ts";

type PlaceRow = {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly unit: string;
  readonly isClosed: boolean;
};
type PostRow = {
  readonly place: { readonly code: string };
  readonly from: string;
  readonly to: string;
  readonly ended?: { readonly on: string } | undefined;
};

/** A place that exists, with the posts held there today. */
export type Covered<P, Q> = { place: P; posts: Q[]; isEnding: boolean };
/** Of one kind: how many places there are, how many have somebody today and nobody, and how many lose theirs this quarter. */
export type CoverageFigures = Readonly<
  Record<PlaceKind, Record<"places" | "covered" | "nobody" | "ending", number>>
>;

/** The first and last day of the calendar quarter of a day. */
export function quarterOf(today: string): { from: string; to: string } {
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const from = `${today.slice(0, 4)}-${String(quarter * 3 + 1).padStart(2, "0")}-01`;
  // The last day of a month is the one that 31 days of it would be cut to.
  const to = addMonths(`${today.slice(0, 4)}-01-31`, quarter * 3 + 2);
  return { from, to };
}

/** Whether a post that is held today ends within the calendar quarter. */
export function endsThisQuarter(post: PostRow, today: string): boolean {
  return postStateOn(post, today) === "serving" && lastDayOf(post) <= quarterOf(today).to;
}

/**
 * Who is where today, place by place. A place loses its people this quarter where each post there ends in it. Closed
 * places are left out; posts at places that are not on the list cover none.
 */
export function coverageOf<P extends PlaceRow, Q extends PostRow>(
  places: readonly P[],
  posts: readonly Q[],
  today: string,
): Covered<P, Q>[] {
  const serving = Map.groupBy(
    posts.filter((post) => postStateOn(post, today) === "serving"),
    ({ place }) => place.code,
  );
  return places
    .filter(({ isClosed }) => !isClosed)
    .map((place) => {
      const held = serving.get(place.id) ?? [];
      const isEnding = held.length > 0 && held.every((post) => endsThisQuarter(post, today));
      return { place, posts: held, isEnding };
    });
}

/** The figures of a coverage, kind by kind. */
export function coverageFigures(covered: readonly Covered<PlaceRow, PostRow>[]): CoverageFigures {
  const figuresOf = (kind: PlaceKind) => {
    const of = covered.filter(({ place }) => place.kind === kind);
    const nobody = of.filter(({ posts }) => posts.length === 0).length;
    const ending = of.filter(({ isEnding }) => isEnding).length;
    return { places: of.length, covered: of.length - nobody, nobody, ending };
  };
  const [school, community, street, grid] = [...placeKinds].map(figuresOf);
  if (!school || !community || !street || !grid) throw new Error("a kind of place without figures");
  return { school, community, street, grid };
}
