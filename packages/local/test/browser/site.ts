import { type Language, languages, type Text } from "@dunmiao/web/ui/text";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { launchBrowser } from "../../../web/test/ui/browser.ts";
import { textFor } from "../../../web/test/ui/texts.ts";
import { type Product, scratchDir, startProduct } from "../running.ts";
import { copyDemo, firstDay } from "../seeded.ts";

/** How somebody reads the product: in which language, with the pages' script or without. */
export type Reading = { language: Language; javaScript: boolean };
/** The two that journeys are walked in: every language once, and once without the script. */
export const readings: readonly Reading[] = [
  { language: "zh-CN", javaScript: true },
  { language: "en", javaScript: false },
];
/** Both languages with the script: for paper, and for what only a script does. */
export const scripted: readonly Reading[] = languages.map((language) => ({ language, javaScript: true }));

/** A number of each reading: the other one has other people, days and units. */
export function placeOf({ language }: Reading): number {
  return languages.indexOf(language);
}

export type Persona = { persona: string; unit?: string; serviceNumber?: string; person?: string };
export type Visit = { page: Page; text: Text; context: BrowserContext; javaScript: boolean };
/** `isAlone`: in a window that nobody has after it, for what cannot be undone in one (a clock that stands still). */
type VisitOptions = Partial<Reading> & { as?: Persona; width?: number; isAlone?: boolean };
type Window = Visit & { complaints: string[] };

/** The product behind `npm start` and a browser, for one test file: with the demo cohort, or empty. */
export function site({ isEmpty = false } = {}) {
  const { dir, remove } = scratchDir();
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    if (!isEmpty) await copyDemo(dir);
    product = await startProduct(dir, ...(isEmpty ? ["--empty", "--today", firstDay] : []));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.end();
    remove();
  });

  async function openWindow({ language, javaScript }: Reading): Promise<Window> {
    const context = await browser.newContext({ baseURL: product.url, javaScriptEnabled: javaScript });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    return { page, text: textFor(language), context, javaScript, complaints: complaintsOf(page) };
  }

  /** Makes a window somebody else's: nothing of who had it before is left in it. */
  async function takeOver({ context, page, complaints }: Window, options: VisitOptions): Promise<void> {
    // Whoever leaves a form has its draft saved, in their own name.
    if (page.url() !== "about:blank") await page.goto("/local/sign-in");
    complaints.length = 0;
    await context.clearCookies();
    await context.addCookies([{ name: "lang", value: options.language ?? "zh-CN", url: product.url }]);
    await page.emulateMedia({ media: null });
    await page.setViewportSize({ width: options.width ?? 1440, height: 900 });
    if (options.as) await signInAs(context, options.as);
  }

  const kept = new Map<string, Window>();
  /**
   * Somebody's browser window, signed in unless `as` is missing; at the end nothing may have gone wrong in it. A window
   * is used again by the file's next test that reads in the same way: a new one is a new process of the browser, which
   * first reads the Chinese fonts, more than a page costs.
   */
  async function visiting(options: VisitOptions, during: (visit: Visit) => Promise<void>): Promise<void> {
    const { language = "zh-CN", javaScript = true, isAlone = false } = options;
    const reading = `${language} ${javaScript}`;
    const window = (isAlone ? undefined : kept.get(reading)) ?? (await openWindow({ language, javaScript }));
    // What a test that failed leaves behind is nobody's.
    if (kept.get(reading) === window) kept.delete(reading);
    try {
      await takeOver(window, options);
      await during(window);
      expect(window.complaints).toEqual([]);
      if (!isAlone && !kept.has(reading)) kept.set(reading, window);
    } finally {
      if (kept.get(reading) !== window) await window.context.close();
    }
  }

  return { url: () => product.url, visiting };
}

/** What the cells of a table's row say. */
export function cellsOf(row: Locator): Promise<string[]> {
  return row.locator("th, td").allTextContents();
}

/** A connection that was idle may be closed by the product in the moment in which it is used again. */
const maxRetries = 2;

/** Changes who the window belongs to, without a page. */
export async function signInAs(context: BrowserContext, persona: Persona): Promise<void> {
  const headers = { Accept: "application/json" };
  const answer = await context.request.post("/local/sign-in", { data: persona, headers, maxRetries });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** JSON of the product as the window's person sees it. */
// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it checks
export async function jsonOf(context: BrowserContext, path: string): Promise<any> {
  return (await context.request.get(path, { headers: { Accept: "application/json" }, maxRetries })).json();
}

/** Errors of scripts and of the content policy, and answers that never may be; a page's own 4xx, or its preview's, is what a test asks for. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  const isAskedFor = (message: string, url: string) =>
    message.startsWith("Failed to load resource") &&
    (url === page.url() || url.endsWith("/absences/preview"));
  page.on("console", (message) => {
    if (message.type() === "error" && !isAskedFor(message.text(), message.location().url))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
  return complaints;
}

/** Loads the page again until it shows what is awaited; a page with a live part may get there by itself. */
export async function reloadUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        if (await isThere()) return true;
        await page.reload();
        return isThere();
      },
      { timeout: 60_000, interval: 300 },
    )
    .toBe(true);
}
