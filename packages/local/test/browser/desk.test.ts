import type { BrowserContext } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { walk } from "./fits.ts";
import { expectSound } from "./looks.ts";
import {
  approveOnPhone,
  askForLeave,
  officerWithFinding,
  readDecision,
  seeAndObject,
  seeStatementRight,
} from "./phoneSteps.ts";
import {
  jsonOf,
  placeOf,
  type Reading,
  readings,
  reloadUntil,
  scripted,
  signInAs,
  site,
  type Visit,
} from "./site.ts";

const most = 10;

describe.skipIf(!hasBrowser)("who decides and who asked (skipped without Chromium)", () => {
  const { visiting } = site();

  test.each(scripted)(
    "an officer on a phone asks, objects, and reads what was decided, in $language",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" }, width: 390 }, async (visit) => {
        const of = await officerWithFinding(visit, reading);
        await seeAndObject(visit, of);
        await askForLeave(visit, of);
        const { count } = await jsonOf(visit.context, `/secondments/${of.id}`);
        await approveOnPhone(visit, of);
        await readDecision(visit, of, count.countedDays);
        const walked = await walk(visit, "/");
        expect(walked).toEqual(
          expect.arrayContaining(["/", "/notifications", "/calendar", "/secondments/{}/events"]),
        );
        await signInAs(visit.context, { persona: "hr" });
        await seeStatementRight(visit);
      });
    },
  );

  test.each(readings)(
    "all are ticked, one is left out and decided alone, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
        const { page, text, context } = visit;
        const words = text.todoPage;
        const ids = await askForTen(context, reading);
        await signInAs(context, { persona: "approver" });
        const boxOf = (id: string) => page.locator(`input[name=item][value^="${id}:a"]`);
        await page.goto("/?whose=all");
        for (const id of ids) await reloadUntil(page, () => boxOf(id).isVisible());
        if (reading.javaScript) await expectSound(visit);

        await tickAll(visit, reading);
        const boxes = page.locator("main form").first().locator("input[name=item]");
        const ticked = await boxes.count();
        expect(ticked).toBeGreaterThanOrEqual(most);
        for (const box of await boxes.all()) expect(await box.isChecked()).toBe(true);
        const [alone = "", ...together] = ids;
        await boxOf(alone).uncheck();
        await page.getByRole("button", { name: words.approveSelected }).click();
        await page.locator("h1", { hasText: words.batchTitle }).waitFor();
        // Each line says of whom, what, and done or why not.
        expect(await page.locator("main tbody tr").count()).toBe(ticked - 1);
        for (const id of together)
          await page
            .locator("tr", { has: page.locator(`a[href="/secondments/${id}"]`), hasText: words.done })
            .waitFor();
        for (const id of together) expect(await statesOf(context, id)).toContain("approved");
        expect(await statesOf(context, alone)).toContain("requested");

        await page.goto("/?whose=all");
        await page
          .locator("tr", { has: boxOf(alone) })
          .getByRole("link")
          .last()
          .click();
        await page.getByRole("button", { name: text.absencePage.approve, exact: true }).click();
        const message = page.locator(".govuk-notification-banner--success");
        await message.waitFor();
        expect(await message.textContent()).toContain(text.eventType["absence.approved"]);
        if (reading.javaScript) await expectSound(visit);
        await page.getByRole("link", { name: words.backToList }).click();
        await page.waitForURL(/\/$/);
        expect(await message.count()).toBe(0);
      });
    },
  );
});

/** One day of leave for each of ten people with few days, another day in every reading. */
async function askForTen(context: BrowserContext, reading: Reading): Promise<string[]> {
  const { items } = await jsonOf(context, "/secondments?status=serving&risk=below-10");
  type Listed = { id: string; count: { pendingDays: number; countedDays: number } };
  const calm = items.filter(({ count }: Listed) => count.pendingDays === 0 && count.countedDays <= 4);
  const ids: string[] = calm.slice(0, most).map(({ id }: Listed) => id);
  expect(ids).toHaveLength(most);
  const headers = { Accept: "application/json" };
  const day = `2026-03-${10 + placeOf(reading)}`;
  const data = { class: "annual", from: day, to: day };
  for (const id of ids) {
    const answer = await context.request.post(`/secondments/${id}/absences`, { headers, data });
    expect(answer.status()).toBe(201);
  }
  return ids;
}

/** By keyboard with a script, by the link without. */
async function tickAll({ page, text }: Visit, { javaScript }: Reading): Promise<void> {
  if (!javaScript) return page.getByRole("link", { name: text.todoPage.selectAll, exact: true }).click();
  const all = page.locator("main form").first().locator("thead input[type=checkbox]");
  await all.focus();
  await page.keyboard.press("Space");
}

async function statesOf(context: BrowserContext, id: string): Promise<string[]> {
  const { absences } = await jsonOf(context, `/secondments/${id}`);
  return absences.map(({ state }: { state: string }) => state);
}
