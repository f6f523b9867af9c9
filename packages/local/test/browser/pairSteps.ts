import { expect } from "vitest";
import { expectSound } from "./extensionSteps.ts";
import { jsonOf, signInAs, type Visit } from "./site.ts";

/** What is put into the boxes of a form, by their names: text, the value of a list, or the values that are ticked. */
type Values = Readonly<Record<string, string | readonly string[]>>;

/** Two mentors and two apprentices of one station: those of a reading are its own. */
export type Four = { first: string; second: string; one: string; other: string };

/** Fills in and sends the form of a page that goes to `action`; one that is folded is opened first. */
async function send({ page }: Visit, action: string, values: Values): Promise<void> {
  const form = page.locator(`form[method=post][action="${action}"]`);
  const around = page.locator("details:not([open])", { has: form });
  for (const fold of [around, form.locator("details:not([open])")])
    while ((await fold.count()) > 0) await fold.first().locator("> summary").click();
  for (const [name, value] of Object.entries(values)) {
    const boxes = form.locator(`[name="${name}"]`);
    const kind = await boxes.first().evaluate((box) => box.tagName.toLowerCase() + box.getAttribute("type"));
    if (typeof value !== "string")
      for (const each of value) await form.locator(`[name="${name}"][value="${each}"]`).check();
    else if (kind.startsWith("select")) await boxes.selectOption(value);
    else await boxes.fill(value);
  }
  await form.locator("button:not([formaction])").last().click();
}

/** The form that was sent is not shown again with what is wrong in it. */
async function expectTaken({ page }: Visit): Promise<void> {
  await page.waitForLoadState();
  expect(await page.locator(".govuk-error-summary").allTextContents()).toEqual([]);
}

/** Units of one branch, and people of its station, as JSON clients put them on file. */
export async function putOnFile({ context }: Visit, people: readonly string[]): Promise<void> {
  const post = async (path: string, data: object) => {
    const answer = await context.request.post(path, { headers: { Accept: "application/json" }, data });
    expect(answer.status(), await answer.text()).toBeLessThan(300);
  };
  await post("/units", { code: "B1", name: "一分局", kind: "branch" });
  await post("/units", { code: "B1-01", name: "第1派出所", kind: "station", parent: "B1" });
  const facts = { sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "B1-01" };
  for (const number of people)
    await post("/officers", { ...facts, serviceNumber: number, name: `民警${number}` });
}

/** Plans a pair from the side of its mentor or its apprentice; answers its id. */
export async function plan(
  visit: Visit,
  { from, ...people }: { mentor: string; apprentice: string; from: string },
  side: "mentor" | "apprentice",
): Promise<string> {
  const { page } = visit;
  const other = side === "mentor" ? "apprentice" : "mentor";
  await page.goto(`/pairs/new?${side}=${people[side]}`);
  const facts = { focus: "casework", from, leading: ["apprentice"], scheme: "pair-standard" };
  await send(visit, "/pairs", { ...facts, [other]: people[other] });
  // Whether they are kin is not said yet, and what was typed stays.
  await page.locator(".govuk-error-summary a[href='#kin']").waitFor();
  for (const name of ["mentor", "apprentice"] as const)
    expect(await page.locator(`[name=${name}]`).inputValue()).toBe(people[name]);
  await expectSound(visit);
  await send(visit, "/pairs", { eligibility: ["years", "rank", "record"], kin: ["false"] });
  await page.waitForURL(/\/pairs\/pair-/);
  return new URL(page.url()).pathname.slice("/pairs/".length);
}

/** Has a mentor proposed for each of two apprentices, takes the one and leaves the other; answers the id of the pair. */
export async function match(visit: Visit, { second, one, other }: Four, from: string): Promise<string> {
  const { page, text } = visit;
  await page.goto("/pairs/proposals");
  const apprentices = [one, other].map((each) => `${each},technology`).join("\n");
  await send(visit, "/pairs/proposals", { apprentices, mentors: `${second},technology`, from });
  const rows = page.locator("main form select[name=pairs]");
  await rows.first().waitFor();
  expect(await rows.count()).toBe(2);
  await expectSound(visit);
  await rows.nth(1).selectOption("");
  await send(visit, "/pairs/proposals/accepted", { leading: ["apprentice"], kin: ["false"] });
  await page.locator(".govuk-notification-banner").waitFor();
  await expectSound(visit);
  const { items } = await jsonOf(visit.context, `/pairs?mentor=${second}&state=proposed`);
  expect(items.map(({ apprentice }: { apprentice: string[] }) => apprentice[0])).toHaveLength(1);
  expect(await page.locator("h1").textContent()).toContain(text.matchingPage.accepted);
  return items[0].id;
}

