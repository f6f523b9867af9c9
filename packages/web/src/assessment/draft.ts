import { saidBy, signature } from "@dunmiao/domain/actor";
import { saveDraft as enterDraft } from "@dunmiao/domain/assessment/fileForm";
import { mayFile } from "@dunmiao/domain/assessment/mayFile";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { type Draft, saveDraft } from "@dunmiao/store/draft";
import type { Context } from "hono";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { changeInScope } from "../secondment/change.ts";
import { formatInstant } from "../ui/format.ts";
import { draftOf, type OpenForm } from "./load.ts";
import { keepable, type Values } from "./values.ts";

/** A draft that was kept, or why not, with the one of somebody else that stands in its place. */
export type Kept = Outcome<Draft> | { ok: false; refusals: readonly Refusal[]; standing: Draft };

/**
 * Keeps what was typed: one Put, and with the first draft of a form the line in the record that says that somebody has
 * begun. The draft comes first, so that an end in between loses nothing; the next save enters the line.
 */
export async function keepDraft(
  c: Context<WebEnv>,
  { ground, ref, entry }: OpenForm,
  typed: { values: Values; seen?: number | undefined },
): Promise<Kept> {
  const may = mayFile(ground, ref);
  if (!may.ok) return may;
  const values = keepable(typed.values);
  if (!values.ok) return values;
  const { store, actor, now } = actingOf(c);
  const save = { by: signature(actor), savedAt: now, basedOn: entry?.revision ?? 0, values: values.value };
  const saved = await saveDraft(store, draftOf(ground, ref), { ...save, seen: typed.seen });
  if (saved.outcome === "changed") return changedMeanwhile(saved.draft);
  if (entry) return accept(saved.draft);
  const entered = await changeInScope(c, (at) => enterDraft(at, ref), undefined);
  return entered.outcome === "refused" ? { ok: false, refusals: entered.refusals } : accept(saved.draft);
}

function changedMeanwhile(standing: Draft): Kept {
  const { by, savedAt } = standing;
  const refused = refuse("draft-changed", undefined, { ...saidBy(by), at: formatInstant(savedAt) });
  return { ...refused, standing };
}
