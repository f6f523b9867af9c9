import type { CarriedPosts } from "./carriedPosts.ts";
import { cohortDigests } from "./digest.ts";
import type { Store } from "./engine/client.ts";

type Post = CarriedPosts["posts"][number];

/** Every post of a cohort once, by station: those of all its secondments that were not withdrawn. One Query. */
export async function postsOfCohort(store: Store, cohortId: string): Promise<Post[]> {
  const posts = new Map<string, Post>();
  for (const { status, station, post } of await cohortDigests(store, cohortId))
    if (status !== "withdrawn")
      posts.set(keyOf(station[0], post), { station: station[0], name: station[1], post });
  return [...posts].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, post]) => post);
}

/** How many of the posts that a cohort took over somebody of it holds. One Query. */
export async function filledPosts(store: Store, cohortId: string, carried: CarriedPosts): Promise<number> {
  const held = new Set(
    (await postsOfCohort(store, cohortId)).map(({ station, post }) => keyOf(station, post)),
  );
  return carried.posts.filter(({ station, post }) => held.has(keyOf(station, post))).length;
}

function keyOf(station: string, post: string): string {
  return JSON.stringify([station, post]);
}