/** One activity of several pairs in one form; each of them has it afterwards. */
export async function enterTogether(visit: Visit, pair: readonly string[], on: string): Promise<void> {
  const { page, context } = visit;
  await page.goto("/pairs/activities");
  const words = { on, kind: "competition", learned: "现场处置比武 <b>第一名</b>", minutes: "90" };
  await send(visit, "/pairs/activities", { ...words, pair });
  await page.locator(".govuk-notification-banner").waitFor();
  await expectSound(visit);
  for (const id of pair) {
    const { activities } = await jsonOf(context, `/pairs/${id}`);
    expect(activities).toMatchObject([{ kind: "competition", on, minutes: 90 }]);
  }
}

/** Writes what lacks in the file of a pair; the list of files without it has one less. */
export async function completeFile(visit: Visit, id: string, months: readonly string[]): Promise<void> {
  const { page, context } = visit;
  await page.goto(`/pairs/${id}`);
  const contract = { duties: "带办案件", content: "讯问、勘查", aim: "独立办案", standard: "两起案件" };
  const written = Object.fromEntries(months.map((month) => [`plan.${month}`, "跟班办案"]));
  await send(visit, `/pairs/${id}/agreement`, { signedOn: "2026-02-10", ...contract, ...written });
  await expectTaken(visit);
  const { file } = await jsonOf(context, `/pairs/${id}`);
  expect(file.missing).toEqual([]);
  await expectSound(visit);
}

/** The mentor leaves: both their pairs are orphans the same day; one has a substitute, and goes on with another mentor. */
export async function handOn(visit: Visit, id: string, { first, second }: Four): Promise<string> {
  const { page, context } = visit;
  await page.goto("/pairs/mentor-away");
  await send(visit, "/pairs/mentor-away", { mentor: first, why: "leave", from: "2026-03-02" });
  await page.waitForURL(`**/pairs?mentor=${first}`);
  expect(await jsonOf(context, `/pairs?orphan=true&mentor=${first}`)).toMatchObject({ total: 2 });
  await page.goto(`/pairs/${id}`);
  await expectSound(visit);
  await send(visit, `/pairs/${id}/substitute`, { from: "2026-03-02", substitute: second });
  await expectTaken(visit);
  expect(await jsonOf(context, `/pairs/${id}`)).toMatchObject({ isOrphan: false });
  const over = { mentor: second, from: "2026-03-02", reason: "师傅长期病休" };
  await page.goto(`/pairs/${id}`);
  await send(visit, `/pairs/${id}/hand-over`, {
    ...over,
    eligibility: ["years", "rank", "record"],
    kin: ["false"],
  });
  await expectTaken(visit);
  expect((await jsonOf(context, `/pairs/${id}`)).status).toBe("handed-over");
  return (await jsonOf(context, `/pairs/${id}`)).continuedBy.pairId;
}

/** The mentor cannot enter the final test, somebody else of the station does; the sheet prints. */
export async function test(visit: Visit, id: string, mentor: string): Promise<void> {
  const { page, context } = visit;
  await signInAs(context, { persona: "mentor", serviceNumber: mentor });
  await page.goto(`/pairs/${id}`);
  expect(await page.locator(`form[action="/pairs/${id}/tests"]`).count()).toBe(0);
  await signInAs(context, { persona: "station", unit: "B1-01" });
  await page.goto(`/pairs/${id}`);
  await send(visit, `/pairs/${id}/tests`, { on: "2026-03-02", grade: "excellent" });
  await expectTaken(visit);
  expect((await jsonOf(context, `/pairs/${id}`)).tests).toHaveLength(1);
  await expectSound(visit);
  await page.goto(`/pairs/${id}/print?sheet=test`);
  const name = { "zh-CN": "优秀", en: "Excellent" }[visit.text.language];
  await page.getByText(name).first().waitFor();
}
