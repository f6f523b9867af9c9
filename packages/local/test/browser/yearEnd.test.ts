import { beforeAll, describe, expect, test, vi } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { askFor, expectSound, hear, type Person, seeBothRecords } from "./extensionSteps.ts";
import { jsonOf, readings, reloadUntil, signInAs, site, type Visit } from "./site.ts";
import { uploadPeople } from "./uploadPeople.ts";

/** Their last day is today: forms of the end are open, and a further term can still be asked for. */
const lastDayToday = "2025-03-03";
const number = { "zh-CN": 3, en: 4 };
const typed = "两起案件 <b>尚在</b> 办理";
/** Months that a station may tick on its list. */
const monthRows = "main form tbody tr:has(input[name=item])";

describe.skipIf(!hasBrowser)("the end of a term (skipped without Chromium)", () => {
  const { visiting } = site({ isEmpty: true });
  let cohort: string;
  beforeAll(
    () =>
      visiting({ as: { persona: "hr" } }, async ({ context }) => {
        cohort = await uploadPeople(context, Object.values(number), { startsOn: lastDayToday });
        for (const each of Object.values(number)) {
          const path = `/secondments/${cohort}-02000${each}`;
          const headers = { Accept: "application/json" };
          await context.request.post(`${path}/report-in`, { headers, data: { on: lastDayToday } });
          const isCaughtUp = async () => (await jsonOf(context, path)).next === "nothing-left";
          await vi.waitUntil(isCaughtUp, { timeout: 60_000, interval: 300 });
        }
      }),
    120_000,
  );
  const personOf = (at: number): Person => ({
    path: `/secondments/${cohort}-02000${at}`,
    officer: `02000${at}`,
    station: `B1-0${at}`,
  });

  // Each language once, once without the pages' script.
  test.each(readings)(
    "the station confirms months, in $language, JavaScript $javaScript",
    async (reading) => {
      const { station } = personOf(number[reading.language]);
      await visiting({ ...reading, as: { persona: "station", unit: station } }, async (visit) => {
        const { page } = visit;
        const months = page.locator(monthRows);
        await page.goto("/");
        await reloadUntil(page, async () => (await months.count()) === 2);
        if (reading.javaScript) await confirmOne(visit);
        else await confirmAll(visit);
        await page.goto("/");
        await reloadUntil(page, async () => (await months.count()) === (reading.javaScript ? 1 : 0));
      });
    },
  );

  test.each(readings)("forms of the end, in $language, JavaScript $javaScript", async (reading) => {
    const person = personOf(number[reading.language]);
    await visiting(reading, async (visit) => {
      const { page, text, context } = visit;
      const words = text.assessmentPage;
      await signInAs(context, { persona: "officer", serviceNumber: person.officer });
      await page.goto(`${person.path}/checkpoints/self-report/forms/officer`);
      await page.getByLabel(text.reportSection.duties, { exact: true }).fill(typed);
      await page.getByRole("button", { name: words.check }).click();
      await page.locator(".govuk-error-summary:focus").waitFor();
      expect(await page.getByLabel(text.reportSection.duties, { exact: true }).inputValue()).toBe(typed);
      await expectSound(visit);
      await signInAs(context, { persona: "station", unit: person.station });
      await page.goto(`${person.path}/checkpoints/end/forms/station`);
      await page.getByRole("button", { name: words.check }).click();
      await page.locator(".govuk-error-summary:focus").waitFor();
      await page.locator(".govuk-error-summary a").first().click();
      await page.locator("main input[type=radio]:focus").waitFor();
      await expectSound(visit);
    });
  });

  test.each(readings)("a further term is granted, in $language, JavaScript $javaScript", async (reading) => {
    const person = personOf(number[reading.language]);
    await visiting(reading, async (visit) => {
      await askFor(visit, person);
      await hear(visit, person, "host");
      await hear(visit, person, "sending");
      await hear(visit, person, "decide");
      await seeBothRecords(visit, person);
    });
  });
});

/** From the to-do list to the month and its one button. */
async function confirmOne(visit: Visit): Promise<void> {
  const { page, text } = visit;
  await page.locator('main a[href*="/checkpoints/attendance."]').first().click();
  await page.waitForURL(/\/forms\/station$/);
  await expectSound(visit);
  await page.getByRole("button", { name: text.assessmentPage.confirmAttendance }).click();
  await page.waitForURL(/\/assessments\/f\d+$/);
  await page.getByText(text.formState.final, { exact: true }).first().waitFor();
}

async function confirmAll({ page, text }: Visit): Promise<void> {
  for (const box of await page.locator(monthRows).getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: text.todoPage.confirmAttendance }).click();
  await page.getByText(text.todoPage.batchDone({ done: 2, refused: 0 })).waitFor();
}
