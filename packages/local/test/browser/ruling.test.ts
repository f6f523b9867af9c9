import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { firstDay } from "../seeded.ts";
import { become } from "./deskSteps.ts";
import { expectSound } from "./looks.ts";
import { peopleToRule } from "./ruledPerson.ts";
import { jsonOf, readings, signInAs, site, type Visit } from "./site.ts";

const reason = "核对 <b>台账</b> 后提出";
const taken = new Set<string>();

describe.skipIf(!hasBrowser)("a ruling from statement to review (skipped without Chromium)", () => {
  const { visiting } = site();

  // The demonstration has few people over the limit: each language once, once without the pages' script.
  test.each(readings)("in $language, JavaScript $javaScript", async (reading) => {
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const { id, serviceNumber } = await nextCase(visit);
      await state(visit, id, serviceNumber);
      await propose(visit, id);
      await approve(visit, id);
      await serve(visit, id);
      await askForReview(visit, id, serviceNumber);
      await uphold(visit, id);
    });
  });
});

async function nextCase({ context }: Visit) {
  for (const id of await peopleToRule(context)) {
    if (taken.has(id)) continue;
    taken.add(id);
    const { officer, absences } = await jsonOf(context, `/secondments/${id}`);
    if (!absences.some((each: { isUndecided: boolean }) => each.isUndecided))
      return { id, serviceNumber: String(officer.serviceNumber) };
  }
  throw new Error("nobody is left over the limit");
}

async function state({ page, text, context }: Visit, id: string, serviceNumber: string) {
  const words = text.rulingPage;
  await signInAs(context, { persona: "officer", serviceNumber });
  await page.goto(`/secondments/${id}`);
  await page.getByRole("link", { name: words.title, exact: true }).first().click();
  await page.getByRole("button", { name: words.sendStatement }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  await page.getByLabel(words.words, { exact: true }).fill(`${reason}\n第二行`);
  await page.getByRole("button", { name: words.sendStatement }).click();
  await page.waitForURL(/#statements$/);
  expect(await page.locator("#s1").textContent()).toContain(reason);
}

async function propose(visit: Visit, id: string) {
  const { page, text, context } = visit;
  const words = text.rulingPage;
  await signInAs(context, { persona: "hr" });
  await page.goto(`/secondments/${id}/ruling`);
  // Over the limit there is nothing to recognise.
  expect(await page.getByLabel(words.outcome.recognised, { exact: true }).count()).toBe(0);
  await page.getByLabel(words.outcome["not-recognised"], { exact: true }).check();
  await page.getByRole("button", { name: words.sendProposal }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  if (visit.javaScript) await expectSound(visit);
  await page.getByLabel(words.reason, { exact: true }).fill(reason);
  await page.getByRole("button", { name: words.sendProposal }).click();
  await page.waitForURL(/#r1$/);
}

async function approve(visit: Visit, id: string) {
  const { page, text } = visit;
  const words = text.rulingPage;
  await become(visit, "approver");
  await page.goto(`/secondments/${id}/ruling`);
  await page.getByLabel(words.reason, { exact: true }).first().fill(reason);
  await page.getByRole("button", { name: words.act.approve, exact: true }).click();
  await page.locator("h1", { hasText: text.status["not-recognised"] }).waitFor();
}

async function serve(visit: Visit, id: string) {
  const { page, text, javaScript } = visit;
  const words = text.rulingPage;
  await become(visit, "hr");
  await page.goto(`/secondments/${id}/ruling`);
  await page.getByLabel(words.number, { exact: true }).fill("演示〔2026〕8号");
  await page.getByRole("button", { name: words.act.notice, exact: true }).click();
  await page.getByLabel(words.on, { exact: true }).fill(firstDay);
  await page.getByLabel(words.how.signed, { exact: true }).check();
  await page.getByRole("button", { name: words.act.receipt, exact: true }).click();
  await page.getByRole("link", { name: "演示〔2026〕8号" }).click();
  await page.locator(".official", { hasText: text.rulingNotice.slip }).waitFor();
  if (javaScript) await expectSound(visit);
}

async function askForReview({ page, text, context }: Visit, id: string, serviceNumber: string) {
  const words = text.rulingPage;
  await signInAs(context, { persona: "officer", serviceNumber });
  await page.goto(`/secondments/${id}/ruling`);
  await page.getByLabel(words.reason, { exact: true }).fill(reason);
  await page.getByRole("button", { name: words.act.review, exact: true }).click();
  await page.locator("#r1", { hasText: words.reviewRequest }).waitFor();
}

/** Who approved the ruling is told why they cannot answer; a second approver can. */
async function uphold({ page, text, context }: Visit, id: string) {
  const words = text.rulingPage;
  await signInAs(context, { persona: "approver" });
  await page.goto(`/secondments/${id}/ruling`);
  expect(await page.getByRole("button", { name: words.act.uphold, exact: true }).count()).toBe(0);
  await signInAs(context, { persona: "approver", person: "2" });
  await page.reload();
  await page.getByLabel(words.reason, { exact: true }).first().fill(reason);
  await page.getByRole("button", { name: words.act.uphold, exact: true }).click();
  await page.locator("#r1", { hasText: words.rulingState.upheld }).waitFor();
}
