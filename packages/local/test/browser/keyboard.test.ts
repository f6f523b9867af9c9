import AxeBuilder from "@axe-core/playwright";
import { languages } from "@dunmiao/web/ui/text";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { tabTo } from "./keys.ts";
import { jsonOf, site } from "./site.ts";

describe.skipIf(!hasBrowser)("keyboard only (skipped without Chromium)", () => {
  const { visiting } = site();

  test.each(languages)(
    "an absence is found, filled in, previewed and recorded with Tab, Enter and Space, in %s",
    async (language) => {
      await visiting({ language, as: { persona: "hr" } }, async ({ page, text, context }) => {
        const { items } = await jsonOf(context, "/secondments?status=serving&risk=below-10");
        const { id, officer } = items[languages.indexOf(language)];
        const words = text.absenceForm;
        await page.goto("/secondments");
        await skipToContent(page, text.chrome.skip);
        await tabTo(page, page.getByLabel(text.secondmentList.search));
        await page.keyboard.type(officer.serviceNumber);
        await page.keyboard.press("Enter");
        await tabTo(page, page.getByRole("link", { name: officer.serviceNumber, exact: true }));
        await page.keyboard.press("Enter");
        await page.waitForURL(new RegExp(id));
        await tabTo(page, page.getByRole("link", { name: text.secondmentPage.addAbsence }));
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: words.title }).waitFor();
        await tabTo(page, page.getByRole("button", { name: words.save }));
        await page.keyboard.press("Enter");
        await page.locator(".govuk-error-summary:focus").waitFor();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.locator("#class:focus").waitFor();
        while ((await page.locator("#class").inputValue()) !== "personal")
          await page.keyboard.press("ArrowDown");
        await tabTo(page, page.getByLabel(words.from, { exact: true }));
        await page.keyboard.type("2026年3月5日");
        await page.locator("#from-words").getByText("2026").waitFor();
        await tabTo(page, page.getByLabel(words.to, { exact: true }));
        await page.keyboard.type("2026/3/5");
        await pickNextDay(page);
        expect(await page.locator("#to").inputValue()).toBe("2026-03-06");
        await tabTo(page, page.getByLabel(words.toHalf));
        await page.keyboard.press("Space");
        await tabTo(page, page.getByRole("button", { name: text.common.preview }));
        await page.keyboard.press("Enter");
        await page
          .locator("[data-preview]")
          .getByText(text.absencePreview.counts({ days: "1.5" }))
          .waitFor();
        await tabTo(page, page.getByRole("button", { name: words.save }));
        await page.keyboard.press("Enter");
        await page.waitForURL(/#absence-a\d+$/);
        const { absences } = await jsonOf(context, `/secondments/${id}`);
        expect(absences.at(-1)).toMatchObject({
          class: "personal",
          from: "2026-03-05",
          to: "2026-03-06",
          toHalf: "am",
        });
      });
    },
  );

  test("a square of the year leads to its line, and the squares can be skipped", async () => {
    await visiting({ as: { persona: "hr" } }, async ({ page, text, context }) => {
      const { items } = await jsonOf(context, "/secondments?risk=from-13");
      await page.goto(`/secondments/${items[0].id}`);
      await tabTo(page, page.getByRole("link", { name: text.yearCalendar.skip }));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator("tr:target").waitFor();
      await page.goto(`/secondments/${items[0].id}`);
      await tabTo(page, page.getByRole("link", { name: text.yearCalendar.skip }));
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.locator(".dm-year :focus").count()).toBe(0);
    });
  });

  test.each(["/", "/secondments", "/cohorts/new", "/calendar"])(
    "wherever the focus goes on %s, it shows",
    async (path) => {
      await visiting({ as: { persona: "hr" } }, async ({ page }) => {
        await page.goto(path);
        const stops = new Set<string>();
        for (let step = 0; step < 40; step += 1) {
          await page.keyboard.press("Tab");
          stops.add(String(await page.evaluate(focusedAndBare)));
        }
        expect(stops.size).toBeGreaterThan(10);
        expect([...stops].filter((stop) => stop.startsWith("bare"))).toEqual([]);
      });
    },
  );
});

/** The first stop of every page is the way past the navigation. */
async function skipToContent(page: Page, skip: string): Promise<void> {
  await page.keyboard.press("Tab");
  await page.locator(".govuk-skip-link:focus", { hasText: skip }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator("main:focus").waitFor();
}

/** Names the focused element; one that neither outline nor shadow nor another background marks is `bare`. */
const focusedAndBare = `(() => {
  const node = document.activeElement;
  const style = getComputedStyle(node);
  const isMarked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  return (isMarked || node === document.body ? "" : "bare ") + node.outerHTML.slice(0, 120);
})()`;

/** From the box of a date to the day after it in the picker, by keys alone; the box has the focus again afterwards. */
async function pickNextDay(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("dialog [aria-current=date]:focus").waitFor();
  const { violations } = await new AxeBuilder({ page }).include("dialog").setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.locator("#to:focus").waitFor();
}
