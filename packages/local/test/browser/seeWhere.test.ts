import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { firstDay } from "../seeded.ts";
import { cellsOf, jsonOf, readings, scripted, site, type Visit } from "./site.ts";

type Person = {
  id: string;
  status: string;
  officer: { serviceNumber: string; name: string; sex: string };
  hostBranch: { code: string; name: string };
  sending: { code: string; name: string };
  count: { countedDays: number; pendingDays: number };
};
const perPage = 50;

describe.skipIf(!hasBrowser)("see where everyone is (skipped without Chromium)", () => {
  const { visiting } = site();

  test.each(readings)(
    "every figure opens its people, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
        const { page, text } = visit;
        await page.goto("/cohorts");
        await page.locator("main tbody a").first().click();
        const figures = await figuresOf(page);
        expect(figures.length).toBeGreaterThan(25);
        for (const { href, count } of figures) {
          await page.goto(href);
          expect([href, await totalShown(visit)]).toEqual([href, count]);
          expect(await page.locator(".dm-chips li").count()).toBe(chipsOf(href));
        }
        await page.getByRole("link", { name: text.common.clearFilters }).click();
        expect(await totalShown(visit)).toBe(224);
      });
    },
  );

  test.each(readings)("filters, search, chips, in $language, JavaScript $javaScript", async (reading) => {
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const { page, text, context } = visit;
      const people = await everyone(context);
      const words = text.secondmentList;
      const look = () => page.getByRole("button", { name: text.common.search }).click();
      await page.goto("/secondments");
      await page.getByLabel(words.status, { exact: true }).selectOption("under-review");
      await look();
      const underReview = people.filter(({ status }) => status === "under-review");
      expect(underReview.length).toBeGreaterThan(0);
      expect(await numbersOn(page)).toEqual(underReview.map(({ officer }) => officer.serviceNumber));

      const [one] = underReview;
      if (!one) throw new Error("nobody is under review");
      await page.getByLabel(words.host, { exact: true }).selectOption(one.hostBranch.code);
      await page.getByLabel(words.sending, { exact: true }).selectOption(one.sending.code);
      await look();
      const both = underReview.filter(
        ({ hostBranch, sending }) =>
          hostBranch.code === one.hostBranch.code && sending.code === one.sending.code,
      );
      expect(await totalShown(visit)).toBe(both.length);
      await page
        .getByRole("link", { name: text.common.removeFilter({ filter: text.status["under-review"] }) })
        .click();
      const there = people.filter(
        ({ hostBranch, sending }) =>
          hostBranch.code === one.hostBranch.code && sending.code === one.sending.code,
      );
      expect(await totalShown(visit)).toBe(there.length);
      await page.getByRole("link", { name: text.common.clearFilters }).click();

      for (const q of [one.officer.serviceNumber, one.officer.name]) {
        await page.getByLabel(words.search).fill(q);
        await look();
        expect(await numbersOn(page)).toEqual([one.officer.serviceNumber]);
      }
      await page.getByLabel(words.search).fill("nobody");
      await look();
      await page.getByText(words.emptyTitle).waitFor();
      await page.getByText(words.empty).waitFor();
    });
  });

  test.each(readings)("sorting and paging, in $language, JavaScript $javaScript", async (reading) => {
    await visiting({ ...reading, as: { persona: "hr" } }, async ({ page, text, context }) => {
      const people = await everyone(context);
      await page.goto("/secondments");
      const header = page.getByRole("columnheader", { name: text.secondmentList.used });
      await header.getByRole("link").click();
      expect(await header.getAttribute("aria-sort")).toBe("descending");
      const byDays = people.toSorted((a, b) => b.count.countedDays - a.count.countedDays || order(a, b));
      const numbers = byDays.map(({ officer }) => officer.serviceNumber);
      expect(await numbersOn(page)).toEqual(numbers.slice(0, perPage));
      await page.getByRole("link", { name: text.common.next }).click();
      expect(await numbersOn(page)).toEqual(numbers.slice(perPage, 2 * perPage));
      await page.getByText(text.secondmentList.shown({ from: 51, to: 100, total: 224 })).waitFor();
      await page.getByRole("link", { name: text.common.previous }).click();
      expect(await numbersOn(page)).toEqual(numbers.slice(0, perPage));
      await header.getByRole("link").click();
      expect(await header.getAttribute("aria-sort")).toBe("ascending");
    });
  });

  test.each(scripted)(
    "on paper: the timeline on four sheets, lists with date, filter and what is left out, in $language",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async ({ page, text, context }) => {
        await page.emulateMedia({ media: "print" });
        await page.goto("/cohorts");
        await page.locator("main tbody a").first().click();
        await page.goto(`${new URL(page.url()).pathname}/timeline`);
        const about = page.locator(".dm-timeline__about");
        expect(await about.evaluateAll((all) => all.map((each) => each.checkVisibility()))).toHaveLength(4);
        expect(await about.first().isVisible()).toBe(true);
        expect(await sheetsOf(page)).toBe(4);

        const isShown = async (said: string) => page.getByText(said).first().isVisible();
        await page.goto("/secondments?status=serving");
        const { total } = await jsonOf(context, "/secondments?status=serving");
        expect(await isShown(text.sheet.asOf({ today: firstDay }))).toBe(true);
        expect(await page.locator(".dm-chips li").isVisible()).toBe(true);
        expect(await isShown(text.secondmentList.shown({ from: 1, to: perPage, total }))).toBe(true);
        expect(await isShown(text.sheet.part)).toBe(true);
        await page.goto("/secondments?status=serving&as=whole");
        expect(await page.locator("main tbody tr").count()).toBe(total);
        expect(await isShown(text.sheet.asOf({ today: firstDay }))).toBe(true);
        expect(await page.getByText(text.sheet.part).count()).toBe(0);

        await page.goto("/");
        expect(await isShown(text.todoPage.mine)).toBe(true);
        expect(await isShown(text.todoPage.everyone)).toBe(false);
        const boxes = page.locator("main input[type=checkbox]");
        expect(await boxes.count()).toBeGreaterThan(1);
        for (const box of await boxes.all()) expect(await box.isVisible()).toBe(false);
      });
    },
  );

  test.each(scripted)(
    "on paper: the explanation of the highest count on one sheet, a year of days on four, in $language",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async ({ page, context }) => {
        const people = await everyone(context);
        const [highest] = people.toSorted((a, b) => b.count.countedDays - a.count.countedDays);
        expect(highest?.count.countedDays).toBeGreaterThan(15);
        await page.goto(`/secondments/${highest?.id}/explanation`);
        expect(await sheetsOf(page)).toBe(1);
        await page.goto(`/secondments/${highest?.id}/days`);
        expect(await sheetsOf(page)).toBeLessThanOrEqual(4);
      });
    },
  );
});

