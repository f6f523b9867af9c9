import AxeBuilder from "@axe-core/playwright";
import { zhCN } from "@dunmiao/web/ui/text/zhCN";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { withoutLikes } from "./likes.ts";
import type { Visit } from "./site.ts";

/** WCAG 2.2 AA. Only what is wrong is worked out in full, and pages have no frames: a third of the time. */
const axe = {
  runOnly: { type: "tag" as const, values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  resultTypes: ["violations" as const],
};

/** What must hold on every page: no axe violation, words of one language, nothing wider than a narrow screen. */
export async function expectSound({ page, text }: Visit): Promise<void> {
  const where = new URL(page.url()).pathname;
  await page.locator("#main").waitFor();
  const { title, headings, isLying, twice, cjk } = await page.locator("html").evaluate((root) => {
    const ids: string[] = [...root.querySelectorAll("[id]")].map(({ id }) => id);
    const texts: string[] = [...root.querySelectorAll("main, main *, nav :not([lang]), .dm-band *")]
      .flatMap((part) => [...part.childNodes])
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent.trim());
    return {
      title: root.ownerDocument.title,
      headings: root.querySelectorAll("h1").length,
      isLying: root.querySelector(".dm-months, .dm-timeline, .dm-matrix") !== null,
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      cjk: [...new Set(texts)].filter((each) => /[\u4e00-\u9fff]/.test(each)),
    };
  });
  expect(headings, `${where}: headings of the first level`).toBe(1);
  expect(title).toContain(text.chrome.titleSuffix);
  expect(twice, `${where}: two elements of one id`).toEqual([]);
  // What people wrote may well contain a word of the catalogue: only what stands alone is one.
  const untranslated = text.language === "en" ? cjk.filter((each) => chinese.has(each)) : [];
  expect(untranslated, `${where}: not translated`).toEqual([]);
  const { violations } = await withoutLikes(page, () =>
    new AxeBuilder({ page }).options(axe).setLegacyMode().analyze(),
  );
  expect(violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  const width = page.viewportSize()?.width ?? 0;
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(overflow), `${where}: wider than 390 px`).toBeLessThanOrEqual(0);
  await expectPrintable(page, isLying ? paper.lying : paper.upright);
  await page.setViewportSize({ width, height: 900 });
}

const overflow = "document.documentElement.scrollWidth - innerWidth";
/** Widths that a sheet leaves to text, in px: 180 mm upright, 277 mm where a page lies on its side. */
const paper = { upright: 680, lying: 1046 };
const onlyOnScreen =
  "main :is(button, .govuk-button, .dm-sheet, .dm-back, .dm-pager a, .dm-filters, .act, [data-no-print], a[download]," +
  " .dm-table input:not(.govuk-input), input[type=search], summary:not(.dm-on-paper > summary)), header, nav:not(.dm-pager, .dm-tabs)";

/** On paper there is nothing to press, and nothing is cut off at the edge of the sheet. */
async function expectPrintable(page: Page, width: number): Promise<void> {
  const where = new URL(page.url()).pathname;
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width, height: 900 });
  const pressed = await page
    .locator(onlyOnScreen)
    .evaluateAll((nodes) =>
      nodes
        .filter(
          (node) =>
            node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 0,
        )
        .map((node) => node.outerHTML),
    );
  expect(pressed, where).toEqual([]);
  expect(await page.evaluate(overflow), `${where}: wider than a sheet`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: null });
}

const chinese = new Set(stringsOf(zhCN).filter((each) => /[\u4e00-\u9fff]/.test(each)));

function stringsOf(catalogue: unknown): string[] {
  if (typeof catalogue === "string") return [catalogue];
  if (typeof catalogue !== "object" || catalogue === null) return [];
  return Object.values(catalogue).flatMap(stringsOf);
}
