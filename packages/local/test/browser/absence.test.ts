import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import {
  become,
  calmPerson,
  cause,
  countOf,
  fillFacts,
  openAbsence,
  record,
  signInOnPage,
} from "./deskSteps.ts";
import { type Reading, readings, reloadUntil, site, type Visit } from "./site.ts";

/** 16 working days without a holiday among them. */
const longLeave = { from: "2026-03-09", to: "2026-03-30" };

describe.skipIf(!hasBrowser)("an absence from its record to its effect (skipped without Chromium)", () => {
  const { visiting } = site();

  test.each(readings)("over the limit and back, in $language, JavaScript $javaScript", async (reading) => {
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const { id } = await calmPerson(visit, reading);
      await recordLongLeave(visit, id);
      await approveOverLimit(visit);
      await seeReview(visit, id);
      await proposeAndApproveLess(visit, id);
    });
  });

  test.each(readings)(
    "a finding and the objection, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
        const { page, text } = visit;
        const { id, serviceNumber } = await calmPerson(visit, reading);
        const before = await countOf(visit, id);
        await record(visit, id, { class: "unexplained", from: "2026-02-26", to: "2026-02-26" });
        await openAbsence(visit, text.secondmentPage.open);
        await page.getByText(text.refusals["same-person-decides"]()).waitFor();
        if (isFull(reading)) {
          await confirmFinding(visit);
          expect(await countOf(visit, id)).toBe(before + 1);
          await contest(visit, id, serviceNumber);
          await answerObjection(visit, "confirm", text.absencePage.uphold);
          expect(await countOf(visit, id)).toBe(before + 1);
        } else {
          await contest(visit, id, serviceNumber);
          await answerObjection(visit, "reject", text.absencePage.dismiss);
          await page.getByText(text.absenceState.dismissed, { exact: true }).waitFor();
          expect(await countOf(visit, id)).toBe(before);
        }
      });
    },
  );

  test.each(readings)(
    "rejecting days that are over, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
        const { page, text } = visit;
        const { id } = await calmPerson(visit, reading);
        await record(visit, id, { class: "personal", from: "2026-02-24", to: "2026-02-25" });
        await become(visit, "approver");
        await openAbsence(visit, text.secondmentPage.open);
        await page.locator("#reject textarea").fill("未按规定请假");
        await page.getByRole("button", { name: text.absencePage.reject, exact: true }).click();
        await page.locator(".govuk-error-summary:focus").waitFor();
        expect(await page.locator("#reject textarea").inputValue()).toBe("未按规定请假");
        await page.getByLabel(text.absencePage.pastDays.finding).check();
        await page.getByRole("button", { name: text.absencePage.reject, exact: true }).click();
        await page.getByText(text.absenceState.rejected, { exact: true }).waitFor();
        const last = page.locator("#absences ~ * tr[id^='absence-']").last();
        expect(await last.textContent()).toContain(text.absenceClass.unexplained);
        expect(await last.textContent()).toContain(text.secondmentPage.waitsForSecond);
      });
    },
  );
});

/** An objection to a finding that counts is answered in one reading, one to a finding that waits succeeds in the other. */
const isFull = ({ javaScript }: Reading) => javaScript;