const order = (a: Person, b: Person) => (a.officer.serviceNumber < b.officer.serviceNumber ? -1 : 1);

/** Sheets of paper that the page prints on. */
async function sheetsOf(page: Page): Promise<number> {
  const file = await page.pdf({ preferCSSPageSize: true });
  return file.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** The figures of a cohort page and where they lead: the counts on top, and the people of every district. */
async function figuresOf(page: Page): Promise<{ href: string; count: number }[]> {
  const found: { href: string; count: number }[] = [];
  for (const figure of await page.locator(".dm-figures a").all()) {
    const href = await figure.getAttribute("href");
    found.push({ href: href ?? "", count: Number(await figure.locator("b").textContent()) });
  }
  for (const district of await page.locator("main tbody tr:has(th)").all()) {
    const href = await district.getByRole("link").first().getAttribute("href");
    const [, people] = await cellsOf(district);
    found.push({ href: href ?? "", count: Number(people) });
  }
  return found.filter(({ href }) => href.startsWith("/secondments?"));
}

/** What the list says there is, which has to be what it shows. */
async function totalShown({ page, text }: Visit): Promise<number> {
  const rows = await page.locator("main tbody tr").count();
  if (rows === 0) {
    await page.getByText(text.secondmentList.emptyTitle).waitFor();
    return 0;
  }
  const said = await page.locator(".dm-pager span:not(.dm-pager__part)").textContent();
  const total = Number(/(\d+)\D*$/.exec(said ?? "")?.[1]);
  expect(rows).toBe(Math.min(perPage, total));
  return total;
}

/** Every parameter of a list's address is a chip, but the order. */
function chipsOf(href: string): number {
  return [...new URL(href, "http://list").searchParams.keys()].filter((name) => name !== "sort").length;
}

async function numbersOn(page: Page): Promise<string[]> {
  return page.locator("main tbody th").allTextContents();
}

/** All people of the cohort as JSON says them, by service number. */
async function everyone(context: BrowserContext): Promise<Person[]> {
  const people: Person[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const said: { items: Person[]; cursor?: string } = await jsonOf(context, `/secondments?cursor=${cursor}`);
    people.push(...said.items);
    cursor = said.cursor;
  }
  return people;
}
