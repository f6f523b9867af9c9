import { expect } from "vitest";
import { expectSound } from "./looks.ts";
import { jsonOf, placeOf, type Reading, reloadUntil, signInAs, type Visit } from "./site.ts";

const about = "attendance.2026-02";
const twoDays = { class: "personal", from: "2026-02-09", to: "2026-02-10" };
const afternoon = { class: "personal", from: "2026-02-12", to: "2026-02-12", fromHalf: "pm" };
type Item = {
  about: string;
  secondment: string;
  href: string;
  officer: { serviceNumber: string };
  hostStation: { code: string };
  month?: { countedDays: number; pendingDays: number };
};

/** Somebody of whose February nothing is recorded and nobody confirmed it, another one for each reading. */
export async function untouchedMonth({ context }: Visit, reading: Reading): Promise<Item> {
  const found: Item[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const page: { items: Item[]; cursor?: string } = await jsonOf(
      context,
      `/tasks?whose=all&what=file-form&cursor=${cursor}`,
    );
    found.push(...page.items);
    cursor = page.cursor;
  }
  const empty = found.filter(
    ({ about: of, month }) => of === about && month?.countedDays === 0 && month.pendingDays === 0,
  );
  const item = empty[placeOf(reading)];
  if (!item) throw new Error("nobody's February is empty");
  return item;
}

/** Two days of February that are approved, and an afternoon that waits; answers how to approve that one too. */
export async function twoDaysAndAnAfternoon({ context }: Visit, { secondment, officer }: Item) {
  const headers = { Accept: "application/json" };
  const at = `/secondments/${secondment}/absences`;
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(path, { headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const ask = async (facts: object) => (await post(at, facts)).absence.id;
  const approve = async (id: string) => {
    await signInAs(context, { persona: "approver" });
    await post(`${at}/${id}/approve`, {});
  };
  await signInAs(context, { persona: "officer", serviceNumber: officer.serviceNumber });
  const [first, second] = [await ask(twoDays), await ask(afternoon)];
  await approve(first);
  return { approveTheAfternoon: () => approve(second) };
}

/** The list says what counts and what waits beside the tick; what is not decided cannot be confirmed and says so. */
export async function seeAndTry(visit: Visit, { secondment, href }: Item): Promise<void> {
  const { page, text } = visit;
  const words = text.todoPage;
  const on = text.common.range({ from: twoDays.from, to: twoDays.to });
  const row = page.locator("tr", { has: page.locator(`a[href="${href}"]`) });
  await page.goto("/");
  const waits = words.monthPending({ days: "0.5", on: `2026-02-12 ${text.dayPart.pm}` });
  await reloadUntil(page, () => row.filter({ hasText: waits }).isVisible());
  const said = (await row.textContent()) ?? "";
  expect(said).toContain(words.monthCounted({ days: "2", on }));
  expect(said).toContain(words.monthUndecided({ count: 1 }));
  await expectSound(visit);
  await page.goto(href);
  await page.getByText(text.assessmentPage.attendanceCount({ days: "2" })).waitFor();
  // The form lists what the line says: which days count, and which half still waits.
  const form = await page.locator("main").textContent();
  for (const each of [on, waits]) expect(form).toContain(each);
  await expectSound(visit);
  await confirm(visit, secondment);
  await page.getByText(words.batchDone({ done: 0, refused: 1 })).waitFor();
}

/** What is confirmed is what stood in the list. */
export async function seeAndConfirm(visit: Visit, { secondment, href }: Item): Promise<void> {
  const { page, text, context } = visit;
  const row = page.locator("tr", { has: page.locator(`a[href="${href}"]`) });
  await page.goto("/");
  await reloadUntil(page, () => row.filter({ hasText: text.todoPage.monthNothingPending }).isVisible());
  const on = [
    text.common.range({ from: twoDays.from, to: twoDays.to }),
    `2026-02-12 ${text.dayPart.pm}`,
  ].join(text.todoPage.monthDates);
  expect(await row.textContent()).toContain(text.todoPage.monthCounted({ days: "2.5", on }));
  await confirm(visit, secondment);
  await page.getByText(text.todoPage.batchDone({ done: 1, refused: 0 })).waitFor();
  const { assessments } = await jsonOf(context, `/secondments/${secondment}`);
  expect(assessments.find(({ checkpoint }: { checkpoint: string }) => checkpoint === about)).toMatchObject({
    state: "final",
    countedDays: 2.5,
  });
}

async function confirm({ page, text }: Visit, secondment: string): Promise<void> {
  await page.goto("/");
  await page.locator(`input[name=item][value^="${secondment}:${about}:"]`).check();
  await page.getByRole("button", { name: text.todoPage.confirmAttendance }).click();
}
