import type { Pair } from "@dunmiao/domain/pair";
import { readersOf } from "@dunmiao/domain/pair/ground";
import { may } from "@dunmiao/domain/permissions";
import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { createPair } from "@dunmiao/store/createPair";
import { loadPair } from "@dunmiao/store/pair";
import { listPairSchemes, newestPairScheme } from "@dunmiao/store/pairScheme";
import { type Context, Hono } from "hono";
import { uuidv7 } from "uuidv7";
import type * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { type Act, mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import { paperChromeOf } from "../audit/signedHead.ts";
import type { WebEnv } from "../deps.ts";
import { opens } from "../opened.ts";
import { parseQuery } from "../overview/query.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { pairActs } from "./acts.ts";
import type { FailedForm } from "./failed.ts";
import { fileRoutes } from "./fileRoutes.tsx";
import { newPairQuery, pairForm, pairPrintQuery } from "./form.ts";
import { groupRoutes } from "./groupRoutes.tsx";
import { listRoutes } from "./listRoutes.tsx";
import { mentorAwayRoutes } from "./mentorAway.tsx";
import { NewPairPage } from "./newPage.tsx";
import { PairPage } from "./page.tsx";
import { toldOf } from "./pairAct.ts";
import { PairPaper } from "./printPages.tsx";
import { taskRoutes } from "./taskRoutes.tsx";
import { pairView, viewOn, wordsView } from "./view.ts";

const planning: Act<z.infer<typeof pairForm>, Pair> = {
  path: "/pairs",
  permission: "plan-pair",
  summary: "Plan a pair; it begins at once, or waits for a second person",
  form: pairForm,
  change: async (c, { scheme: schemeId, ...planned }, once) => {
    const scheme = await newestPairScheme(c.var.deps.store, schemeId);
    if (!scheme) {
      const refused = refuse("unknown-pair-scheme", "scheme", { scheme: schemeId });
      return { outcome: "refused", refusals: refused.refusals, retries: 0 };
    }
    const units = await c.var.deps.units.current();
    return createPair(actingOf(c), planned, { id: `pair-${uuidv7()}`, scheme, units, once });
  },
  told: (c) => toldOf(c, 201),
  show: (c, { values, refusals }) => showForm(c, values, refusals),
};

/** Mentor pairs: list, figures, form, one pair and what is done about it. */
export function pairRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  listRoutes(app);
  groupRoutes(app);
  taskRoutes(app);
  fileRoutes(app);
  const filling = allow("plan-pair", "Form of a new pair, filled in with what is asked for", {
    query: newPairQuery,
  });
  app.get("/pairs/new", filling, (c) => {
    const {
      from = c.var.today,
      mentor = "",
      apprentice = "",
      focus = "",
    } = newPairQuery.parse(c.req.query());
    return showForm(c, { from, mentor, apprentice, focus }, []);
  });
  mountAct(app, planning);
  mentorAwayRoutes(app);
  app.get("/pairs/:id", allow("read-pairs", "A pair with its file on the day"), (c) => showPair(c));
  const printing = allow("read-pairs", "A paper of a pair: agreement, cover, file or test sheet", {
    query: pairPrintQuery,
  });
  app.get("/pairs/:id/print", printing, printPair);
  pairActs(app, (form) => (c, refused) => showPair(c, { form, ...refused }));
  return app;
}

/** A paper of a pair; of which kind it is, says the query. */
async function printPair(c: Context<WebEnv>) {
  const query = parseQuery(pairPrintQuery, c.req.query());
  if (!query.ok) return answerRefused(c, query.refusals);
  const found = await loadPair(c.var.deps.store, c.req.param("id") ?? "", 1);
  if (!found) return answerProblem(c, "not-found");
  const { record: pair, scheme, words } = found;
  if (!may(actorOf(c), "read-pairs", readersOf(pair))) return answerProblem(c, "forbidden");
  const view = viewOn(pair, scheme, c.var.today);
  const props = {
    chrome: await paperChromeOf(c),
    pair,
    scheme,
    view,
    words,
    sheet: query.value.sheet,
  };
  return c.html(<PairPaper {...props} />);
}

/** The page of a pair, or what it is as JSON; with the form that was refused, where one was. */
async function showPair(c: Context<WebEnv>, failed?: FailedForm) {
  const { store } = c.var.deps;
  const found = await loadPair(store, c.req.param("id") ?? "");
  if (!found) return answerProblem(c, "not-found");
  const { record: pair, scheme, events, words } = found;
  const actor = actorOf(c);
  if (!may(actor, "read-pairs", readersOf(pair))) return answerProblem(c, "forbidden");
  const { today } = c.var;
  const people = [pair.mentor.officer, pair.apprentice.officer];
  opens(c, { kind: "pair", id: pair.id }, people, readersOf(pair));
  if (!wantsHtml(c)) return c.json({ ...pairView(pair, scheme, today), words: wordsView(pair, words) });
  const view = viewOn(pair, scheme, today);
  const props = { chrome: chromeOf(c), actor, pair, scheme, view, events, words, failed };
  return c.html(<PairPage {...props} />, failed ? statusOf(failed.refusals) : 200);
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), schemes: await listPairSchemes(c.var.deps.store), values, errors };
  return c.html(<NewPairPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
