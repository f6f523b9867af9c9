import { previewAbsence } from "@dunmiao/domain/absence/previewAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { previewDayOut } from "@dunmiao/domain/absence/takeDayOut";
import type { Refusal } from "@dunmiao/domain/refusal";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { answerChanged } from "../answer.ts";
import { readBody } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { changeInScope } from "../secondment/change.ts";
import { secondmentInScope } from "../secondment/load.ts";
import { absenceView, absenceViews } from "../secondment/view.ts";
import { wantsHtml } from "../wants.ts";
import { AbsencePage } from "./absencePage.tsx";
import type { Failed } from "./actForm.tsx";
import { loweringNeedsSecond } from "./acts.ts";
import { decisionRoutes } from "./decisionRoutes.ts";
import { absenceForm } from "./form.ts";
import { NewAbsencePage } from "./newPage.tsx";
import { previewSentence } from "./previewSentence.ts";
import { toldAbsence } from "./told.ts";

/** Who records requests or findings: whoever domain/access.ts lets do either. */

/** Absences: form, preview, record, page, and every act on one. */
export function absenceRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/secondments/:id/absences/new", allow("record-absence"), (c) =>
    // A link may fill in what it is about, such as the days before a late report-in.
    showNew(c, { values: c.req.query() }),
  );
  app.get("/secondments/:id/absences/preview", allow("record-absence"), (c) => c.redirect("new", 303));
  previewRoute(app);
  recordRoute(app);
  listRoute(app);
  app.get("/secondments/:id/absences/:absenceId", allow("read-secondment"), async (c) => {
    if (wantsHtml(c)) return showAbsence(c);
    const found = await secondmentInScope(c, 0);
    const absence = found?.record.absences.find(({ id }) => id === c.req.param("absenceId"));
    if (!found || !absence) return answerProblem(c, found ? "unknown-absence" : "not-found");
    const needsSecondPerson = loweringNeedsSecond(found.ground, absence.id);
    const day = c.req.query("day");
    return c.json({
      ...absenceView(absence, found.record, found),
      loweringNeedsSecondPerson: needsSecondPerson,
      ...(day !== undefined && { dayOut: previewDayOut(found.ground, absence.id, day) }),
    });
  });
  decisionRoutes(app, showAbsence);
  return app;
}

function previewRoute(app: Hono<WebEnv>) {
  app.post("/secondments/:id/absences/preview", allow("record-absence"), async (c) => {
    const input = await readBody(c, absenceForm);
    const isPage = wantsHtml(c);
    if (!input.ok)
      return isPage
        ? showNew(c, { values: input.raw, refusals: input.refusals })
        : answerRefused(c, input.refusals);
    const found = await secondmentInScope(c, 0);
    if (!found) return answerProblem(c, "not-found");
    const { value: facts, raw: values } = input.value;
    const preview = previewAbsence(found.ground, facts);
    if (!preview.ok)
      return isPage ? showNew(c, { values, refusals: preview.refusals }) : answerRefused(c, preview.refusals);
    const sentence = previewSentence(c.var.text, { preview: preview.value, facts, scheme: found.scheme });
    const isOver = preview.value.verdictWithPending === "exceeded";
    return isPage ? showNew(c, { values, sentence, isOver }) : c.json({ ...preview.value, sentence });
  });
}

function recordRoute(app: Hono<WebEnv>) {
  app.post("/secondments/:id/absences", allow("record-absence"), async (c) => {
    const input = await readBody(c, absenceForm);
    if (!input.ok)
      return wantsHtml(c)
        ? showNew(c, { values: input.raw, refusals: input.refusals })
        : answerRefused(c, input.refusals);
    const { value, raw: values, use } = input.value;
    const told = await toldAbsence(c, (record) => record.absences.at(-1)?.id ?? "", 201);
    const changed = await changeInScope(c, (ground) => recordAbsence(ground, value), { use, told });
    return answerChanged(c, changed, told, (refusals) => showNew(c, { values, refusals }));
  });
}

/** The absences of a term; where a browser ends up that loads the address of a refused form again. */
function listRoute(app: Hono<WebEnv>) {
  app.get("/secondments/:id/absences", allow("read-secondment"), async (c) => {
    const found = await secondmentInScope(c, 0);
    if (!found) return answerProblem(c, "not-found");
    const { record } = found;
    if (wantsHtml(c)) return c.redirect(`/secondments/${record.id}#absences`, 303);
    return c.json({ items: absenceViews(record, found) });
  });
}

type Shown = {
  values: Readonly<Record<string, string>>;
  refusals?: readonly Refusal[];
  sentence?: string;
  isOver?: boolean;
};

/** The form with what was filled in, what is wrong with it, or what it would mean. */
async function showNew(c: Context<WebEnv>, { values, refusals = [], ...previewed }: Shown) {
  const found = await secondmentInScope(c, 0);
  if (!found) return answerProblem(c, "not-found");
  const props = { chrome: chromeOf(c), found, actor: actorOf(c), values, refusals, ...previewed };
  return c.html(<NewAbsencePage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}

/** The page of the absence in the URL, with a refused act if there is one. */
async function showAbsence(c: Context<WebEnv>, failed?: Failed) {
  const found = await secondmentInScope(c, 0);
  const absence = found?.record.absences.find(({ id }) => id === c.req.param("absenceId"));
  if (!found || !absence) return answerProblem(c, found ? "unknown-absence" : "not-found");
  const props = {
    chrome: chromeOf(c),
    found,
    ground: found.ground,
    absence,
    failed,
    day: c.req.query("day"),
  };
  return c.html(<AbsencePage {...props} />, failed ? statusOf(failed.refusals) : 200);
}
