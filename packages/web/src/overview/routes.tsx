import { coverageOf } from "@dunmiao/domain/assessment/coverage";
import { evidenceOf } from "@dunmiao/domain/digest";
import { mayTry } from "@dunmiao/domain/permissions";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { sayBehind } from "../behind.ts";
import type { WebEnv } from "../deps.ts";
import { newestCohort } from "../newest.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused } from "../problem.tsx";
import { secondmentInScope } from "../secondment/load.ts";
import { Layout } from "../ui/layout.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { wantsHtml } from "../wants.ts";
import { assessmentFigures, formRows, gapRows } from "./assessments.ts";
import { AssessmentsPage } from "./assessmentsPage.tsx";
import { CoveragePage } from "./coveragePage.tsx";
import { FormListPage, GapListPage } from "./listPages.tsx";
import { type Overview, overviewOf } from "./load.ts";
import { type AssessmentsQuery, assessmentsQuerySchema, parseQuery, timelineQuerySchema } from "./query.ts";
import { TimelinePage } from "./timelinePage.tsx";

/** A cohort seen as a whole: timeline, assessments with coverage and grades; and what evidence covers of one term. */
export function overviewRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  timelineRoute(app);
  assessmentsRoutes(app);
  coverageRoute(app);
  return app;
}

function timelineRoute(app: Hono<WebEnv>) {
  app.get(
    "/cohorts/:id/timeline",
    allow("read-overview", "Terms, absences and checkpoints of a cohort", { query: timelineQuerySchema }),
    async (c) => {
      const query = parseQuery(timelineQuerySchema, c.req.query());
      if (!query.ok) return answerRefused(c, query.refusals);
      const overview = await overviewOf(c, c.req.param("id"));
      if (!overview) return answerProblem(c, "not-found");
      const { branch } = query.value;
      const items = overview.people.filter((each) => branch === undefined || each.branch[0] === branch);
      const behind = sayBehind(c, items);
      if (wantsHtml(c))
        return c.html(<TimelinePage chrome={chromeOf(c)} overview={overview} branch={branch} />);
      return c.json({ items, ...behind });
    },
  );
}

function assessmentsRoutes(app: Hono<WebEnv>) {
  app.get(
    "/cohorts/:id/assessments",
    allow("read-overview", "Forms, coverage and grades of a cohort", { query: assessmentsQuerySchema }),
    async (c) => {
      const overview = await overviewOf(c, c.req.param("id"));
      return overview ? showAssessments(c, overview) : answerProblem(c, "not-found");
    },
  );
  app.get(
    "/assessments",
    allow("read-secondment", "The same of the newest cohort", { query: assessmentsQuerySchema }),
    async (c) => {
      const { deps } = c.var;
      const newest = await newestCohort(deps, await deps.cohorts.current());
      if (!newest) return wantsHtml(c) ? c.html(<NoCohort c={c} />) : answerProblem(c, "not-found");
      const actor = actorOf(c);
      if (mayTry(actor, "read-overview")) return c.redirect(`/cohorts/${newest.id}/assessments`, 303);
      const overview = await overviewOf(c, newest.id);
      return overview ? showAssessments(c, overview) : answerProblem(c, "not-found");
    },
  );
}

type SaidBehind = ReturnType<typeof sayBehind>;

/** The figures, or where the query asks for it the rows behind one. */
function showAssessments(c: Context<WebEnv>, overview: Overview) {
  const parsed = parseQuery(assessmentsQuerySchema, c.req.query());
  if (!parsed.ok) return answerRefused(c, parsed.refusals);
  const query = parsed.value;
  const behind = sayBehind(c, overview.people);
  if (query.without !== undefined) return showGaps(c, overview, { ...query, without: query.without }, behind);
  if (Object.keys(query).length > 0) return showForms(c, overview, query, behind);
  const { today } = c.var;
  const figures = assessmentFigures(overview, today);
  if (!wantsHtml(c)) return c.json({ cohort: overview.cohort.id, ...figures, ...behind });
  return c.html(
    <AssessmentsPage chrome={chromeOf(c)} overview={overview} figures={figures} path={c.req.path} />,
  );
}

function showForms(c: Context<WebEnv>, overview: Overview, query: AssessmentsQuery, behind: SaidBehind) {
  const rows = formRows(overview, query, c.var.today);
  if (!wantsHtml(c)) return c.json({ items: rows, ...behind });
  return c.html(
    <FormListPage chrome={chromeOf(c)} overview={overview} query={query} rows={rows} path={c.req.path} />,
  );
}

function showGaps(
  c: Context<WebEnv>,
  overview: Overview,
  query: AssessmentsQuery & { without: "months" | "areas" },
  behind: SaidBehind,
) {
  const rows = gapRows(overview, query.without, c.var.today);
  if (!wantsHtml(c)) return c.json({ items: rows, ...behind });
  return c.html(
    <GapListPage chrome={chromeOf(c)} overview={overview} query={query} rows={rows} path={c.req.path} />,
  );
}

function NoCohort({ c }: { c: Context<WebEnv> }) {
  const chrome = chromeOf(c);
  const words = chrome.text.overviewPage;
  return (
    <Layout chrome={chrome} title={words.assessments} section="assessments">
      <EmptyState title={words.noCohort}>{words.noCohortHelp}</EmptyState>
    </Layout>
  );
}

function coverageRoute(app: Hono<WebEnv>) {
  app.get(
    "/secondments/:id/coverage",
    allow("read-secondment", "Evidence by month and duty area"),
    async (c) => {
      const found = await secondmentInScope(c, 0);
      if (!found) return answerProblem(c, "not-found");
      const { record, scheme } = found;
      const coverage = coverageOf(coveredPart(record), scheme, c.var.today);
      if (!wantsHtml(c)) return c.json(coverage);
      return c.html(
        <CoveragePage chrome={chromeOf(c)} record={record} scheme={scheme} coverage={coverage} />,
      );
    },
  );
}

function coveredPart(record: Secondment) {
  return { from: record.term.from, to: lastDayServed(record), evidence: evidenceOf(record) };
}
