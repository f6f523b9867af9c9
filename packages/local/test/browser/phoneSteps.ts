import { expect } from "vitest";
import { calmPerson, signInOnPage } from "./deskSteps.ts";
import { expectFits } from "./fits.ts";
import { expectSound } from "./looks.ts";
import { jsonOf, type Reading, reloadUntil, signInAs, type Visit } from "./site.ts";

/** A Monday and the day after it, and a working day on which somebody was not there. */
const days = { from: "2026-04-13", to: "2026-04-14" };
const missed = "2026-02-26";
const headers = { Accept: "application/json" };
const screen = 844;
export type OnPhone = { id: string; serviceNumber: string; station: { code: string; name: string } };

/** Somebody with few days of whom HR records that they were not there. */
export async function officerWithFinding(visit: Visit, reading: Reading): Promise<OnPhone> {
  const { context } = visit;
  const { id, serviceNumber } = await calmPerson(visit, reading);
  const data = { class: "unexplained", from: missed, to: missed };
  const answer = await context.request.post(`/secondments/${id}/absences`, { headers, data });
  expect(answer.status(), await answer.text()).toBe(201);
  return { id, serviceNumber, station: (await jsonOf(context, `/secondments/${id}`)).hostStation };
}

/** The card of the start page under this heading that says something. */
const cardOf = ({ page }: Visit, heading: string, said: string) =>
  page.locator("main section", { has: page.getByRole("heading", { name: heading }) }).locator("tbody tr", {
    hasText: said,
  });

const counted = async ({ context }: Visit, { id }: OnPhone): Promise<number> =>
  (await jsonOf(context, `/secondments/${id}`)).count.countedDays;

/** The own count is what stands out of the first screen, with the button below it. */
async function expectOwnCount(visit: Visit, of: OnPhone): Promise<void> {
  const { page, text } = visit;
  const figure = page.locator(".dm-own .dm-gauge__figures strong");
  const used = text.gauge.used({ used: String(await counted(visit, of)), limit: "15" });
  expect(await figure.textContent()).toBe(used);
  expect(
    await figure.evaluate((node) =>
      Number.parseFloat(node.ownerDocument.defaultView?.getComputedStyle(node).fontSize ?? ""),
    ),
  ).toBeGreaterThan(30);
  const button = await page.getByRole("link", { name: text.absenceForm.ownTitle, exact: true }).boundingBox();
  expect((button?.y ?? screen) + (button?.height ?? 0)).toBeLessThanOrEqual(screen);
}

/** Signs in, sees the finding as a message and as a right, and objects from there. */
export async function seeAndObject(visit: Visit, of: OnPhone): Promise<void> {
  const { page, text } = visit;
  const words = text.homePage;
  await signInOnPage(visit, { persona: "officer", serviceNumber: of.serviceNumber });
  await page.goto("/");
  await expectOwnCount(visit, of);
  const unexplained = `${text.absenceClass.unexplained} ${missed}`;
  const told = cardOf(visit, words.messages, text.eventType["finding.recorded"]);
  expect(await told.textContent()).toContain(unexplained);
  await expectSound(visit);
  const right = cardOf(visit, words.rights, words.rightTo.contest);
  expect(await right.textContent()).toContain(unexplained);
  expect(await right.textContent()).toContain(words.untilRuled);
  await right.getByRole("link").click();
  await page.locator("#contest textarea").fill("当日在外办案");
  await expectFits(visit);
  await page.getByRole("button", { name: text.absencePage.contestAct }).click();
  await page.getByText(text.secondmentPage.contested).waitFor();
  await page.goto("/");
  await cardOf(visit, words.requests, words.request["answer-contest"]).waitFor();
  expect(await right.count()).toBe(0);
}

