import type { Cohort } from "@dunmiao/domain/cohort";
import type { Import } from "@dunmiao/domain/import/importRow";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { cohortNoun } from "@dunmiao/store/cohort";
import { confirmImport } from "@dunmiao/store/confirmImport";
import { loadRecord } from "@dunmiao/store/engine/record";
import { listImports, loadImport } from "@dunmiao/store/import";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { actorOf, allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { mountFormAt } from "../formRoute.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { confirmationForm } from "./form.ts";
import type { ImportProps } from "./importProps.ts";
import { ImportPage } from "./pages.tsx";
import { templateQuery } from "./query.ts";
import { uploadBody } from "./upload.ts";
import { UploadPage } from "./uploadPage.tsx";
import { importView, shownStatus } from "./view.ts";

// Spreadsheets are read and written rarely and their library is large: it is loaded when somebody brings a file.
const download = () => import("./download.ts");
const receive = () => import("./receive.ts");
const fromQuery = z.coerce.number().int().min(0).max(100_000).catch(0);

/** Bringing a cohort in: template → upload → problems → confirm → progress and result. */
export function importRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    "/imports/template.xlsx",
    allow(
      "import-people",
      "Import template with drop-downs, units, instructions and the posts that a cohort took over",
      { query: templateQuery },
    ),
    async (c) => (await download()).answerTemplateXlsx(c),
  );
  app.get("/imports/template.csv", allow("import-people", "Import template as CSV"), async (c) =>
    (await download()).answerTemplateCsv(c),
  );
  app.get(
    "/cohorts/:id/list.xlsx",
    allow(
      "import-people",
      "The people of a cohort in the shape of the template, to be changed and imported again",
    ),
    async (c) => {
      const cohort = await cohortOf(c);
      return cohort ? (await download()).answerListXlsx(c, cohort) : answerProblem(c, "not-found");
    },
  );
  app.get("/cohorts/:id/imports/new", allow("import-people", "Form that uploads a file"), async (c) => {
    const cohort = await cohortOf(c);
    return cohort ? showUpload(c, cohort, []) : answerProblem(c, "not-found");
  });
  app.get("/cohorts/:id/imports", allow("read-imports", "Imports of a cohort"), async (c) => {
    const cohort = await cohortOf(c);
    if (!cohort) return answerProblem(c, "not-found");
    if (wantsHtml(c)) return c.redirect(`/cohorts/${cohort.id}#imports`, 303);
    const imports = await listImports(c.var.deps.store);
    const items = imports.filter((each) => each.cohortId === cohort.id);
    return c.json({ items: items.map((each) => ({ ...each, status: shownStatus(each) })) });
  });
  mountFormAt(app, openCohort, {
    path: "/cohorts/:id/imports",
    permission: "import-people",
    summary: "Check a file as a dry run",
    reader: uploadBody,
    work: async (c, { place: cohort, input }) => {
      const { checkUpload } = await receive();
      const checked = await checkUpload(actingOf(c), input, cohort);
      return checked.ok ? answerChecked(c, checked.value) : checked;
    },
    show: (c, { refusals }, { place: cohort }) => showUpload(c, cohort, refusals),
  });
  app.get("/imports/:id", allow("read-imports", "An import: problems by row, progress, refused rows"), (c) =>
    showImport(c),
  );
  app.get("/imports/:id/problems.csv", allow("read-imports", "Problems of an import as CSV"), async (c) => {
    const loaded = await loadImport(c.var.deps.store, c.req.param("id"));
    if (!loaded) return answerProblem(c, "not-found");
    return (await download()).answerProblems(c, loaded);
  });
  mountAct(app, {
    path: "/imports/:id/confirm",
    permission: "import-people",
    form: confirmationForm,
    summary: "Let the workflow import the good rows and those decided",
    told: () => told,
    change: (c, input, once) => confirmImport(actingOf(c), { id: c.req.param("id") ?? "", ...input }, once),
    show: (c, refused, input) => {
      const { leaveOut, changeUnits } = input ?? {};
      return showImport(c, {
        ...refused,
        ...(leaveOut && { leaveOut }),
        ...(changeUnits && { changeUnits }),
      });
    },
  });
  return app;
}

const told: Told<Import> = {
  status: 200,
  location: ({ id }) => `/imports/${id}`,
  body: (record) => ({
    id: record.id,
    status: shownStatus(record),
    total: record.total,
    done: 0,
    refused: [],
  }),
};

function cohortOf(c: Context<WebEnv>): Promise<Cohort | undefined> {
  return loadRecord(c.var.deps.store, cohortNoun, c.req.param("id") ?? "");
}

async function openCohort(c: Context<WebEnv>): Promise<Cohort | Response> {
  return (await cohortOf(c)) ?? answerProblem(c, "not-found");
}

function showUpload(c: Context<WebEnv>, cohort: Cohort, refusals: readonly Refusal[]) {
  const errors = fieldMessages(c.var.text, refusals);
  const status = refusals.length > 0 ? statusOf(refusals) : 200;
  return c.html(<UploadPage chrome={chromeOf(c)} cohort={cohort} errors={errors} />, status);
}

/** The dry run as it was stored; a repeat of the same upload gets the same. */
export async function answerChecked(c: Context<WebEnv>, id: string) {
  const location = `/imports/${id}`;
  if (wantsHtml(c)) return c.redirect(location, 303);
  const loaded = await loadImport(c.var.deps.store, id);
  if (!loaded) throw new Error(`import ${id} is gone`);
  return c.json({ ...importView(c.var.text, loaded), location }, 201, {
    Location: location,
  });
}

async function showImport(
  c: Context<WebEnv>,
  again: Pick<ImportProps, "refusals" | "leaveOut" | "changeUnits" | "values"> = {},
) {
  const loaded = await loadImport(c.var.deps.store, c.req.param("id") ?? "");
  if (!loaded) return answerProblem(c, "not-found");
  const { record } = loaded;
  if (!wantsHtml(c)) return c.json(importView(c.var.text, loaded));
  const props = {
    chrome: chromeOf(c),
    cohort:
      record.cohortId === undefined
        ? undefined
        : await loadRecord(c.var.deps.store, cohortNoun, record.cohortId),
    loaded,
    from: fromQuery.parse(c.req.query("from")),
    isWhole: c.var.isWhole,
    mayConfirm: mayTry(actorOf(c), "import-people"),
    ...again,
  };
  return c.html(<ImportPage {...props} />, again.refusals?.length ? statusOf(again.refusals) : 200);
}
