import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Visit } from "./site.ts";

const narrow = 390;
/** Heights of what is pressed, in px: of buttons, fields and the way around, and of any other link (WCAG 2.2, 2.5.8). */
const pressed = { controls: 44, links: 24 };

/** On a phone nothing is wider than the screen, every table is cards or lines, and what is pressed is high enough. */
export async function expectFits({ page }: Visit): Promise<void> {
  const where = new URL(page.url()).pathname;
  expect(page.viewportSize()?.width, where).toBe(narrow);
  expect(await misfits(page), where).toEqual([]);
}

async function misfits(page: Page): Promise<string[]> {
  const wide = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
  const tables = await page
    .locator("main table:not(.dm-signatures)")
    .evaluateAll((nodes) =>
      nodes
        .filter((node) => node.ownerDocument.defaultView?.getComputedStyle(node).display === "table")
        .map((node) => `no cards: ${node.textContent?.slice(0, 60)}`),
    );
  return [
    ...(wide > 0 ? [`${wide} px wider than the screen`] : []),
    ...tables,
    ...(await lower(page, controls, pressed.controls)),
    ...(await lower(page, links, pressed.links)),
  ];
}

const controls = "main :is(.govuk-button, .govuk-input, .govuk-select, .govuk-textarea), .dm-nav a";
/** A square of the year stands for a line of the days below it; what skips something is shown to the keyboard only. */
const links = "main :is(a, button, summary):not(svg *, .govuk-skip-link)";

function lower(page: Page, selector: string, least: number): Promise<string[]> {
  return page.locator(selector).evaluateAll(
    (nodes, height) =>
      nodes
        .map((node) => ({ is: node.getBoundingClientRect().height, html: node.outerHTML }))
        .filter(({ is }) => is > 0 && is < height - 0.5)
        .map(({ is, html }) => `${is} px: ${html}`),
    least,
  );
}

/** Opens every page of the product that links lead to from here, one of each shape, each of which must fit. */
export async function walk(visit: Visit, from: string): Promise<string[]> {
  const { page } = visit;
  const queue = [from];
  const shapes = new Set([shapeOf(from)]);
  const walked: string[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await page.goto(path);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await expectFits(visit);
    walked.push(shapeOf(path));
    for (const next of await linksOf(page)) {
      if (shapes.has(shapeOf(next))) continue;
      shapes.add(shapeOf(next));
      queue.push(next);
    }
  }
  return walked;
}

/** Links to pages of the product; not the demonstration's own, nor files. */
async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator(":is(main, nav) a[href^='/']:not([download])")
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute("href") ?? ""));
  return hrefs
    .filter((href) => !/^\/local\/|\.csv|\.xlsx|\.ics/.test(href))
    .map((href) => href.replace(/#.*/, ""));
}

/** A page without what names one of many. */
function shapeOf(path: string): string {
  return path.replace(/\?.*/, "").replaceAll(/[^/]*\d[^/]*/g, "{}");
}
