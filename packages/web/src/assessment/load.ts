import { isTurnOf } from "@dunmiao/domain/access";
import { filers } from "@dunmiao/domain/assessment";
import { formTextName } from "@dunmiao/domain/assessment/fileForm";
import { type FormRef, type PlacedForm, placedForm } from "@dunmiao/domain/assessment/mayFile";
import type { Ground } from "@dunmiao/domain/change";
import { type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type Draft, type DraftOf, loadDraft } from "@dunmiao/store/draft";
import { showingTheRest } from "@dunmiao/store/engine/unreadable";
import { loadRecordText } from "@dunmiao/store/recordText";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { type Values, valuesOf } from "./values.ts";

/** A form on which somebody works: the record with everything done that was due, its place in the timetable, its draft. */
export type OpenForm = PlacedForm & {
  ground: Ground;
  ref: FormRef;
  draft: Draft | undefined;
  /** Version of the draft on file, older than what was submitted since or not. */
  draftVersion: number;
  /** What the fields hold: the draft, else what was submitted last. */
  values: Values;
};

/** The record of the URL, as the rules see it today; undefined outside the actor's scope. */
export async function groundOfUrl(c: Context<WebEnv>): Promise<Ground | undefined> {
  return (await secondmentInScope(c, 0))?.ground;
}

/** The form that the URL names; somebody else's form is refused before anything of it is read. */
export async function openForm(c: Context<WebEnv>): Promise<Outcome<OpenForm>> {
  const ref = refOf(c);
  const ground = await groundOfUrl(c);
  if (!ground) return refuse("not-found");
  if (!ref) return refuse("form-not-listed");
  const placed = placedForm(ground, ref);
  if (!placed.ok) return placed;
  if (!isTurnOf(ground.actor, ref.by)) return refuse("not-your-form", undefined, { by: ref.by });
  const { entry } = placed.value;
  const { store } = c.var.deps;
  // A damaged draft keeps nobody from handing in the form; where it is shown, the page says so and HR is told.
  const load = () => loadDraft(store, draftOf(ground, ref));
  const saved = await (c.var.unreadable ? load() : showingTheRest(new Map(), load));
  // Words that were submitted since stand over an older draft.
  const draft = saved && saved.basedOn >= (entry?.text?.revision ?? 0) ? saved : undefined;
  const words = entry && !draft ? await wordsOf(c, ground.secondment.id, entry) : undefined;
  const values = draft?.values ?? valuesOf(words ?? {});
  return {
    ok: true,
    value: { ...placed.value, ground, ref, draft, draftVersion: saved?.version ?? 0, values },
  };
}

/** The form of the URL by checkpoint and filer; undefined where nobody files under that name. */
export function refOf(c: Context<WebEnv>): FormRef | undefined {
  const by = filers.find((each) => each === c.req.param("by"));
  return by && { key: c.req.param("key") ?? "", by };
}

/** Whose draft it is that a form has. */
export function draftOf(ground: Ground, { key, by }: FormRef): DraftOf {
  return { secondmentId: ground.secondment.id, form: `${key}.${by}` };
}

/** The words that count of a form; undefined while there are none. */
export async function wordsOf(
  c: Context<WebEnv>,
  secondmentId: string,
  { id, text }: { id: string; text?: { revision: number } | undefined },
) {
  if (!text) return undefined;
  const of = { name: formTextName, id: `${id}.${text.revision}` };
  return loadRecordText(c.var.deps.store, secondmentId, of);
}
