import type { BrowserContext } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { seeAndConfirm, seeAndTry, twoDaysAndAnAfternoon, untouchedMonth } from "./monthSteps.ts";
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
import { uploadPeople } from "./uploadPeople.ts";

describe.skipIf(!hasBrowser)("start from the to-do list (skipped without Chromium)", () => {
  const { visiting } = site();

  test.each(readings)(
    "the list opens what is to be done, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async ({ page, text, context }) => {
        const items = await allTodos(context);
        await page.goto("/");
        const rows = page.locator("main form tbody tr");
        expect(await rows.count()).toBe(items.length);
        const said = await rows.allTextContents();
        const kinds = new Set(items.map((todo: Todo) => todo.what));
        expect(kinds.size).toBeGreaterThan(2);
        for (const what of kinds) {
          const name = text.todoPage.what[what as keyof typeof text.todoPage.what];
          expect(
            said.some((row) => row.includes(name)),
            name,
          ).toBe(true);
        }
        const overdue = items.filter((todo: Todo) => todo.isOverdue).length;
        await page
          .getByText(text.todoPage.groupOf({ group: text.todoPage.group.overdue, count: overdue }))
          .waitFor();
        const finding = rows.getByRole("link", { name: text.todoPage.what["confirm-finding"] }).first();
        await finding.click();
        await page.waitForURL(/\/absences\/a\d+$/);
        await page.goto("/");
        await page.getByRole("link", { name: text.todoPage.everyone }).click();
        expect(await rows.count()).toBeGreaterThan(items.length);
      });
    },
  );

  test.each(readings)(
    "warnings are acknowledged together, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async ({ page, text, context }) => {
        const ids = await twoWarned(context, placeOf(reading));
        const boxes = ids.map((id) => page.locator(`input[name=item][value^="${id}:"]`));
        await page.goto("/");
        for (const box of boxes) {
          await reloadUntil(page, () => box.isVisible());
        }
        for (const box of boxes) await box.check();
        await page.getByRole("button", { name: text.todoPage.acknowledge }).click();
        await page.getByText(text.todoPage.batchDone({ done: 2, refused: 0 })).waitFor();
        for (const [index, id] of ids.entries()) {
          const { warnings } = await jsonOf(context, `/secondments/${id}`);
          expect(warnings.at(-1).state).toBe("acknowledged");
          await reloadUntil(page, async () => (await boxes[index]?.count()) === 0);
        }
      });
    },
  );

  test.each(readings)("a report-in is confirmed, in $language, JavaScript $javaScript", async (reading) => {
    await visiting(reading, async (visit) => {
      const { page, text, context } = visit;
      const number = placeOf(reading) + 1;
      const person = await arrivingPerson(context, number);
      await signInAs(context, { persona: "station", unit: `B1-0${number}` });
      await page.goto("/");
      await reloadUntil(page, () => page.getByText(text.todoPage.what["report-in"]).first().isVisible());
      if (isBatch(reading)) await confirmTogether(visit);
      else await confirmAlone(visit, `学员${number}`);
      const { reportedInOn } = await jsonOf(context, person);
      expect(reportedInOn).toBe("2026-03-02");
      await page.goto("/");
      await reloadUntil(page, () => page.getByText(text.todoPage.nothing).isVisible());
    });
  });

  test.each(scripted)("a month is confirmed with its days beside the tick, in $language", async (reading) => {
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const month = await untouchedMonth(visit, reading);
      const { approveTheAfternoon } = await twoDaysAndAnAfternoon(visit, month);
      const station = { persona: "station", unit: month.hostStation.code };
      await signInAs(visit.context, station);
      await seeAndTry(visit, month);
      await approveTheAfternoon();
      await signInAs(visit.context, station);
      await seeAndConfirm(visit, month);
    });
  });
});

type Todo = { what: string; isOverdue: boolean };

/** Each way of confirming is walked in one of the readings. */
const isBatch = ({ javaScript }: Reading) => javaScript;

/** Two people whom ten days of leave take to a warning, others in every reading. */
async function twoWarned(context: BrowserContext, reading: number): Promise<string[]> {
  const { items } = await jsonOf(context, "/secondments?status=serving&risk=below-10");
  const calm = items.filter(
    ({ count }: { count: Count }) => count.pendingDays === 0 && count.countedDays <= 4,
  );
  const ids = calm.slice(reading * 2, reading * 2 + 2).map(({ id }: { id: string }) => id);
  const headers = { Accept: "application/json" };
  const post = async (path: string, data: object) =>
    (await context.request.post(path, { headers, data })).json();
  const leave = { class: "annual", from: "2026-03-09", to: "2026-03-20" };
  const paths: string[] = [];
  for (const id of ids) {
    const { absence } = await post(`/secondments/${id}/absences`, leave);
    paths.push(`/secondments/${id}/absences/${absence.id}/approve`);
  }
  await signInAs(context, { persona: "approver" });
  for (const path of paths) expect(await post(path, {})).toMatchObject({ absence: { state: "approved" } });
  await signInAs(context, { persona: "hr" });
  return ids;
}
type Count = { pendingDays: number; countedDays: number };

/** A cohort that starts today: brought in once, each reading confirms one of its people. */
async function arrivingPerson(context: BrowserContext, number: number): Promise<string> {
  await signInAs(context, { persona: "hr" });
  const { items } = await jsonOf(context, `/secondments?q=02000${number}`);
  const cohort = items[0]?.cohortId ?? (await uploadPeople(context, [1, 2, 3, 4]));
  return `/secondments/${cohort}-02000${number}`;
}

async function confirmTogether({ page, text }: Visit): Promise<void> {
  await page.locator("input[name=item]").first().check();
  await page.getByLabel(text.todoPage.reportedOn, { exact: true }).fill("2026-03-02");
  await page.getByRole("button", { name: text.todoPage.reportIn }).click();
  await page.getByText(text.todoPage.batchDone({ done: 1, refused: 0 })).waitFor();
}

async function confirmAlone({ page, text }: Visit, name: string): Promise<void> {
  const words = text.secondmentPage;
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("link", { name: words.confirmReportIn }).first().click();
  await page.getByLabel(words.reportInOn, { exact: true }).fill("2026-02-31");
  await page.getByRole("button", { name: words.confirmReportIn }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  expect(await page.getByLabel(words.reportInOn, { exact: true }).inputValue()).toBe("2026-02-31");
  await page.getByLabel(words.reportInOn, { exact: true }).fill("2026-03-02");
  await page.getByRole("button", { name: words.confirmReportIn }).click();
  await page.locator("h1").getByText(text.status.serving).waitFor();
}

/** Every page of the list. */
async function allTodos(context: BrowserContext): Promise<Todo[]> {
  const todos: Todo[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const page: { items: Todo[]; cursor?: string } = await jsonOf(context, `/tasks?cursor=${cursor}`);
    todos.push(...page.items);
    cursor = page.cursor;
  }
  return todos;
}
