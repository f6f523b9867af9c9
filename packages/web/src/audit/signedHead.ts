import type { Actor } from "@dunmiao/domain/actor";
import { type KeyChange, keyChanges, parseNote } from "@dunmiao/domain/audit/signedNote";
import { checkCode, parseHead } from "@dunmiao/domain/audit/treeHead";
import { addDays } from "@dunmiao/domain/calendarDate";
import { mayTry } from "@dunmiao/domain/permissions";
import { newestHeads } from "@dunmiao/store/audit/treeRead";
import type { Store } from "@dunmiao/store/engine/client";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import type { InboxMessage } from "@dunmiao/store/notification";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import type { Chrome } from "../ui/chrome.ts";

/** The last signed head; undefined where no day was signed, or where it cannot be read, which the page of heads says. One Query. */
export async function lastSigned(store: Store): Promise<Chrome["signed"]> {
  try {
    const [newest] = await newestHeads(store, 1);
    const head = newest && parseHead(parseNote(newest.note)?.text ?? "");
    return head && { day: head.day, code: checkCode(head) };
  } catch (error) {
    // It takes no print down.
    if (error instanceof StoredRowError) return undefined;
    throw error;
  }
}

/** The newest change of the key that signs, of the last 31 days, one that nobody handed over before others; undefined where heads cannot be read. One Query. */
export async function newestKeyChange(store: Store): Promise<KeyChange | undefined> {
  try {
    const changes = keyChanges(await newestHeads(store, 31));
    return changes.find(({ isHandedOver }) => !isHandedOver) ?? changes[0];
  } catch (error) {
    if (error instanceof StoredRowError) return undefined;
    throw error;
  }
}

/** The check code of the last signed day, at the head of the inbox of whoever audits; undefined for others. One Query. */
export async function signedMessage(c: Context<WebEnv>, actor: Actor): Promise<InboxMessage | undefined> {
  if (!mayTry(actor, "read-heads")) return undefined;
  const signed = await lastSigned(c.var.deps.store);
  if (!signed) return undefined;
  const matter = { kind: "head" as const, id: signed.day, label: c.var.text.paper.signed(signed) };
  return { code: "day-signed", matter, on: addDays(signed.day, 1) };
}

/** What a print carries around its content: whoever holds one holds the check code of a day. One Query. */
export async function paperChromeOf(c: Context<WebEnv>): Promise<Chrome> {
  return { ...chromeOf(c), signed: await lastSigned(c.var.deps.store) };
}
