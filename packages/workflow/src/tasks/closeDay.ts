import { noteText, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { checkCode, headText } from "@dunmiao/domain/audit/treeHead";
import { addDays } from "@dunmiao/domain/calendarDate";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import * as z from "zod";
import type { Signer } from "../anchor.ts";
import type { WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";
import { tellSignedDay } from "../tell.ts";

const inputSchema = z.object({ asOf: z.iso.date() });

/** Appends leaves of the day that is being closed; says whether there are more, a head to sign, or nothing before `asOf`. */
export function closePageTask(deps: Pick<WorkflowDeps, "store">) {
  return async (raw: unknown) => {
    const { asOf } = inputSchema.parse(raw);
    return { asOf, next: await closePage(deps.store, asOf) };
  };
}

/**
 * Signs the head of the day that is whole and keeps it, first where nobody can change it. The call that kept the last one
 * before `asOf` sends its check code to the group, so that a second delivery sends none.
 */
export function signDayTask({ store, anchor, robot }: Pick<WorkflowDeps, "store" | "anchor" | "robot">) {
  return async (raw: unknown) => {
    const { asOf } = inputSchema.parse(raw);
    if (!anchor) throw new Error("nothing here may sign the head of a day");
    const found = await headToSign(store, anchor.origin);
    if (!found) return { asOf };
    const text = headText(found.head);
    const { day, size } = found.head;
    const note = noteText(text, await signatureLines(await anchor.signers(day), text));
    await anchor.keep(day, note);
    const isKept = await keepHead(store, found.state, note, asOf);
    if (!isKept) return { asOf };
    logger.info("A day was closed", { code: "day.closed", day, size });
    if (robot && addDays(day, 1) === asOf) await tellSignedDay(robot, { day, code: checkCode(found.head) });
    return { asOf };
  };
}

function signatureLines(signers: readonly Signer[], text: string): Promise<string[]> {
  const message = new TextEncoder().encode(text);
  return Promise.all(signers.map(async ({ key, sign }) => signatureLine(key, await sign(message))));
}
