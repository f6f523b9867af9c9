import type { PairSchemeRecord } from "@dunmiao/domain/pairSchemeRecord";
import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import {
  type PairSchemeInWork,
  pairSchemeInWork,
  publishPairScheme,
  savePairDraft,
} from "@dunmiao/store/pairSchemeDraft";
import type { Context, Hono } from "hono";
import * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import { againAct } from "../againAct.ts";
import { answerChanged, onceOf, type Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountFormAt } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { atBoxes, boxesOf, inputOfBoxes, inputOfJson, pairDraftBody, pairPublishForm } from "./boxes.ts";
import { PairDraftPage } from "./draftPage.tsx";
import type { Boxes } from "./listBoxes.ts";

const path = "/pair-schemes/:id/draft";
const anyBody = z.record(z.string(), z.unknown());

/** A draft as programs see it. */
const told: Told<PairSchemeRecord> = {
  status: 200,
  location: ({ scheme }) => `/pair-schemes/${scheme.id}/draft`,
  body: ({ head: _, version: __, ...draft }) => draft,
};

/** The draft of the next version of a pair scheme: shown, saved, published by a second person. */
export function pairDraftRoutes(app: Hono<WebEnv>): void {
  app.get(path, allow("read-drafts", "The draft of the next version of a pair scheme"), async (c) => {
    const inWork = await inWorkOf(c);
    if (!inWork) return answerProblem(c, "not-found");
    if (wantsHtml(c)) return showDraft(c, inWork);
    const { draft, newest } = inWork;
    return c.json(draft ? told.body(draft) : { status: "unsaved", revision: 0, scheme: next(newest) });
  });
  mountFormAt(app, openInWork, {
    path,
    permission: "edit-scheme",
    summary: "Save settings in the draft of a pair scheme, which starts with the first of them",
    reader: bodyOf(anyBody, { body: pairDraftBody, showsAgain: true }),
    work: async (c, { place: inWork, input, values, use }) => {
      if (values.act === againAct) return refuse("kept-again");
      const isJson = c.req.header("Content-Type")?.includes("json") === true;
      const read = isJson ? inputOfJson(input) : inputOfBoxes(values, inWork.draft?.scheme ?? inWork.newest);
      if (!read.ok) return read;
      const request = { id: inWork.newest.id, ...read.value };
      const once = onceOf(use, told);
      const saved = await savePairDraft(actingOf(c), { ...request, ...(once && { once }) });
      return answerChanged(c, saved, told);
    },
    show: (c, { values, refusals }, { place: inWork, input }) =>
      input ? showDraft(c, inWork, { values, refusals: atBoxes(refusals) }) : answerRefused(c, refusals),
  });
  mountAct(app, {
    path: `${path}/publish`,
    permission: "publish-scheme",
    form: pairPublishForm,
    summary: "Publish the draft of a pair scheme as the second person; pairs that run keep their version",
    told: () => ({
      ...told,
      location: ({ scheme }: PairSchemeRecord) => `/pair-schemes/${scheme.id}?version=${scheme.version}`,
    }),
    change: (c, { version, seen, reason }, once) =>
      publishPairScheme(
        actingOf(c),
        { id: c.req.param("id") ?? "", version },
        { seen, reason, ...(once && { once }) },
      ),
    show: async (c, { values, refusals }) => {
      const inWork = await inWorkOf(c);
      return inWork
        ? showDraft(c, inWork, { values: { ...valuesOf(inWork), ...values }, refusals })
        : answerRefused(c, refusals);
    },
  });
}

function inWorkOf(c: Context<WebEnv>): Promise<PairSchemeInWork | undefined> {
  return pairSchemeInWork(c.var.deps.store, c.req.param("id") ?? "");
}

async function openInWork(c: Context<WebEnv>): Promise<PairSchemeInWork | Response> {
  return (await inWorkOf(c)) ?? answerProblem(c, "not-found");
}

function next(newest: PairSchemeInWork["newest"]) {
  return { ...newest, version: newest.version + 1 };
}

function valuesOf({ newest, draft }: PairSchemeInWork): Boxes {
  const scheme = draft?.scheme ?? next(newest);
  return { ...boxesOf(scheme), version: String(scheme.version), seen: String(draft?.revision ?? 0) };
}

type Asked = { values: Boxes; refusals: readonly Refusal[] };

function showDraft(c: Context<WebEnv>, inWork: PairSchemeInWork, asked?: Asked) {
  const { newest, draft } = inWork;
  const { values = valuesOf(inWork), refusals = [] } = asked ?? {};
  const props = {
    chrome: chromeOf(c),
    actor: actorOf(c),
    scheme: draft?.scheme ?? next(newest),
    draft,
    values,
    errors: fieldMessages(c.var.text, refusals),
  };
  return c.html(<PairDraftPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
