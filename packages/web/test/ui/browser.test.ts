import { Hono } from "hono";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasBrowser, launchBrowser } from "./browser.ts";
import { startScratchServer } from "./scratchServer.ts";

const asked: unknown[] = [];
let progress = { status: "running", done: 640, total: 2000 };

/** What the routes of the product answer to the script. */
const answers = new Hono()
  .post("/absences/preview", async (c) => {
    asked.push(await c.req.json());
    return c.json({ sentence: `counts ${asked.length}` });
  })
  .get("/imports/1", (c) => c.json(progress));

/** What the script and the style sheet do to parts of the kit; that pages are sound is looked at on the pages themselves. */
describe.skipIf(!hasBrowser)("kit in a browser (skipped without Chromium)", () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startScratchServer>>;
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startScratchServer(answers);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    server?.stop();
    expect(complaints).toEqual([]);
  });

  async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`${server.url}/form`);
    return page;
  }

  for (const javaScriptEnabled of [true, false])
    it(`focuses the error summary on load ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
      const page = await open({ javaScriptEnabled });
      await page.locator(".govuk-error-summary:focus").waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator("#to:focus").waitFor();
      await page.context().close();
    });

  it("asks the preview while the form changes, with nested fields and without the hidden key", async () => {
    const page = await open();
    await page.fill("#to", "2026-03-06");
    await page.locator("[data-preview]", { hasText: "counts" }).waitFor();
    expect(asked.at(-1)).toEqual({
      class: "sick",
      from: "2026-03-05",
      to: "2026-03-06",
      evidence: { date: "2026-02-31" },
    });
    await page.context().close();
  });

  it("follows the work on the progress bar, then loads the page again", async () => {
    const page = await open();
    progress = { ...progress, done: 1400 };
    await page.locator("[data-progress-text]", { hasText: "已处理 1400 / 2000" }).waitFor();
    expect(await page.locator("progress").getAttribute("value")).toBe("1400");
    const reloaded = page.waitForEvent("load");
    progress = { ...progress, status: "finished" };
    await reloaded;
    await page.context().close();
    // Finished work loads the page again: the next test reads it standing still.
    progress = { ...progress, status: "running" };
  });

  it("prints without navigation, and official pages in the official layout", async () => {
    const page = await open();
    await page.emulateMedia({ media: "print" });
    for (const hidden of [".dm-nav", ".dm-header", ".govuk-button"])
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    const official = await page.locator(".official").evaluate((node) => {
      const style = node.ownerDocument.defaultView?.getComputedStyle(node);
      if (!style) throw new Error("no style");
      const [size = 0, line = 0, spacing = 0] = [style.fontSize, style.lineHeight, style.letterSpacing].map(
        Number.parseFloat,
      );
      return { size, line, spacing, family: style.fontFamily, name: style.page };
    });
    expect(official.size).toBeCloseTo((16 * 96) / 72, 1);
    expect(official.family).toMatch(/^FangSong/);
    // The type area of 156 × 225 mm holds 22 lines of 28 characters (GB/T 9704-2012).
    expect(Math.floor(((225 / 25.4) * 96) / official.line)).toBe(22);
    expect(Math.floor(((156 / 25.4) * 96) / (official.size + official.spacing))).toBe(28);
    expect(official.name).toBe("official");
    await page.context().close();
  });
});
