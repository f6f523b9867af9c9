import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import { hashOf } from "../event.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import type { Secondment } from "../secondment.ts";

/** What a successor must know, in this order. */
export const handOverSections = ["ongoing", "people", "places", "equipment", "advice"] as const;
export type HandOverSection = (typeof handOverSections)[number];
export type HandOverWords = { readonly [Section in HandOverSection]?: string | undefined };

/** A hand-over is named by the revision that was looked at. */
export type HandOverInput = { words: HandOverWords; seen?: number | undefined };
type Successor = Pick<Secondment, "id" | "officer" | "corrected">;

/** Whether this person may write the hand-over now: the officer who held the post, or the host station. */
export function mayWriteHandOver(ground: Pick<Ground, "actor" | "secondment">): boolean {
  return refusedWriting(ground) === undefined;
}

function refusedWriting({ actor, secondment }: Pick<Ground, "actor" | "secondment">): Refused | undefined {
  const { status } = secondment;
  if (!may(actor, "write-hand-over", secondment)) return refuse("not-for-this-role");
  return status === "planned" || status === "withdrawn"
    ? refuse("not-open-to-hand-over", undefined, { status })
    : undefined;
}

/** The words of a hand-over beside the record, by revision. */
export const handOverTextName = "HANDOVER";

/**
 * Writes or rewrites the hand-over; its words stand beside the record. What was received before is received anew.
 * Refuses `not-for-this-role`, `not-open-to-hand-over`, `changed-meanwhile`, `hand-over-empty`.
 */
export function writeHandOver(ground: Ground, { words, seen }: HandOverInput): Outcome<Change> {
  const { secondment, actor, today } = ground;
  const refused = refusedWriting(ground);
  if (refused) return refused;
  const before = secondment.handOver;
  const meanwhile = staleRevision(seen, before?.revision ?? 0, before);
  if (meanwhile) return meanwhile;
  const text = textOf(words);
  if (Object.keys(text).length === 0) return refuse("hand-over-empty", handOverSections[0]);
  const revision = (before?.revision ?? 0) + 1;
  const hash = hashOf(text);
  const handOver = { revision, text: { revision, hash }, by: signature(actor), on: today };
  return accept({
    after: { ...secondment, handOver },
    event: { type: "hand-over.written", change: { revision, hash, sections: Object.keys(text) } },
    texts: [{ name: handOverTextName, id: String(revision), text }],
  });
}

/**
 * The successor confirms that they have read it: the officer of the next secondment at the post, and nobody else. Their
 * term is not named: readers of this record need not know it, and its id holds a service number.
 * Refuses `not-the-successor`, `no-hand-over`, `already-received`, `changed-meanwhile`.
 */
export function receiveHandOver(
  ground: Ground,
  { successor, seen }: { successor: Successor | undefined; seen?: number | undefined },
): Outcome<Change> {
  const { secondment, actor, today } = ground;
  const open = toReceive(ground, successor);
  if (!open.ok) return open;
  const handOver = open.value;
  const meanwhile = staleRevision(seen, handOver.revision, handOver);
  if (meanwhile) return meanwhile;
  const received = { by: signature(actor), on: today };
  return accept({
    after: { ...secondment, handOver: { ...handOver, received } },
    event: { type: "hand-over.received", change: { revision: handOver.revision } },
  });
}

/** Whether this person is to confirm receipt now. */
export function mayReceiveHandOver(
  ground: Pick<Ground, "actor" | "secondment">,
  successor: Successor | undefined,
): boolean {
  return toReceive(ground, successor).ok;
}

function toReceive(
  { actor, secondment }: Pick<Ground, "actor" | "secondment">,
  successor: Successor | undefined,
): Outcome<NonNullable<Secondment["handOver"]>> {
  if (!may(actor, "receive-hand-over", { successor })) return refuse("not-the-successor");
  const { handOver } = secondment;
  if (!handOver) return refuse("no-hand-over");
  if (handOver.received) return refuse("already-received", undefined, { on: handOver.received.on });
  return accept(handOver);
}

function textOf(words: HandOverWords): HandOverWords {
  const said = handOverSections.flatMap((each) => {
    const word = words[each]?.trim();
    return word ? [[each, word] as const] : [];
  });
  return Object.fromEntries(said);
}
