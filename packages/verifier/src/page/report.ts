import { checkCode, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { type Finding, findingTexts, unprovable } from "../findings.ts";
import { keysInWords, paperFacts } from "../paperFacts.ts";
import type { Verified } from "../verifyExport.ts";
import { isProved, type PaperChecking, type VerifiedPaper } from "../verifyPaper.ts";
import { element } from "./element.ts";
import { said, text } from "./language.ts";

/** A check that was made: of which file, against what. */
export type Checked = { name: string; at: Date } & (CheckedExport | CheckedPaper);
type CheckedExport = { verified: Verified; head: TreeHead | undefined };
type CheckedPaper = { paper: VerifiedPaper; held: PaperChecking };
const mostListed = 1_000;

/** The report on a check, to read and to print. */
export function reportOf(checked: Checked): HTMLElement[] {
  const { findings } = "paper" in checked ? checked.paper : checked.verified;
  const isOwnKey = "verified" in checked && checked.verified.isOwnKey;
  const isInPart = findings.length === 0 && "paper" in checked && !isProved(checked.paper);
  const isGood = findings.length === 0 && !isInPart;
  const differs = findings.length === 0 ? text("inPart") : `${text("differs")}: ${findings.length}`;
  const result = isGood ? text("agrees") : differs;
  const cannot = [...unprovable.map(said), ...(isOwnKey ? [text("keyOwn")] : []), text("ownPage")];
  const facts: [string, string][] = [
    [text("name"), checked.name],
    [text("checkedAt"), localTime(checked.at)],
    ...("paper" in checked ? paperRows(checked) : factsOf(checked)),
  ];
  return [
    element(
      "div",
      { class: isGood ? "result" : "result bad", role: "status", tabindex: "-1", id: "result" },
      result,
    ),
    ...(findings.length === 0 ? [] : [element("h2", {}, text("differs")), findingTable(findings)]),
    element("h2", {}, text("report")),
    factTable(facts),
    element("h2", {}, text("unprovable")),
    element("ul", {}, ...cannot.map((each) => element("li", {}, each))),
  ];
}

function paperRows({ paper, held }: CheckedPaper): [string, string][] {
  return paperFacts(paper, held).map(({ label, value }) => [
    said(label),
    typeof value === "string" ? value : said(value),
  ]);
}

function factsOf({ verified, head }: CheckedExport): [string, string][] {
  const { manifest, records, events, leaves, recounted, head: signed, afterHead } = verified;
  const isExtended = !verified.findings.some(({ code }) => code === "not-extended");
  return [
    ...(manifest ? manifestFacts(manifest) : []),
    [text("counted"), `${records}; ${events}; ${leaves}`],
    [text("recounted"), String(recounted)],
    ...(signed ? headFacts(signed) : []),
    [text("keyUsed"), `${text(verified.isOwnKey ? "keyOwn" : "keyHeld")}: ${keysInWords(verified.keys)}`],
    [
      text("extended"),
      head ? `${head.day}: ${text(isExtended ? "extends" : "doesNotExtend")}` : text("notGiven"),
    ],
    ...cosignedFacts(verified.cosigned),
    ...(afterHead > 0 ? [[text("afterHead"), String(afterHead)] satisfies [string, string]] : []),
  ];
}

function manifestFacts({ purpose, exportedAt }: NonNullable<Verified["manifest"]>): [string, string][] {
  return [
    [text("purpose"), purpose],
    [text("exportedAt"), localTime(new Date(exportedAt))],
  ];
}

function cosignedFacts(cosigned: Verified["cosigned"]): [string, string][] {
  if (cosigned.length === 0) return [[text("cosignedBy"), text("cosignedNone")]];
  return cosigned.map(({ organ, key, until, isHeld }) => [
    `${text("cosignedBy")}: ${organ}`,
    `${until === undefined ? text("cosignedNever") : text("cosignedUntil") + until}; ${text(isHeld ? "keyHeld" : "cosignerOwn")}: ${key}`,
  ]);
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
