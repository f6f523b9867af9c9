import type { Actor } from "@dunmiao/domain/actor";
import { type Assessment, sentBack } from "@dunmiao/domain/assessment";
import { mayRead } from "@dunmiao/domain/assessment/mayFile";
import { raw } from "hono/html";
import { escapeText } from "../ui/markup.ts";
import { formStateTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

/** That a form was sent back, when, and why as far as the reader may know it. */
export type Returned = { on: string; reason?: string };

/** How a form was sent back; undefined unless it waits to be filed again. */
export function returnedTo(actor: Actor, entry: Assessment | undefined): Returned | undefined {
  const act = entry && sentBack(entry);
  if (!act) return undefined;
  return { on: act.on, ...(mayRead(actor, entry) && act.reason !== undefined && { reason: act.reason }) };
}

/** The tag of a form that was sent back, with the reason behind it, as ready HTML for cells of lists. */
export function returnedTag(text: Text, { reason }: { reason?: string | undefined }) {
  const tag = formStateTag(text, "returned");
  return reason === undefined ? tag : raw(`${tag} <span class="dm-muted">${escapeText(reason)}</span>`);
}
