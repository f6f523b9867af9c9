import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personas } from "../src/desk/personas.ts";
import { isDraft } from "./pagesAndFiles.ts";
import { type Visited, visibleText, walkAs } from "./pageWalk.ts";
import { type Product, scratchDir, signIn, startProduct } from "./running.ts";
import { copyDemo } from "./seeded.ts";

const { dir, remove } = scratchDir();
let product: Product;
beforeAll(async () => {
  await copyDemo(dir);
  product = await startProduct(dir);
});
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

describe.each(personas)("what %s is shown", (persona) => {
  test.each(["zh-CN", "en"])(
    "leads to pages that open, calls things by their names and comes as a file, in %s",
    async (language) => {
      const reader = await signIn(product.url, { persona });
      const pages = await walkAs(reader, language);
      expect(pages.length).toBeGreaterThan(5);
      const bad = pages.filter(({ status }) => status >= 400);
      expect(bad.map(({ path, offeredBy, status }) => `${offeredBy} → ${path} ${status}`)).toEqual([]);
      expect(pages.filter((page) => !isTrail(page)).flatMap((page) => rawIn(page, language))).toEqual([]);
      // Boxes to sign in and boxes of a draft are no table of data; that a file has what its page shows is held by `everyState.test.ts`.
      const withTables = pages.filter(
        (page) => !isDraft(page) && /<table (?!class="dm-signatures")/.test(page.html),
      );
      const sheet = /class="dm-sheet" href="([^"]*)"/;
      expect(withTables.filter(({ html }) => !sheet.test(html)).map(({ path }) => path)).toEqual([]);
    },
  );
});
