import { type ConcurrentPost, postStateOn } from "@dunmiao/domain/concurrentPost";

/** A concurrent post as JSON. */
export function postView(post: ConcurrentPost, today: string): object {
  const { head: _, ...shown } = post;
  return { ...shown, state: postStateOn(post, today) };
}
