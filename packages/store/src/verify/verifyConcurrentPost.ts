import { type ConcurrentPost, concurrentPostSchema } from "@dunmiao/domain/concurrentPost";
import { loadClaimOf, placeClaimOf, placeHeld } from "../concurrentPost.ts";
import type { Store } from "../engine/client.ts";
import { readRecord } from "./verify.ts";

/** A role at a place that a post does not hold for exactly its days. */
export async function verifyConcurrentPost(store: Store, post: ConcurrentPost): Promise<string[]> {
  const { periods } = await loadClaimOf(store, post);
  const [first, ...more] = periods.filter((each) => each.secondmentId === post.id);
  const held = placeHeld(post);
  return first?.from === held?.from && first?.to === held?.to && more.length === 0 ? [] : ["place-claim"];
}

/** Whether a post stands behind what a claim on a role at a place says of it. One GetItem. */
export async function isPostBehind(store: Store, id: string, pk: string): Promise<boolean> {
  const item = await readRecord(store, { kind: "post", id });
  const parsed = concurrentPostSchema.safeParse(item?.record);
  // One that does not parse is named itself.
  if (!parsed.success) return item !== undefined;
  return placeHeld(parsed.data) !== undefined && placeClaimOf(parsed.data).pk === pk;
}
