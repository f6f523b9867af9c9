import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { checkCode, parseHead } from "@dunmiao/domain/audit/treeHead";
import { newestHeads } from "@dunmiao/store/audit/treeRead";
import type { Store } from "@dunmiao/store/engine/client";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
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

/** What a print carries around its content: whoever holds one holds the check code of a day. One Query. */
export async function paperChromeOf(c: Context<WebEnv>): Promise<Chrome> {
  return { ...chromeOf(c), signed: await lastSigned(c.var.deps.store) };
}