/** Asks for two days by the form; the start page then says who holds the request. */
export async function askForLeave(visit: Visit, { station }: OnPhone): Promise<void> {
  const { page, text } = visit;
  const words = text.absenceForm;
  await page.goto("/");
  await page.getByRole("link", { name: words.ownTitle, exact: true }).click();
  await page.getByLabel(words.class, { exact: true }).selectOption("annual");
  await page.getByLabel(words.from, { exact: true }).fill(days.from);
  await page.getByLabel(words.to, { exact: true }).fill(days.to);
  await page
    .locator("[data-preview]")
    .getByText(text.absencePreview.counts({ days: "2" }))
    .waitFor();
  await expectSound(visit);
  await expectFits(visit);
  await page.getByRole("button", { name: words.ownSave }).click();
  await page.waitForURL(/#absence-a\d+$/);
  await page.goto("/");
  const card = cardOf(visit, text.homePage.requests, text.homePage.request["approve-request"]);
  const said = await card.textContent();
  expect(said).toContain([text.absenceClass.annual, text.common.range(days)].join(" · "));
  expect(said).toContain(text.homePage.holderIn({ role: text.todoPage.whose.station, unit: station.name }));
  // A card, not a line that scrolls away.
  expect(await card.evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).display)).toBe(
    "grid",
  );
}

/** The station decides from its own list, on a phone too. */
export async function approveOnPhone(visit: Visit, { id, station }: OnPhone): Promise<void> {
  const { page, text, context } = visit;
  await signInAs(context, { persona: "station", unit: station.code });
  const request = page.locator(`main a[href^="/secondments/${id}/absences/a"]`).first();
  await page.goto("/");
  await reloadUntil(page, () => request.isVisible());
  await expectFits(visit);
  await request.click();
  await expectFits(visit);
  await page.getByRole("button", { name: text.absencePage.approve, exact: true }).click();
  await page.locator(".govuk-notification-banner--success").waitFor();
}

/** The decision stands on the officer's start page and among all notifications, and the count has grown. */
export async function readDecision(visit: Visit, of: OnPhone, before: number): Promise<void> {
  const { page, text, context } = visit;
  await signInAs(context, { persona: "officer", serviceNumber: of.serviceNumber });
  await page.goto("/");
  expect(await counted(visit, of)).toBe(before + 2);
  await expectOwnCount(visit, of);
  const approved = text.eventType["absence.approved"];
  const leave = `${text.absenceClass.annual} ${text.common.range(days)}`;
  const by = text.notificationPage.by({ role: text.role.station });
  const said = await cardOf(visit, text.homePage.messages, approved).textContent();
  for (const each of [leave, by]) expect(said).toContain(each);
  const waits = cardOf(visit, text.homePage.requests, text.homePage.request["approve-request"]);
  expect(await waits.count()).toBe(0);
  await page.getByRole("link", { name: text.homePage.allMessages }).click();
  await page.waitForURL(/\/notifications$/);
  const row = page.locator("main tbody tr", { hasText: approved });
  for (const each of [leave, by]) expect(await row.textContent()).toContain(each);
  await expectSound(visit);
}

/** What an officer whose days are over the limit may say and until when; the page to say it on fits, too. */
export async function seeStatementRight(visit: Visit): Promise<void> {
  const { page, text, context } = visit;
  const [over] = (await jsonOf(context, "/secondments?risk=exceeded&status=under-review")).items;
  const { serviceNumber } = over.officer;
  await signInAs(context, { persona: "officer", serviceNumber });
  await page.goto("/");
  const right = cardOf(visit, text.homePage.rights, text.homePage.rightTo.statement);
  const [{ rights }] = (await jsonOf(context, "/")).terms;
  const { askedBy } = rights.find(({ what }: { what: string }) => what === "statement");
  expect(await right.textContent()).toContain(text.homePage.askedBy({ on: askedBy }));
  await expectFits(visit);
  await right.getByRole("link").click();
  await page.waitForURL(/\/ruling$/);
  await expectFits(visit);
}
