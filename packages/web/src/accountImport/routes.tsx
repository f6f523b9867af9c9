import { accountInputSchema, assignmentInputSchema } from "@dunmiao/domain/account";
import type { PlannedRow } from "@dunmiao/domain/account/planAccount";
import type { Refusal } from "@dunmiao/domain/refusal";
import { inGroups } from "@dunmiao/store/engine/batchGet";
import { importAccount } from "@dunmiao/store/importAccount";
import { type Context, Hono } from "hono";
import * as z from "zod";
import { allow } from "../access.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { bodyOf, mountForm } from "../formRoute.ts";
import { type Upload, uploadBody } from "../import/upload.ts";
import { chromeOf } from "../page.tsx";
import { statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { checkAccounts, rowProblems } from "./check.ts";
import { linkRoutes } from "./linkRoutes.tsx";
import { issueLinks, type LinkTo, linksAsJson, peopleAtOnce } from "./links.ts";
import { CheckedAccountsPage, ImportedAccountsPage, UploadAccountsPage } from "./pages.tsx";

// Spreadsheets are read rarely and their library is large: it is loaded when somebody brings a file.
const apart = () => import("./readApart.ts");
const template = () => import("./template.ts");

const mostRows = 500;
const longestRows = 200_000;
const rowSchema = accountInputSchema.extend({
  row: z.int().positive(),
  assignment: assignmentInputSchema.optional(),
});
const rowsSchema = z.array(rowSchema).min(1).max(mostRows);
/** A form sends its rows as one text. */
const confirmSchema = z.object({
  rows: z.union([
    rowsSchema,
    z
      .string()
      .max(longestRows)
      .transform((text, context) => {
        try {
          return JSON.parse(text) as unknown;
        } catch {
          context.addIssue({ code: "custom", message: "not JSON" });
          return z.NEVER;
        }
      })
      .pipe(rowsSchema),
  ]),
});
const confirmBody = z.object({ rows: rowsSchema });

/** `issuer`: the organisation's provider, where there is one. */
type Ways = { linkTo: LinkTo; issuer: string | undefined };

/** Accounts from a spreadsheet: template, dry run, and what it carries out with the links to hand over. */
export function accountImportRoutes({ linkTo, issuer }: Ways): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/accounts/import", allow("import-accounts", "Form that uploads a list of accounts"), (c) =>
    showUpload(c, []),
  );
  app.get(
    "/accounts/import/template.xlsx",
    allow("import-accounts", "Template of a list of accounts, with roles and units to choose from"),
    async (c) => {
      const { accountTemplate } = await template();
      const bytes = await accountTemplate(c.var.text.language, await c.var.deps.units.refresh());
      const name = encodeURIComponent(`${c.var.text.accountImport.templateFile}.xlsx`);
      return c.body(Uint8Array.from(bytes), 200, {
        "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Content-Disposition": `attachment; filename="accounts.xlsx"; filename*=UTF-8''${name}`,
      });
    },
  );
  mountForm(app, {
    path: "/accounts/import",
    permission: "import-accounts",
    summary: "Check a list of accounts; nothing is written",
    reader: uploadBody,
    work: (c, { input }) => checkUpload(c, input),
    show: (c, { refusals }) => showUpload(c, refusals),
  });
  mountForm(app, {
    path: "/accounts/import/confirm",
    permission: "import-accounts",
    summary: "Open accounts, propose their roles and make a link for each new one",
    reader: bodyOf(confirmSchema, { body: confirmBody }),
    work: (c, { input }) => confirmRows(c, input.rows, linkTo),
  });
  linkRoutes(app, linkTo, issuer);
  return app;
}

async function checkUpload(c: Context<WebEnv>, { bytes, fileName }: Upload) {
  const { readApart } = await apart();
  const read = await readApart(bytes, { fileName, today: c.var.today });
  if (!read.ok) return read;
  const checked = await checkAccounts(actingOf(c), read.value, await c.var.deps.units.refresh());
  if (!wantsHtml(c)) return c.json(checked);
  return c.html(<CheckedAccountsPage chrome={chromeOf(c)} checked={checked} />);
}

async function confirmRows(c: Context<WebEnv>, rows: readonly PlannedRow[], linkTo: LinkTo) {
  const acting = actingOf(c);
  const units = await c.var.deps.units.current();
  const opened: string[] = [];
  const problems: ReturnType<typeof rowProblems> = [];
  let changed = 0;
  const people = Map.groupBy(rows, ({ number }) => number);
  const imported = await inGroups([...people], peopleAtOnce, (group) =>
    Promise.all(
      group.map(async ([number, rows]) => ({
        number,
        rows,
        ...(await importAccount(acting, rows, units)),
      })),
    ),
  );
  for (const { number, rows, isNew, refused } of imported) {
    problems.push(...refused.flatMap(rowProblems));
    if (isNew) opened.push(number);
    else if (refused.length < rows.length) changed += 1;
  }
  const { listed } = await issueLinks(acting, opened, (token) => linkTo(c, token));
  if (!wantsHtml(c))
    return c.json({ opened: opened.length, changed, problems, links: linksAsJson(listed) }, 201);
  const props = { opened: opened.length, changed, problems, listed };
  return c.html(<ImportedAccountsPage chrome={chromeOf(c)} {...props} />, 201);
}

function showUpload(c: Context<WebEnv>, refusals: readonly Refusal[]) {
  const errors = fieldMessages(c.var.text, refusals);
  const page = <UploadAccountsPage chrome={chromeOf(c)} errors={errors} />;
  return c.html(page, refusals.length > 0 ? statusOf(refusals) : 200);
}
