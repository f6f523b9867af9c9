import type { Refusal } from "@dunmiao/domain/refusal";
import { listImports } from "@dunmiao/store/import";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { mountForm } from "../formRoute.ts";
import { answerChecked } from "../import/routes.tsx";
import { pastedIn, uploadBody } from "../import/upload.ts";
import { shownStatus } from "../import/view.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { postsQuery } from "./query.ts";
import { PostUploadPage } from "./uploadPage.tsx";

// Spreadsheets are read and written rarely and their library is large: it is loaded when somebody brings a file.
const listFile = () => import("./listFile.ts");
const receive = () => import("../import/receive.ts");

/** Bringing concurrent posts in, on the steps of every import, and the list in the shape that comes in again. */
export function importRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/posts/list.xlsx",
    allow("read-posts", "The concurrent posts asked for, as a file that can be imported again", {
      query: postsQuery,
    }),
    async (c) => (await listFile()).answerPosts(c),
  );
  app.get(
    "/posts/import",
    allow("import-people", "Form that uploads a list of concurrent posts, and the imports of such lists"),
    (c) => showUpload(c, [], ""),
  );
  app.get(
    "/posts/import/template.xlsx",
    allow("import-people", "Import template of concurrent posts, with roles and places to choose from"),
    async (c) => (await listFile()).answerPostTemplate(c),
  );
  mountForm(app, {
    path: "/posts/import",
    permission: "import-people",
    summary: "Check a list of concurrent posts as a dry run",
    reader: uploadBody,
    work: async (c, { input }) => {
      const { checkUpload } = await receive();
      const checked = await checkUpload(actingOf(c), input, undefined);
      return checked.ok ? answerChecked(c, checked.value) : checked;
    },
    show: async (c, { refusals }) => showUpload(c, refusals, await pastedIn(c)),
  });
}

async function showUpload(c: Context<WebEnv>, refusals: readonly Refusal[], pasted: string) {
  const imports = (await listImports(c.var.deps.store)).filter(({ cohortId }) => cohortId === undefined);
  if (!wantsHtml(c))
    return c.json({ items: imports.map((each) => ({ ...each, status: shownStatus(each) })) });
  const props = { chrome: chromeOf(c), imports, pasted, errors: fieldMessages(c.var.text, refusals) };
  return c.html(<PostUploadPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
