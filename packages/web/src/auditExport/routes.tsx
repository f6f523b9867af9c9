import type { AuditExport } from "@dunmiao/domain/auditExport";
import { readyExport } from "@dunmiao/domain/auditExport/exportSteps";
import type { Refusal } from "@dunmiao/domain/refusal";
import {
  askAuditExport,
  auditExportNoun,
  cancelAuditExport,
  listAuditExports,
} from "@dunmiao/store/auditExport";
import { exportPages } from "@dunmiao/store/auditExportPages";
import { loadRecord } from "@dunmiao/store/engine/record";
import { type Context, Hono } from "hono";
import { uuidv7 } from "uuidv7";
import * as z from "zod";
import { allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { Told } from "../answer.ts";
import type { ExportFile, WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, answerRefused, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { wantsHtml } from "../wants.ts";
import { exportForm, heldHead, scopeOf } from "./form.ts";
import { ExportFormPage } from "./formPage.tsx";
import { ExportListPage } from "./listPage.tsx";
import { ExportPage } from "./page.tsx";
import { exportUrl, exportView, writtenIn } from "./view.ts";
import { namesOf } from "./words.ts";

const told: Told<AuditExport> = { status: 201, location: ({ id }) => exportUrl(id), body: exportView };

/** Audit exports: list, form, progress, cancellation, file. */
export function auditExportRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/audit/exports", allow("export-audit", "Audit exports, newest first"), async (c) => {
    const exports = await listAuditExports(c.var.deps.store);
    if (!wantsHtml(c)) return c.json({ items: exports });
    return c.html(
      <ExportListPage chrome={chromeOf(c)} exports={exports} names={await namesOf(c.var.deps)} />,
    );
  });
  app.get("/audit/exports/new", allow("export-audit", "Form of a new audit export"), (c) =>
    showForm(c, { of: "all" }, []),
  );
  mountAct(app, {
    path: "/audit/exports",
    permission: "export-audit",
    form: exportForm,
    summary: "Ask for an audit export; it is written in the background",
    told: () => told,
    change: async (c, input, once) => {
      const since = heldHead(input);
      if (!since.ok) return since;
      const wish = { scope: scopeOf(input), purpose: input.purpose, since: since.value };
      return askAuditExport(actingOf(c), wish, { id: uuidv7(), once });
    },
    show: (c, { values, refusals }) => showForm(c, values, refusals),
  });
  app.get("/audit/exports/:id", allow("export-audit", "An audit export and how far it is"), showExport);
  mountAct(app, {
    path: "/audit/exports/:id/cancel",
    permission: "export-audit",
    form: z.object({}),
    summary: "Cancel an audit export that is still being written",
    told: () => ({ ...told, status: 200 }),
    change: (c, _, once) => cancelAuditExport(actingOf(c), { id: c.req.param("id") ?? "", once }),
  });
  app.get(
    "/audit/exports/:id/export.zip",
    allow("export-audit", "The file of an audit export, or the address where it lies for an hour"),
    answerExport,
  );
  return app;
}

async function showExport(c: Context<WebEnv>) {
  const { store } = c.var.deps;
  const id = c.req.param("id") ?? "";
  const [record, pages] = await Promise.all([loadRecord(store, auditExportNoun, id), exportPages(store, id)]);
  if (!record) return answerProblem(c, "not-found");
  const written = writtenIn(pages);
  if (!wantsHtml(c)) return c.json({ ...exportView(record), written });
  const props = { chrome: chromeOf(c), record, written, names: await namesOf(c.var.deps) };
  return c.html(<ExportPage {...props} />);
}

async function answerExport(c: Context<WebEnv>) {
  const { deps } = c.var;
  const record = await loadRecord(deps.store, auditExportNoun, c.req.param("id") ?? "");
  if (!record) return answerProblem(c, "not-found");
  const ready = readyExport(record);
  if (!ready.ok) return answerRefused(c, ready.refusals);
  const file = await deps.exportFile?.(record.id);
  return file ? answerFile(c, record, file) : answerProblem(c, "export-gone");
}

function answerFile(c: Context<WebEnv>, { asked }: AuditExport, file: ExportFile) {
  c.header("Cache-Control", "private, no-store");
  if ("url" in file) return c.redirect(file.url, 302);
  return c.body(file.body, 200, {
    "Content-Type": "application/zip",
    "Content-Length": String(file.bytes),
    "Content-Disposition": `attachment; filename="dunmiao-audit-${asked.on}.zip"`,
  });
}

async function showForm(
  c: Context<WebEnv>,
  values: Readonly<Record<string, string>>,
  refusals: readonly Refusal[],
) {
  const cohorts = await c.var.deps.cohorts.current();
  const errors = fieldMessages(c.var.text, refusals);
  const props = { chrome: chromeOf(c), cohorts, values, errors };
  return c.html(<ExportFormPage {...props} />, refusals.length > 0 ? statusOf(refusals) : 200);
}
