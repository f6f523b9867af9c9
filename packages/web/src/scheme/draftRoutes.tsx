import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Scheme } from "@dunmiao/domain/scheme";
import { withEverythingStated } from "@dunmiao/domain/scheme/schemeDefaults";
import type { SchemeRecord } from "@dunmiao/domain/schemeRecord";
import { type SchemeInWork, saveDraft, schemeInWork } from "@dunmiao/store/schemeDraft";
import { loadSchemeTrail } from "@dunmiao/store/schemeRecord";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountFormAt } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { wantsHtml } from "../wants.ts";
import { draftBody } from "./draftForm.ts";
import { DraftPage } from "./draftPage.tsx";
import { atBoxes } from "./draftRefusals.ts";
import { type DraftValues, valuesOf } from "./draftValues.ts";
import { SchemePage } from "./pages.tsx";
import { anyDraft, readDraft, valuesSent } from "./readDraft.ts";

/** A draft as programs see it. */
export const toldDraft: Told<SchemeRecord> = {
  status: 200,
  location: ({ scheme }) => `/schemes/${scheme.id}/draft`,
  body: ({ head: _, version: __, ...draft }) => draft,
};

/** The draft of the next version of a scheme: shown, edited, saved. */
export function draftRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/schemes/:id/draft",
    allow("read-drafts", "The draft of the next version of a scheme"),
    async (c) => {
      const inWork = await schemeInWork(c.var.deps.store, c.req.param("id"));
      if (!inWork) return answerProblem(c, "not-found");
      const { draft, newest } = inWork;
      const scheme = draft?.scheme ?? { ...newest, version: newest.version + 1 };
      if (!wantsHtml(c)) return c.json(draft ? toldDraft.body(draft) : unsaved(newest));
      if (mayTry(actorOf(c), "edit-scheme"))
        return showForm(c, inWork, { values: pageValues(scheme, draft) });
      const rights = { maySeeDrafts: true, mayDraft: false };
      const props = {
        chrome: chromeOf(c),
        scheme,
        trail: await loadSchemeTrail(c.var.deps.store, scheme),
        newestVersion: newest.version,
      };
      return c.html(<SchemePage {...props} rights={rights} />);
    },
  );
  mountFormAt(app, openInWork, {
    path: "/schemes/:id/draft",
    permission: "edit-scheme",
    summary: "Save settings in the draft, which starts with the first of them",
    reader: bodyOf(anyDraft, { body: draftBody, showsAgain: true }),
    work: async (c, { place: inWork, input, use }) => {
      const read = readDraft(c, input);
      if (read.kind === "edited") return showForm(c, inWork, { values: read.values });
      if (read.kind === "refused") return { ok: false, refusals: read.refusals };
      const request = { id: inWork.newest.id, ...read.input, once: onceOf(use, toldDraft) };
      return answerChanged(c, await saveDraft(actingOf(c), request), toldDraft);
    },
    show: (c, { refusals }, { place: inWork, input }) => {
      const values = input && valuesSent(c, input);
      return values
        ? showForm(c, inWork, { values, refusals: atBoxes(refusals, values) })
        : answerRefused(c, refusals);
    },
  });
  return app;
}

async function openInWork(c: Context<WebEnv>): Promise<SchemeInWork | Response> {
  const inWork = await schemeInWork(c.var.deps.store, c.req.param("id") ?? "");
  return inWork ?? answerProblem(c, "not-found");
}

function unsaved(newest: Scheme) {
  const scheme = { ...withEverythingStated(newest), version: newest.version + 1 };
  return { status: "unsaved", revision: 0, scheme, basedOn: `${newest.id}@${newest.version}` };
}

function pageValues(scheme: Scheme, draft: SchemeRecord | undefined): DraftValues {
  const values = valuesOf(scheme);
  const hidden = { version: String(scheme.version), seen: String(draft?.revision ?? 0) };
  return { ...values, fields: { ...values.fields, ...hidden } };
}

type Shown = { values: DraftValues; refusals?: readonly Refusal[] };

function showForm(c: Context<WebEnv>, inWork: SchemeInWork, { values, refusals = [] }: Shown) {
  const errors = draftErrors(c.var.text, refusals);
  const props = { chrome: chromeOf(c), ...inWork, values, errors };
  return c.html(<DraftPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}

/** Of several lines in one box the message says which one is meant. */
function draftErrors(text: Text, refusals: readonly Refusal[]): FieldMessage[] {
  return fieldMessages(text, refusals).map((each, index) => {
    const line = refusals[index]?.params?.line;
    if (typeof line !== "number") return each;
    return { ...each, message: text.schemeDraft.line({ line, message: each.message }) };
  });
}
