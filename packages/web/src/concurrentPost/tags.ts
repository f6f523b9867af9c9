import { lastDayOf, type PostState, postStateOn } from "@dunmiao/domain/concurrentPost";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

const colours = { planned: "blue", serving: "green", past: "grey" } as const satisfies Record<
  PostState,
  string
>;
type Held = { from: string; to: string; ended?: { on: string } | undefined };

/** Whether a post is to come, held or over. */
export function stateTag(text: Text, post: Held, today: string) {
  const state = postStateOn(post, today);
  return tag(text.postPage.state[state], colours[state]);
}

/** First and last day, with the end where it came early. */
export function daysOf(text: Text, post: Held): string {
  const days = text.common.range({ from: post.from, to: post.to });
  if (!post.ended) return days;
  const early = lastDayOf(post) < post.from;
  const { neverBegan, endedOn } = text.postPage;
  return `${days} · ${early ? neverBegan : endedOn({ on: post.ended.on })}`;
}

/** Why a post ended: as somebody wrote it, or where its officer moved. */
export function endedBecause(
  text: Text,
  { reason, because }: { reason: string; because?: "moved" | undefined },
): string {
  return because === "moved" ? text.postPage.endedMoved({ unit: reason }) : reason;
}
