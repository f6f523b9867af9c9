import type { Refusal } from "@dunmiao/domain/refusal";
import type { Context } from "hono";
import * as z from "zod";
import { againAct } from "../againAct.ts";
import type { WebEnv } from "../deps.ts";
import { type DraftInput, inputOfJson, inputOfValues } from "./draftForm.ts";
import { atBoxes } from "./draftRefusals.ts";
import { type DraftValues, sentValues, withNewPlan, withoutPlan } from "./draftValues.ts";

/** What was sent: rows added or removed in the form, settings to save, or something that makes no sense. */
export type DraftRead =
  | { kind: "edited"; values: DraftValues }
  | { kind: "refused"; refusals: readonly Refusal[] }
  | { kind: "read"; input: DraftInput };

/** What is sent to a draft, before it is known whether by its form or by a program. */
export const anyDraft = z.record(z.string(), z.unknown());
type AnyDraft = z.infer<typeof anyDraft>;

/** The boxes of the form that was sent; undefined for a program's body. */
export function valuesSent(c: Context<WebEnv>, sent: AnyDraft): DraftValues | undefined {
  return c.req.header("Content-Type")?.includes("json") ? undefined : sentValues(sent);
}

/** Reads the form of a draft with all its rows, or a program's body with the settings that change. */
export function readDraft(c: Context<WebEnv>, sent: AnyDraft): DraftRead {
  const values = valuesSent(c, sent);
  if (!values) {
    const input = inputOfJson(sent);
    return input.ok ? { kind: "read", input: input.value } : { kind: "refused", ...input };
  }
  if (values.fields.act === againAct) return { kind: "refused", refusals: [{ code: "kept-again" }] };
  const edited = edit(values);
  if (edited) return { kind: "edited", values: edited };
  const input = inputOfValues(values);
  if (input.ok) return { kind: "read", input: input.value };
  return { kind: "refused", refusals: atBoxes(input.refusals, values) };
}

/** The buttons that add and remove rows: nothing is stored, everything in the boxes stays. */
function edit(values: DraftValues): DraftValues | undefined {
  const { act = "" } = values.fields;
  if (act === "add") return withNewPlan(values);
  const row = /^remove-(\d{1,2})$/.exec(act)?.[1];
  return row === undefined ? undefined : withoutPlan(values, Number(row));
}
