import { type NoteKey, noteKeyText } from "@dunmiao/domain/audit/signedNote";
import { checkCode, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { type Finding, findingTexts, unprovable } from "../findings.ts";
import type { Verified } from "../verifyExport.ts";
import { element } from "./element.ts";
import { said, text } from "./language.ts";

/** A check that was made: of which file, against what. */
export type Checked = {
  name: string;
  at: Date;
  verified: Verified;
  key: NoteKey | undefined;
  head: TreeHead | undefined;
};
const mostListed = 1_000;

/** The report on a check, to read and to print. */
export function reportOf(checked: Checked): HTMLElement[] {
  const { findings, isOwnKey } = checked.verified;
  const isGood = findings.length === 0;
  const result = isGood ? text("agrees") : `${text("differs")}: ${findings.length}`;
  const cannot = [...unprovable.map(said), ...(isOwnKey ? [text("keyOwn")] : []), text("ownPage")];
  return [
    element(
      "div",
      { class: isGood ? "result" : "result bad", role: "status", tabindex: "-1", id: "result" },
      result,
    ),
    ...(isGood ? [] : [element("h2", {}, text("differs")), findingTable(findings)]),
    element("h2", {}, text("report")),
    factTable(factsOf(checked)),
    element("h2", {}, text("unprovable")),
    element("ul", {}, ...cannot.map((each) => element("li", {}, each))),
  ];
}

function factsOf({ name, at, verified, key, head }: Checked): [string, string][] {
  const { manifest, records, events, leaves, recounted, head: signed, afterHead } = verified;
  const isExtended = !verified.findings.some(({ code }) => code === "not-extended");
  return [
    [text("name"), name],
    [text("checkedAt"), localTime(at)],
    ...(manifest ? manifestFacts(manifest) : []),
    [text("counted"), `${records}; ${events}; ${leaves}`],
    [text("recounted"), String(recounted)],
    ...(signed ? headFacts(signed) : []),
    [text("keyUsed"), key ? `${text("keyHeld")}: ${noteKeyText(key)}` : text("keyOwn")],
    [
      text("extended"),
      head ? `${head.day}: ${text(isExtended ? "extends" : "doesNotExtend")}` : text("notGiven"),
    ],
    ...(afterHead > 0 ? [[text("afterHead"), String(afterHead)] satisfies [string, string]] : []),
  ];
}

function manifestFacts({ purpose, exportedAt }: NonNullable<Verified["manifest"]>): [string, string][] {
  return [
    [text("purpose"), purpose],
    [text("exportedAt"), localTime(new Date(exportedAt))],
  ];
}

function headFacts(head: TreeHead): [string, string][] {
  return [
    [text("signedUntil"), `${head.day} ${head.origin}`],
    [text("checkCode"), checkCode(head)],
    [text("root"), head.root],
  ];
}

function factTable(facts: readonly [string, string][]): HTMLElement {
  const rows = facts.map(([name, value]) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, value)),
  );
  return element("table", {}, element("tbody", {}, ...rows));
}

function findingTable(findings: readonly Finding[]): HTMLElement {
  const columns = [text("where"), text("what"), text("detail")];
  const rows = findings.slice(0, mostListed).map(({ about, code, detail = "" }) => {
    const cells = [about, said(findingTexts[code]), detail].map((each) => element("td", {}, each));
    return element("tr", {}, ...cells);
  });
  const heads = columns.map((each) => element("th", { scope: "col" }, each));
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...rows),
  );
  const rest = findings.length - rows.length;
  return rest > 0 ? element("div", {}, table, element("p", {}, `${text("more")}${rest}`)) : table;
}

function localTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
