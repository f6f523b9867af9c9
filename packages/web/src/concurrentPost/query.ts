import { postStateOn, postStates } from "@dunmiao/domain/concurrentPost";
import { endsThisQuarter } from "@dunmiao/domain/concurrentPost/coverage";
import { placeKinds } from "@dunmiao/domain/place";
import { nameKey } from "@dunmiao/domain/plainText";
import type { PostRow } from "@dunmiao/store/concurrentPost";
import * as z from "zod";
import { cursorSchema } from "../cursor.ts";

const tick = z.literal("true").optional().catch(undefined);

/** What a list of posts is asked for; what is not readable asks for nothing. */
export const postsQuery = z.object({
  q: z.string().trim().max(60).optional().catch(undefined),
  kind: z.enum(placeKinds).optional().catch(undefined),
  state: z.enum(postStates).optional().catch(undefined),
  place: z.string().max(20).optional().catch(undefined),
  officer: z.string().max(20).optional().catch(undefined),
  /** Held today, and over by the end of the calendar quarter. */
  ending: tick,
  /** The officer has left the unit. */
  moved: tick,
  cursor: cursorSchema.optional().catch(undefined),
});
export type PostsQuery = z.infer<typeof postsQuery>;

/** The posts that a query asks for, in their order; `moved` is asked of the store apart. */
export function postsAsked(rows: readonly PostRow[], query: PostsQuery, today: string): PostRow[] {
  const wanted = query.q === undefined ? "" : nameKey(query.q);
  return rows.filter(
    (row) =>
      (query.kind === undefined || row.place.kind === query.kind) &&
      (query.state === undefined || postStateOn(row, today) === query.state) &&
      (query.place === undefined || row.place.code === query.place) &&
      (query.officer === undefined || row.officer.serviceNumber === query.officer) &&
      (query.ending === undefined || endsThisQuarter(row, today)) &&
      (wanted === "" || searched(row).some((text) => text.includes(wanted))),
  );
}

function searched({ officer, place }: PostRow): string[] {
  return [
    nameKey(officer.name),
    nameKey(place.name),
    officer.serviceNumber.toLowerCase(),
    place.code.toLowerCase(),
  ];
}

/** The address of the list with these filters, or of its file. */
export function postsHref(query: PostsQuery, path = "/posts"): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") search.set(name, value);
  return search.size === 0 ? path : `${path}?${search.toString()}`;
}
