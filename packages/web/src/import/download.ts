import type { Cohort } from "@dunmiao/domain/cohort";
import type { UnitInput } from "@dunmiao/domain/unit";
import { loadCarriedPosts } from "@dunmiao/store/carriedPosts";
import type { Units } from "@dunmiao/store/unit";
import type { Context } from "hono";
import { writeCsv } from "../csv.ts";
import type { WebEnv } from "../deps.ts";
import type { Text } from "../ui/text.ts";
import { peopleAsRows } from "./peopleAsRows.ts";
import { columnName, moveSentence, noticeSentence, problemSentence, sheetName } from "./problemText.ts";
import { templateQuery } from "./query.ts";
import { type FilledRow, templateCsv, templateXlsx } from "./template.ts";
import { unitSpelling } from "./unitNames.ts";
import { type LoadedImport, problemsOf } from "./view.ts";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const csvType = "text/csv; charset=utf-8";

/** Answers a file to save under a name in any script (RFC 6266: an ASCII name first, the real one after it). */
export function answerFile(c: Context<WebEnv>, bytes: Uint8Array, file: { name: string; type: string }) {
  const extension = file.name.slice(file.name.lastIndexOf("."));
  const names = `filename="dunmiao${extension}"; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  return c.body(Uint8Array.from(bytes), 200, {
    "Content-Type": file.type,
    "Content-Disposition": `attachment; ${names}`,
    "Cache-Control": "private, no-store",
  });
}

/** The template with the units on file, in the language of the page, and with the posts that a cohort took over. */
export async function answerTemplateXlsx(c: Context<WebEnv>) {
  const onFile = await c.var.deps.units.refresh();
  return answerList(c, onFile, {
    filled: await postsToFill(c, onFile),
    name: c.var.text.importPage.templateFile,
  });
}

/** The people of a cohort in the shape of the template: what is changed in it can be brought in again. */
export async function answerListXlsx(c: Context<WebEnv>, cohort: Cohort) {
  const { text, deps } = c.var;
  const onFile = await deps.units.refresh();
  const filled = await peopleAsRows(deps.store, cohort.id, onFile);
  return answerList(c, onFile, { filled, name: text.importPage.listFile({ cohort: cohort.name }) });
}

async function answerList(c: Context<WebEnv>, onFile: Units, list: { filled: FilledRow[]; name: string }) {
  const units = [...onFile.values()].map(
    ({ id, name, kind, parent }): UnitInput => ({ code: id, name, kind, ...(parent && { parent }) }),
  );
  const bytes = await templateXlsx(c.var.text.language, units, list.filled);
  return answerFile(c, bytes, { name: `${list.name}.xlsx`, type: xlsxType });
}

async function postsToFill(c: Context<WebEnv>, units: Units): Promise<FilledRow[]> {
  const cohort = templateQuery.catch({}).parse(c.req.query()).cohort;
  const carried = cohort ? await loadCarriedPosts(c.var.deps.store, cohort) : undefined;
  const spell = unitSpelling(units);
  return (carried?.posts ?? []).map(({ station, post }) => ({ hostStation: spell(station), post }));
}

/** The headings of the list only. */
export function answerTemplateCsv(c: Context<WebEnv>) {
  const { text } = c.var;
  const name = `${text.importPage.templateFile}.csv`;
  return answerFile(c, templateCsv(text.language), { name, type: csvType });
}

/** Everything that was not imported, row by row: problems of the dry run, what the workflow refused, then whom it moves and what was not read. */
export function answerProblems(c: Context<WebEnv>, loaded: LoadedImport) {
  const { text } = c.var;
  const name = `${text.importPage.problemsFile}-${loaded.record.fileName.replace(/\.[^.]*$/, "")}.csv`;
  return answerFile(c, new TextEncoder().encode(problemsCsv(text, loaded)), { name, type: csvType });
}

function problemsCsv(text: Text, loaded: LoadedImport): string {
  const { sheet, row, column, message, noticeMark } = text.importPage;
  const problems = [...problemsOf(loaded), ...loaded.progress.refused].map((each) => [
    sheetName(each, text.language),
    each.row,
    columnName(each, text.language),
    problemSentence(text, each),
  ]);
  const notices = loaded.notices.map((each) => [
    each.sheet,
    each.row,
    each.column,
    noticeMark({ notice: noticeSentence(text, each) }),
  ]);
  const moves = loaded.moves.map((each) => [
    sheetName({ sheet: "secondments", sheetName: each.sheetName }, text.language),
    each.row,
    each.changes.map(({ fact }) => text.officerPage.fact[fact]).join(text.common.listMark),
    noticeMark({ notice: moveSentence(text, each) }),
  ]);
  return writeCsv([sheet, row, column, message], [...problems, ...moves, ...notices]);
}
