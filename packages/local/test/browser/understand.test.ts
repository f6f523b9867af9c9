import { dayAnchor } from "@dunmiao/web/ui/dayAnchor";
import type { Text } from "@dunmiao/web/ui/text";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { jsonOf, readings, site } from "./site.ts";

/** Somebody calm, somebody with warnings, somebody over the limit. */
const risks = ["below-10", "from-13", "exceeded"];

describe.skipIf(!hasBrowser)("understand the count (skipped without Chromium)", () => {
  const { visiting } = site();

  test.each(readings)(
    "gauge, calendar and day lines agree, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async ({ page, text, context }) => {
        for (const risk of risks) {
          const id = await someoneWith(context, risk);
          const { count, term } = await jsonOf(context, `/secondments/${id}`);
          await page.goto(`/secondments/${id}`);
          const used = text.gauge.used({ used: String(count.countedDays), limit: String(count.limitDays) });
          expect(await page.locator(".dm-gauge strong").textContent()).toBe(used);
          const lines = await countedByDay(page, text);
          expect(Object.keys(lines)).toHaveLength(365);
          expect([Object.keys(lines)[0], Object.keys(lines).at(-1)]).toEqual([term.from, term.to]);
          expect(sum(Object.values(lines))).toBe(count.countedDays);
          const { items } = await jsonOf(context, `/secondments/${id}/days`);
          expect(Object.fromEntries(items.map((day: Day) => [day.date, day.counted]))).toEqual(lines);
        }
      });
    },
  );

  test.each(readings)(
    "every square leads to its line, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async ({ page, text, context }) => {
        const id = await someoneWith(context, "from-13");
        await page.goto(`/secondments/${id}`);
        const squares = page.locator(".dm-year a");
        expect(await squares.count()).toBe(365);
        const dangling =
          "Array.from(document.querySelectorAll('.dm-year a'), (a) => a.getAttribute('href')).filter((href) => !document.querySelector(href))";
        expect(await page.evaluate(dangling)).toEqual([]);
        const { items } = await jsonOf(context, `/secondments/${id}/days`);
        const off = items.find((day: Day) => day.counted === 1);
        await page.locator(`.dm-year a[href="#${dayAnchor(off.date)}"]`).click();
        const line = page.locator(`tr#${dayAnchor(off.date)}:target`);
        await line.waitFor();
        const where = await line.boundingBox();
        expect(where?.y).toBeGreaterThan(0);
        expect(where?.y).toBeLessThan(900);
        const said = await line.textContent();
        expect(said).toContain(text.secondmentPage.counts({ days: "1" }));
        expect(said).toContain(text.absenceClass[off.covers[0].class as keyof Text["absenceClass"]]);
        await line.getByRole("link").or(page.locator("#absences")).first().waitFor();
      });
    },
  );
});

type Day = { date: string; counted: number };

async function someoneWith(context: BrowserContext, risk: string): Promise<string> {
  const { items } = await jsonOf(context, `/secondments?risk=${risk}&sort=-used`);
  return items[0].id;
}

/** Days counted by each line of the explanation, as the page writes them. */
async function countedByDay(page: Page, text: Text): Promise<Record<string, number>> {
  const [before = ""] = text.secondmentPage.counts({ days: "#" }).split("#");
  const read = (cell: string) => {
    const [figure = ""] = cell.slice(before.length).split(" · ");
    return cell.startsWith(before) && /^[\d.]+$/.test(figure) ? Number(figure) : 0;
  };
  const lines = await page
    .locator("tr[id^='d2']")
    .evaluateAll((rows) =>
      rows.map((row) => [row.id, row.querySelectorAll("td")[2]?.textContent ?? ""] as const),
    );
  return Object.fromEntries(lines.map(([id, cell]) => [dateOf(id), read(cell.trim())]));
}

/** The date of a line: `d260302` is 2026-03-02. */
function dateOf(id: string): string {
  return id.replace(/^d(\d\d)(\d\d)(\d\d)$/, "20$1-$2-$3");
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, each) => total + each, 0);
}
