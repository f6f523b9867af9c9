import { type Language, languages, type Text } from "@dunmiao/web/ui/text";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, vi } from "vitest";
import * as z from "zod";
import { launchBrowser } from "../../../web/test/ui/browser.ts";
import { textFor } from "../../../web/test/ui/texts.ts";
import { type Product, scratchDir, startProduct } from "../running.ts";

/** A Monday; the demo cohort's term began on 2025-08-01. */
export const firstDay = "2026-03-02";

/** How somebody reads the product: in which language, with the pages' script or without. */
export type Reading = { language: Language; javaScript: boolean };
export const readings: readonly Reading[] = languages.flatMap((language) => [
  { language, javaScript: true },
  { language, javaScript: false },
]);

export type Persona = { persona: string; unit?: string; serviceNumber?: string; person?: string };
export type Visit = { page: Page; text: Text; context: BrowserContext; javaScript: boolean };
type VisitOptions = Partial<Reading> & { as?: Persona; width?: number };

async function isCatchingUp(url: string): Promise<unknown> {
  const answer = await fetch(`${url}/local/clock`, { headers: { Accept: "application/json" } });
  return z.object({ isCatchingUp: z.boolean() }).parse(await answer.json()).isCatchingUp;
}

/** The product behind `npm start` and a browser, for one test file. */
export function site(...args: string[]) {
  const { dir, remove } = scratchDir();
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct(dir, "--today", firstDay, ...args);
    // What the first sweep does would change the figures under a test's eyes.
    await vi.waitFor(async () => expect(await isCatchingUp(product.url)).toBe(false), 100_000);
    browser = await launchBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await product?.end();
    remove();
  });

  /** Somebody's browser window, signed in unless `as` is missing; at the end nothing may have gone wrong in it. */
  async function visiting(options: VisitOptions, during: (visit: Visit) => Promise<void>): Promise<void> {
    const { language = "zh-CN", javaScript = true, width = 1440, as } = options;
    const context = await browser.newContext({
      baseURL: product.url,
      viewport: { width, height: 900 },
      javaScriptEnabled: javaScript,
    });
    context.setDefaultTimeout(15_000);
    await context.addCookies([{ name: "lang", value: language, url: product.url }]);
    if (as) await signInAs(context, as);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    try {
      await during({ page, text: textFor(language), context, javaScript });
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  }

  return { url: () => product.url, visiting };
}

/** What the cells of a table's row say. */
export function cellsOf(row: Locator): Promise<string[]> {
  return row.locator("th, td").allTextContents();
}

/** Changes who the window belongs to, without a page. */
export async function signInAs(context: BrowserContext, persona: Persona): Promise<void> {
  const headers = { Accept: "application/json" };
  const answer = await context.request.post("/local/sign-in", { data: persona, headers });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** JSON of the product as the window's person sees it. */
// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it checks
export async function jsonOf(context: BrowserContext, path: string): Promise<any> {
  return (await context.request.get(path, { headers: { Accept: "application/json" } })).json();
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
      { timeout: 30_000, interval: 300 },
    )
    .toBe(true);
}
