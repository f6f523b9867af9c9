import { loweringNeedsSecond } from "@dunmiao/domain/absence/acts";
import { previewAbsence } from "@dunmiao/domain/absence/previewAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { previewDayOut } from "@dunmiao/domain/absence/takeDayOut";
import type { Refusal } from "@dunmiao/domain/refusal";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountForm } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { secondmentInScope } from "../secondment/load.ts";
import { mountCaseAct } from "../secondment/mountCaseAct.ts";
import { absenceView, absenceViews } from "../secondment/view.ts";
import { wantsHtml } from "../wants.ts";
import { AbsencePage } from "./absencePage.tsx";
import type { Failed } from "./actForm.tsx";
import { actRoutes } from "./acts.tsx";
import { absenceForm } from "./form.ts";
import { NewAbsencePage } from "./newPage.tsx";
import { previewSentence } from "./previewSentence.ts";
import { toldAbsence } from "./told.ts";

/** Absences: form, preview, record, page, and every act on one. */
export function absenceRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/secondments/:id/absences/new", allow("record-absence", "Form of a new absence"), (c) =>
    // A link may fill in what it is about, such as the days before a late report-in.
    showNew(c, { values: c.req.query() }),
  );
  app.get("/secondments/:id/absences/preview", allow("record-absence", "The form again"), (c) =>
    c.redirect("new", 303),
  );
  previewRoute(app);
  recordRoute(app);
  listRoute(app);
  app.get(
    "/secondments/:id/absences/:absenceId",
    allow("read-secondment", "An absence and the acts that are open"),
    async (c) => {
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
    },
  );
  actRoutes(app, showAbsence);
  return app;
}

function previewRoute(app: Hono<WebEnv>) {
  mountForm(app, {
    path: "/secondments/:id/absences/preview",
    permission: "record-absence",
    summary: "What an absence would count; stores nothing",
    reader: bodyOf(absenceForm),
    work: async (c, { input: facts, values }) => {
      const found = await secondmentInScope(c, 0);
      if (!found) return answerProblem(c, "not-found");
      const preview = previewAbsence(found.ground, facts);
      if (!preview.ok) return preview;
      const sentence = previewSentence(c.var.text, { preview: preview.value, facts, scheme: found.scheme });
      const isOver = preview.value.verdictWithPending === "exceeded";
      return wantsHtml(c) ? showNew(c, { values, sentence, isOver }) : c.json({ ...preview.value, sentence });
    },
    show: showNew,
  });
}

function recordRoute(app: Hono<WebEnv>) {
  mountCaseAct(app, {
    path: "/secondments/:id/absences",
    act: { permission: "record-absence", rule: (ground, _, facts) => recordAbsence(ground, facts) },
    form: absenceForm,
    summary: "Record a request or a finding",
    told: (c) => toldAbsence(c, (record) => record.absences.at(-1)?.id ?? "", 201),
    show: showNew,
  });
}

/** The absences of a term; where a browser ends up that loads the address of a refused form again. */
function listRoute(app: Hono<WebEnv>) {
  app.get("/secondments/:id/absences", allow("read-secondment", "The absences of a term"), async (c) => {
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
