import { noteText, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { headText } from "@dunmiao/domain/audit/treeHead";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import * as z from "zod";
import type { WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";

const inputSchema = z.object({ asOf: z.iso.date() });

/** Appends leaves of the day that is being closed; says whether there are more, a head to sign, or nothing before `asOf`. */
export function closePageTask(deps: Pick<WorkflowDeps, "store">) {
  return async (raw: unknown) => {
    const { asOf } = inputSchema.parse(raw);
    return { asOf, next: await closePage(deps.store, asOf) };
  };
}

/** Signs the head of the day that is whole and keeps it, first where nobody can change it. */
export function signDayTask({ store, anchor }: Pick<WorkflowDeps, "store" | "anchor">) {
  return async (raw: unknown) => {
    const { asOf } = inputSchema.parse(raw);
    if (!anchor) throw new Error("nothing here may sign the head of a day");
    const found = await headToSign(store, anchor.origin);
    if (!found) return { asOf };
    const text = headText(found.head);
    const key = { name: anchor.origin, publicKey: await anchor.publicKey() };
    const signature = await anchor.sign(new TextEncoder().encode(text));
    const note = noteText(text, [signatureLine(key, signature)]);
    const { day, size } = found.head;
    await anchor.keep(day, note);
    await keepHead(store, found.state, note, asOf);
    logger.info("A day was closed", { code: "day.closed", day, size });
    return { asOf };
  };
}
