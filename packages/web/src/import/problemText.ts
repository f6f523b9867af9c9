import type { ImportMove, ImportNotice, ImportRefusal } from "@dunmiao/domain/import/importRow";
import type { FactChange } from "@dunmiao/domain/officerCorrection";
import { factValue } from "../officer/correctionLine.ts";
import { refusalSentence } from "../ui/refusalSentence.ts";
import type { NoticeSentences } from "../ui/text/catalog.ts";
import type { Language, Text } from "../ui/text.ts";
import { columnOfProblem } from "./checked.ts";
import { sheetsOfTemplate } from "./columns.ts";
import { label } from "./templateTexts.ts";

/** The name of a sheet as the file shows it. */
export function sheetName(
  { sheet, sheetName: own }: Pick<ImportRefusal, "sheet" | "sheetName">,
  language: Language,
): string {
  return own ?? label(sheetsOfTemplate[sheet], language);
}

/** What was not read, or read though nobody sees it, as a sentence. */
export function noticeSentence(text: Text, { code, column, sheet, params }: ImportNotice): string {
  const sentences: NoticeSentences = text.importNotices;
  const figures = { ...params, ...(column && { column }), ...(sheet && { sheet }) };
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return sentence ? sentence(figures) : code;
}

/** The heading of a column; blank where a problem is the whole row's. */
export function columnName(problem: ImportRefusal, language: Language): string {
  const column = columnOfProblem(problem);
  const found = sheetsOfTemplate[problem.sheet].columns.find(({ key }) => key === column);
  return found ? label(found, language) : (column ?? "");
}

/** Whom a row moves, from where to where. */
export function moveSentence(text: Text, { number, name, changes }: ImportMove): string {
  return text.importPage.moved({ number, name, changes: movesLine(text, changes) });
}

/** Fact by fact from what is on file to what the list says. */
export function movesLine(text: Text, changes: readonly FactChange[]): string {
  const said = changes.map((change) =>
    text.importPage.movedFact({
      fact: text.officerPage.fact[change.fact],
      from: factValue(text, change, change.from, change.fromName),
      to: factValue(text, change, change.to, change.toName),
    }),
  );
  return said.join(text.importPage.reasonMark);
}

/** What is wrong, as a sentence. */
export function problemSentence(text: Text, { code, params }: ImportRefusal): string {
  return refusalSentence(text, { code, ...(params && { params }) });
}