async function confirmFinding(visit: Visit): Promise<void> {
  await become(visit, "approver");
  await visit.page.getByRole("button", { name: visit.text.absencePage.confirm }).click();
  await visit.page.waitForURL(/#absence-a\d+$/);
}

async function contest(visit: Visit, id: string, serviceNumber: string): Promise<void> {
  const { page, text } = visit;
  await signInOnPage(visit, { persona: "officer", serviceNumber });
  await page.goto(`/secondments/${id}`);
  await page.locator("tr[id^='absence-']").last().getByRole("link").click();
  await page.getByRole("button", { name: text.absencePage.contestAct }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  await page.locator("#contest textarea").fill("当日在所值班");
  await page.getByRole("button", { name: text.absencePage.contestAct }).click();
  await page.getByText(text.secondmentPage.contested).waitFor();
}

async function answerObjection(visit: Visit, act: "confirm" | "reject", label: string): Promise<void> {
  const { page, text } = visit;
  await become(visit, "approver");
  await openAbsence(visit, text.secondmentPage.open);
  await page.locator(`#${act} textarea`).fill("已核对值班表");
  await page.getByRole("button", { name: label }).click();
  await page.waitForURL(/#absence-a\d+$/);
}

async function recordLongLeave(visit: Visit, id: string): Promise<void> {
  const { page, text, javaScript } = visit;
  await fillFacts(visit, id, { class: "sick", ...longLeave });
  const preview = page.locator("[data-preview]");
  if (!javaScript) await page.getByRole("button", { name: text.common.preview }).click();
  await preview.getByText(text.absencePreview.counts({ days: "16" })).waitFor();
  await preview.getByText(text.absencePreview.rung({ rung: text.rung.bureau })).waitFor();
  expect(await page.getByLabel(text.form.optional({ label: text.absence.fact.cause })).inputValue()).toBe(
    cause,
  );
  await page.getByRole("button", { name: text.absenceForm.save }).click();
  await page.waitForURL(/#absence-a\d+$/);
  await page
    .locator(".dm-gauge")
    .getByText(text.gauge.pending({ pending: "16" }))
    .waitFor();
  await openAbsence(visit, text.secondmentPage.open);
  await page.getByText(cause, { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: text.absencePage.approve }).count()).toBe(0);
}

async function approveOverLimit(visit: Visit): Promise<void> {
  const { page, text } = visit;
  const approve = page.getByRole("button", { name: text.absencePage.approve });
  await become(visit, "approver");
  await approve.click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  await page.getByLabel(text.absencePage.overLimitTick).check();
  await approve.click();
  await page.waitForURL(/#absence-a\d+$/);
}

/** The workflow opens the review a moment after the approval. */
async function seeReview({ page, text }: Visit, id: string): Promise<void> {
  const status = page.locator("h1").getByText(text.status["under-review"]);
  await page.goto(`/secondments/${id}`);
  await reloadUntil(page, () => status.isVisible());
  await page.locator(".dm-gauge--red").waitFor();
  await page.getByText(text.secondmentPage.over).waitFor();
}

/** Fewer days need evidence and another person; the review then closes with the reason in the trail. */
async function proposeAndApproveLess(visit: Visit, id: string): Promise<void> {
  const { page, text } = visit;
  await become(visit, "hr");
  await openAbsence(visit, text.secondmentPage.look);
  const amend = page.locator("#amend");
  await page.locator("summary", { hasText: text.absencePage.amend }).first().click();
  await amend.locator("[name=to]").fill("2026-03-10");
  await amend.locator("[name=reason]").fill("提前返岗");
  const send = amend.getByRole("button", { name: text.absencePage.amend });
  await send.click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  expect(await amend.locator("[name=to]").inputValue()).toBe("2026-03-10");
  await amend.locator("[name='evidence.number']").fill("演示〔2026〕1号");
  await amend.locator("[name='evidence.title']").fill("返岗证明");
  await amend.locator("[name='evidence.date']").fill("2026-03-02");
  await send.click();
  await page.getByText(text.secondmentPage.proposal).waitFor();
  await become(visit, "approver");
  await openAbsence(visit, text.secondmentPage.open);
  await page.getByRole("button", { name: text.absencePage.approveProposal }).click();
  const status = page.locator("h1").getByText(text.status.serving);
  await page.goto(`/secondments/${id}`);
  await reloadUntil(page, () => status.isVisible());
  // The page says at once what is due; its line in the trail comes with the workflow.
  await reloadUntil(page, () => page.getByText(text.eventType["review.closed"]).isVisible());
}
