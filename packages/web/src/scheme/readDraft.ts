import type { Refusal } from "@dunmiao/domain/refusal";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Context } from "hono";
import * as z from "zod";
import { againAct } from "../againAct.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { type DraftInput, inputOfJson, inputOfValues } from "./draftForm.ts";
import { atBoxes } from "./draftRefusals.ts";
import { type DraftValues, sentValues, withNewPlan, withoutPlan } from "./draftValues.ts";

/** What was sent: rows added or removed in the form, settings to save, or something that makes no sense. */
export type DraftRead =
  | { kind: "edited"; values: DraftValues }
  | { kind: "refused"; refusals: readonly Refusal[]; values?: DraftValues | undefined }
  | { kind: "read"; input: DraftInput; use: KeyUse | undefined; values?: DraftValues | undefined };

const anyBody = z.record(z.string(), z.unknown());

/** Reads the form of a draft with all its rows, or a program's body with the settings that change. */
export async function readDraft(c: Context<WebEnv>): Promise<DraftRead> {
  const body = await readBody(c, anyBody, { showsAgain: true });
  if (!body.ok) return { kind: "refused", refusals: body.refusals };
  const { value: sent, use } = body.value;
  if (c.req.header("Content-Type")?.includes("json")) {
    const input = inputOfJson(sent);
    return input.ok ? { kind: "read", input: input.value, use } : { kind: "refused", ...input };
  }
  const values = sentValues(sent);
  if (values.fields.act === againAct) return { kind: "refused", refusals: [{ code: "kept-again" }], values };
  const edited = edit(values);
  if (edited) return { kind: "edited", values: edited };
  const input = inputOfValues(values);
  if (input.ok) return { kind: "read", input: input.value, use, values };
  return { kind: "refused", refusals: atBoxes(input.refusals, values), values };
}

/** The buttons that add and remove rows: nothing is stored, everything in the boxes stays. */
function edit(values: DraftValues): DraftValues | undefined {
  const { act = "" } = values.fields;
  if (act === "add") return withNewPlan(values);
  const row = /^remove-(\d{1,2})$/.exec(act)?.[1];
  return row === undefined ? undefined : withoutPlan(values, Number(row));
}
