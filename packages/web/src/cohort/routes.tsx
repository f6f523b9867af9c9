import { type Cohort, cohortInputSchema } from "@dunmiao/domain/cohort";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { loadCarriedPosts } from "@dunmiao/store/carriedPosts";
import { createCohort } from "@dunmiao/store/changeCohort";
import { cohortNoun, listCohorts } from "@dunmiao/store/cohort";
import { filledPosts } from "@dunmiao/store/cohortPosts";
import { loadRecord } from "@dunmiao/store/engine/record";
import { listImports } from "@dunmiao/store/import";
import { listSchemes, schemeOf } from "@dunmiao/store/scheme";
import { cohortSummaries } from "@dunmiao/store/secondment";
import { type Context, Hono } from "hono";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import { sayBehind } from "../behind.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { attachment, sheetType } from "../sheet/pageAsSheet.ts";
import { workbookOf } from "../sheet/workbook.ts";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import type { Carried } from "./carried.tsx";
import { cohortFigures } from "./figures.ts";
import { CohortFormPage, CohortListPage } from "./listPages.tsx";
import { newId } from "./newId.ts";
import { nextCohortRoutes } from "./nextRoutes.tsx";
import { CohortPage } from "./page.tsx";
import { peopleHref } from "./people.ts";
import { cohortTerms } from "./workbookLoad.ts";
import { cohortSheets } from "./workbookSheets.ts";

const told: Told<Cohort> = {
  status: 201,
  location: ({ id }) => `/cohorts/${id}`,
  body: ({ head: _, ...cohort }) => cohort,
};

/** Cohorts: list, form, page with its figures. */
export function cohortRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/cohorts", allow("read-cohorts", "Cohorts, newest first"), async (c) => {
    const cohorts = await listCohorts(c.var.deps.store);
    return wantsHtml(c) ? showList(c, cohorts) : c.json({ items: cohorts });
  });
  app.get("/cohorts/new", allow("begin-cohort", "Form of a new cohort"), (c) => showForm(c, {}, []));
  mountAct(app, {
    path: "/cohorts",
    permission: "begin-cohort",
    form: cohortInputSchema,
    summary: "Create a cohort",
    told: () => told,
    change: async (c, input, once) => {
      const changed = await createCohort(actingOf(c), input, { id: newId(input.startsOn), once });
      await c.var.deps.cohorts.refresh();
      return changed;
    },
    show: (c, { values, refusals }) => showForm(c, values, refusals),
  });
  app.get("/cohorts/:id", allow("read-cohort", "A cohort with figures that open into people"), async (c) => {
    const { store } = c.var.deps;
    const id = c.req.param("id");
    const [cohort, people, carried] = await Promise.all([
      loadRecord(store, cohortNoun, id),
      cohortSummaries(store, id),
      carriedOf(c.var.deps, id),
    ]);
    if (!cohort) return answerProblem(c, "not-found");
    const behind = sayBehind(c, people);
    if (!wantsHtml(c))
      return c.json({ ...told.body(cohort), figures: cohortFigures(people), carried, ...behind });
    const imports = (await listImports(store)).filter((each) => each.cohortId === id);
    const scheme = await schemeOf(store, cohort);
    const cohorts = await c.var.deps.cohorts.current();
    const lastName = cohorts.find((each) => each.id === carried?.from)?.name;
    const actor = actorOf(c);
    const rights = {
      mayImport: mayTry(actor, "import-people"),
      mayPlanNext: mayTry(actor, "plan-next-cohort"),
    };
    const props = { chrome: chromeOf(c), cohort, scheme, people, imports, carried, lastName };
    return c.html(<CohortPage {...props} {...rights} />);
  });
  app.get(
    "/cohorts/:id/workbook.xlsx",
    allow("read-cohort", "A cohort as .xlsx: people, absences, checkpoints, districts"),
    answerWorkbook,
  );
  nextCohortRoutes(app, told);
  return app;
}

/** A cohort as one file for Excel: what the pages show one by one, and the districts beside those of the last cohort. */
async function answerWorkbook(c: Context<WebEnv>) {
  const { deps, text, today } = c.var;
  const cohort = await loadRecord(deps.store, cohortNoun, c.req.param("id") ?? "");
  if (!cohort) return answerProblem(c, "not-found");
  const read = await cohortTerms({ ...deps, actor: actorOf(c), today }, cohort);
  const bytes = await workbookOf(cohortSheets(read, { text, bureau: deps.bureau, today }));
  return c.body(new Uint8Array(bytes), 200, {
    "Content-Type": sheetType,
    "Content-Disposition": attachment(text.cohortWorkbook.file({ cohort: cohort.name }), today),
  });
}

async function showList(c: Context<WebEnv>, cohorts: Awaited<ReturnType<typeof listCohorts>>) {
  const actor = actorOf(c);
  const isCentral = mayTry(actor, "read-cohort");
  const { text, deps } = c.var;
  const schemes = await Promise.all(cohorts.map((each) => schemeOf(deps.store, each)));
  const names = new Map(cohorts.map(({ id }, at) => [id, schemes[at]?.name[text.language] ?? ""]));
  return c.html(
    <CohortListPage
      chrome={chromeOf(c)}
      cohorts={cohorts}
      schemeName={({ id }) => names.get(id) ?? ""}
      mayCreate={mayTry(actor, "begin-cohort")}
      seesQuota={mayTry(actor, "read-quota")}
      hrefOf={(id) => (isCentral ? `/cohorts/${id}` : peopleHref(id))}
    />,
  );
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const errors = fieldMessages(c.var.text, refusals);
  const status = refusals.length > 0 ? statusOf(refusals) : 200;
  const props = { chrome: chromeOf(c), schemes: await listSchemes(c.var.deps.store), values, errors };
  return c.html(<CohortFormPage {...props} />, status);
}

/** The posts that a cohort took over, and how many of them are filled; a cohort that began on its own has none. */
async function carriedOf({ store }: WebEnv["Variables"]["deps"], id: string): Promise<Carried | undefined> {
  const carried = await loadCarriedPosts(store, id);
  return carried && { ...carried, filled: await filledPosts(store, id, carried) };
}
