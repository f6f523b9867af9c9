import AxeBuilder from "@axe-core/playwright";
import { zhCN } from "@dunmiao/web/ui/text/zhCN";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Visit } from "./site.ts";

/** WCAG 2.2 AA. Only what is wrong is worked out in full, and pages have no frames: a third of the time. */
const axe = {
  runOnly: { type: "tag" as const, values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  resultTypes: ["violations" as const],
};

/** What must hold on every page: no axe violation, words of one language, nothing wider than a narrow screen. */
export async function expectSound({ page, text }: Visit): Promise<void> {
  const where = new URL(page.url()).pathname;
  const { violations } = await new AxeBuilder({ page }).options(axe).setLegacyMode().analyze();
  const found = violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`);
  expect(found).toEqual([]);
  expect(await page.locator("h1").count(), `${where}: headings of the first level`).toBe(1);
  expect(await page.title()).toContain(text.chrome.titleSuffix);
  await page.locator(".dm-band").waitFor();
  if (text.language === "en") expect(await chineseOn(page), `${where}: not translated`).toEqual([]);
  const width = page.viewportSize()?.width ?? 0;
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  expect(overflow, `${where}: wider than 390 px`).toBeLessThanOrEqual(0);
  await expectPrintable(page);
  await page.setViewportSize({ width, height: 900 });
}

/** Widths that a sheet leaves to text, in px: 180 mm upright, 277 mm where a page lies on its side. */
const paper = { upright: 680, lying: 1046 };
const onlyOnScreen =
  "main :is(button, .govuk-button, .dm-sheet, .dm-back, .dm-pager a, .dm-filters, .act, [data-no-print], a[download]," +
  " .dm-table input, input[type=search], summary:not(.dm-on-paper > summary)), header, nav:not(.dm-pager, .dm-tabs)";

/** On paper there is nothing to press, and nothing is cut off at the edge of the sheet. */
async function expectPrintable(page: Page): Promise<void> {
  const where = new URL(page.url()).pathname;
  await page.emulateMedia({ media: "print" });
  const isLying = (await page.locator(".dm-months, .dm-timeline").count()) > 0;
  await page.setViewportSize({ width: isLying ? paper.lying : paper.upright, height: 900 });
  const pressed = page.locator(onlyOnScreen).filter({ visible: true });
  expect(await pressed.evaluateAll((nodes) => nodes.map((node) => node.outerHTML)), where).toEqual([]);
  const cut = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  expect(cut, `${where}: wider than a sheet`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: null });
}

/** Texts of the Chinese catalogue that stand alone on a page; what people wrote may well contain one of its words. */
async function chineseOn(page: Page): Promise<string[]> {
  const shown = await page.locator("main, main *, nav *, .dm-band *").evaluateAll((parts) => {
    const texts: string[] = [];
    for (const part of parts)
      part.childNodes.forEach((node: { nodeType: number; textContent: string | null }) => {
        if (node.nodeType === 3) texts.push((node.textContent ?? "").trim());
      });
    return texts;
  });
  return shown.filter((each) => chinese.has(each));
}

const chinese = new Set(stringsOf(zhCN).filter((each) => /[\u4e00-\u9fff]/.test(each)));

function stringsOf(catalogue: unknown): string[] {
  if (typeof catalogue === "string") return [catalogue];
  if (typeof catalogue !== "object" || catalogue === null) return [];
  return Object.values(catalogue).flatMap(stringsOf);
}
