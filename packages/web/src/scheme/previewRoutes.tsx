import type { Refusal } from "@dunmiao/domain/refusal";
import type { SchemeRecord } from "@dunmiao/domain/schemeRecord";
import { schemeOf } from "@dunmiao/store/scheme";
import { publishScheme, type SchemeInWork, schemeInWork } from "@dunmiao/store/schemeDraft";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { publishForm } from "./draftForm.ts";
import { toldDraft } from "./draftRoutes.tsx";
import { given, type Tried, tryScheme } from "./preview.ts";
import { PreviewPage } from "./previewPage.tsx";
import { previewQuery } from "./query.ts";

const toldPublished: Told<SchemeRecord> = {
  ...toldDraft,
  location: ({ scheme }) => `/schemes/${scheme.id}?version=${scheme.version}`,
};

/** What a draft would mean for a cohort, and its publication. */
export function previewRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/schemes/:id/draft/preview",
    allow("read-drafts", "Dates and load that the draft would mean for a cohort", { query: previewQuery }),
    async (c) => {
      const inWork = await schemeInWork(c.var.deps.store, c.req.param("id"));
      if (!inWork) return answerProblem(c, "not-found");
      return showPreview(c, inWork, { values: given(c.req.query()), refusals: [] });
    },
  );
  mountAct(app, {
    path: "/schemes/:id/draft/publish",
    permission: "publish-scheme",
    form: publishForm,
    summary: "Publish the draft as the second person",
    told: () => toldPublished,
    change: (c, { version, seen, reason }, once) =>
      publishScheme(actingOf(c), { id: c.req.param("id") ?? "", version }, { seen, reason, once }),
    show: async (c, { values, refusals }) => {
      const inWork = await schemeInWork(c.var.deps.store, c.req.param("id") ?? "");
      return inWork
        ? showPreview(c, inWork, { values: given(values), refusals })
        : answerRefused(c, refusals);
    },
  });
  return app;
}

type Asked = { values: Record<string, string>; refusals: readonly Refusal[] };

/** The page, or for programs the figures; what was refused stands beside its field. */
async function showPreview(c: Context<WebEnv>, inWork: SchemeInWork, { values, refusals }: Asked) {
  const { deps, text, today } = c.var;
  const scheme = inWork.draft?.scheme ?? inWork.newest;
  const cohorts = await deps.cohorts.current();
  const { cohort, startsOn, allowed = "20" } = values;
  const query = given({ cohort, startsOn, allowed });
  const tried = await tryScheme(deps, scheme, { query, cohorts, today });
  const all = [...refusals, ...(tried.ok ? [] : tried.refusals)];
  if (!wantsHtml(c)) return tried.ok ? c.json(figuresOf(tried.value)) : answerRefused(c, tried.refusals);
  const props = {
    chrome: chromeOf(c),
    inWork,
    cohorts,
    actor: actorOf(c),
    base: await baseOf(c, inWork),
    tried: tried.ok ? tried.value : undefined,
    values: { ...values, allowed },
    errors: fieldMessages(text, all),
  };
  return c.html(<PreviewPage {...props} />, all.length > 0 ? statusOf(all) : 200);
}

function figuresOf({ preview, people, allowed }: Tried) {
  return { ...preview, people, allowed };
}

async function baseOf(c: Context<WebEnv>, { newest, draft }: SchemeInWork) {
  const [schemeId = newest.id, version = newest.version] = draft?.basedOn.split("@") ?? [];
  return schemeOf(c.var.deps.store, { schemeId, schemeVersion: Number(version) });
}
