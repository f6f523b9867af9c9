import { isDeepStrictEqual } from "node:util";
import { tablesOf } from "@dunmiao/web/sheet/tables";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personas } from "../src/personas.ts";
import { inLanguage, openPage, type Reader, type Visited, visibleText, walkAs } from "./pageWalk.ts";
import { type Product, scratchDir, signIn, startProduct } from "./running.ts";

const { dir, remove } = scratchDir();
let product: Product;
beforeAll(async () => {
  product = await startProduct(dir, "--today", "2026-03-02");
}, 120_000);
afterAll(async () => {
  await product?.end();
  remove();
});

/** Accounts, schemes, notices, things of a record, versions of the calendar: what programs call things by. */
const raw = [
  /\bdemo-(?:hr|approver|branch|station|sending|officer|inspector|auditor)\b[\w-]*/g,
  /\bdemo-20\d\d-\d\d[\w-]*/g,
  /\b\w[\w-]*@\d+/g,
  /\b(?:cn-20\d\d|notice-[0-9a-f]{6,})/g,
  /(?<![\w.-])[acefknrsw]\d{1,3}(?![\w.-])/g,
  /第 ?0 ?版|\bversion 0\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-/g,
];
/** Codes of ours in a Chinese sentence: `basic-work`, `hostStation`; how a draw is redone names members of its JSON. */
const codes = /(?<![\w./-])(?:[a-z]+(?:-[a-z]+)+|(?!assessmentsDue)[a-z]+[A-Z]\w*)(?![\w./-])/g;
/** The detail of a trail is for whoever follows an id. */
const isTrail = ({ path }: Visited) => /\/events(\?|$)/.test(path);

function rawIn(page: Visited, language: string): string[] {
  const text = visibleText(page.html);
  const patterns = language === "zh-CN" ? [...raw, codes] : raw;
  const hits = patterns.flatMap((pattern) => text.match(pattern) ?? []);
  return hits.length > 0 ? [`${page.path}: ${[...new Set(hits)].join(", ")}`] : [];
}

/** What a page's tables show, paged through to the end. */
async function shownBy(reader: Reader, path: string, language: string) {
  const { html } = await openPage(reader, path, language);
  const tables = tablesOf(html).tables.map(({ rows }) => [...rows]);
  for (let at = html; ; ) {
    const next = at.match(/<a\b[^>]*href="([^"]*)" rel="next"/)?.[1]?.replaceAll("&amp;", "&");
    if (next === undefined) return tables;
    at = (await openPage(reader, next, language)).html;
    for (const [place, { rows }] of tablesOf(at).tables.entries()) tables[place]?.push(...rows);
  }
}

/** What the workbook of a page has below its two lines and its headings. */
async function sheetsOf(reader: Reader, href: string, language: string) {
  const answer = await reader.get(inLanguage(href, language), "text/html");
  expect([href, answer.headers.get("Content-Type")]).toEqual([
    href,
    expect.stringContaining("spreadsheetml"),
  ]);
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  return sheets.map(({ rows }) => {
    expect(rows[1]?.[0]).toContain("2026-03-02");
    return rows.slice(3);
  });
}

/** A page and its file of one moment: the first sweep of the demonstration still changes what pages show. */
async function seenAndSaved(reader: Reader, at: { path: string; href: string; language: string }) {
  for (;;) {
    const shown = await shownBy(reader, at.path, at.language);
    const sheets = await sheetsOf(reader, at.href, at.language);
    if (isDeepStrictEqual(shown, await shownBy(reader, at.path, at.language))) return { shown, sheets };
  }
}

const withoutBlanks = (rows: readonly (readonly unknown[])[]) =>
  rows.map((row) =>
    row
      .map((cell) => (typeof cell === "string" || typeof cell === "number" ? cell : ""))
      .join("|")
      .replaceAll(/[|\s]+$/g, ""),
  );

describe.each(personas)("what %s is shown", (persona) => {
  test.each(["zh-CN", "en"])(
    "leads to pages that open, calls things by their names and comes as a file, in %s",
    async (language) => {
      const reader = await signIn(product.url, { persona });
      const pages = await walkAs(reader, language);
      expect(pages.length).toBeGreaterThan(10);
      const bad = pages.filter(({ status }) => status >= 400);
      expect(bad.map(({ path, offeredBy, status }) => `${offeredBy} → ${path} ${status}`)).toEqual([]);
      expect(pages.filter((page) => !isTrail(page)).flatMap((page) => rawIn(page, language))).toEqual([]);
      // Boxes to sign in are no table of data.
      const withTables = pages.filter(({ html }) => /<table (?!class="dm-signatures")/.test(html));
      const sheet = /class="dm-sheet" href="([^"]*)"/;
      expect(withTables.filter(({ html }) => !sheet.test(html)).map(({ path }) => path)).toEqual([]);
      // Files are read for one persona and one language: the lists of everybody are long.
      if (persona !== "station" || language !== "en") return;
      for (const page of withTables) {
        const href = page.html.match(sheet)?.[1]?.replaceAll("&amp;", "&") ?? "";
        const { shown, sheets } = await seenAndSaved(reader, { path: page.path, href, language });
        expect([page.path, sheets.map(withoutBlanks)]).toEqual([page.path, shown.map(withoutBlanks)]);
      }
    },
  );
});
