import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { jsonOf, readings, signInAs, site, type Visit } from "./site.ts";

const midTerm = "mid-term";
const typed = "带班处置警情 <b>12</b> 起 & 走访社区。";
type Todo = { about: string; whose: string; secondment: string };
const taken = new Set<string>();
type Case = { id: string; station: string; branch: string };

describe.skipIf(!hasBrowser)("a form from its draft to its end (skipped without Chromium)", () => {
  const { visiting } = site();

  test.each(readings)("in $language, JavaScript $javaScript", async (reading) => {
    await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
      const of = await nextCase(visit);
      await keepDraft(visit, of);
      await checkAndSubmit(visit, of);
      await sendBack(visit, of);
      await checkAndSubmit(visit, of);
      await acceptIt(visit, of);
    });
  });

  test("what is typed is saved while the writer pauses, and leaving the page loses nothing", async () => {
    await visiting({ language: "en", isAlone: true, as: { persona: "hr" } }, async (visit) => {
      const { page, text } = visit;
      const { id, station } = await nextCase(visit);
      await signInAs(visit.context, { persona: "station", unit: station });
      await page.clock.install();
      await page.goto(`/secondments/${id}/checkpoints/${midTerm}/forms/station`);
      await page.getByLabel(text.assessmentPage.opinionText).fill("Half a sentence");
      await page.clock.runFor(5000);
      await page.locator("[data-draft-line]", { hasText: "Draft saved by" }).waitFor();
      await page.getByLabel(text.assessmentPage.opinionText).fill("A whole sentence.");
      await page.clock.runFor(5000);
      await expect.poll(() => page.locator("input[name=draft]").inputValue()).toBe("2");
      // The clock stands still: no pause and no ten seconds pass between this and leaving.
      await page.getByLabel(text.assessmentPage.opinionText).fill("A whole sentence, and on.");
      await page.goto("/");
      const kept = async () => {
        await page.goto(`/secondments/${id}/checkpoints/${midTerm}/forms/station`);
        return page.getByLabel(text.assessmentPage.opinionText).inputValue();
      };
      await expect.poll(kept).toBe("A whole sentence, and on.");
      await saysWhatIsNotSaved(visit, id);
      await losesNothingBySending(visit, { id, station });
    });
  });
});

/** A save that does not arrive is said and goes again; over a draft that another page saved nothing is saved. */
async function saysWhatIsNotSaved({ page, text, context }: Visit, id: string) {
  const words = text.assessmentPage;
  const line = page.locator("[data-draft-line]");
  const url = `/secondments/${id}/checkpoints/${midTerm}/forms/station`;
  await page.route(`**${url}`, (route) => route.abort());
  await page.getByLabel(words.opinionText).fill("On the train.");
  await page.clock.runFor(5000);
  await line.filter({ hasText: "could not be saved at" }).waitFor();
  await page.unroute(`**${url}`);
  await page.clock.runFor(10_000);
  await line.filter({ hasText: "Draft saved by" }).waitFor();
  // The page may be saving once more just now: a save that names no version goes over the newest of its own.
  const elsewhere = await context.request.post(url, { data: { act: "draft", text: "From another page." } });
  expect(elsewhere.ok(), await elsewhere.text()).toBe(true);
  await page.getByLabel(words.opinionText).fill("Off the train.");
  await page.clock.runFor(10_000);
  await line.filter({ hasText: words.draftElsewhere }).waitFor();
  const { draft } = await jsonOf(context, url);
  expect(draft.values.text).toBe("From another page.");
  await page.getByRole("button", { name: words.check }).click();
  await page.getByText("From another page.").waitFor();
  expect(await page.getByLabel(words.opinionText).inputValue()).toBe("Off the train.");
}

/** A form that would not arrive is not sent; one whose session ended is saved as soon as somebody is signed in again. */
async function losesNothingBySending(
  { page, text, context }: Visit,
  { id, station }: Pick<Case, "id" | "station">,
) {
  const words = text.assessmentPage;
  const line = page.locator("[data-draft-line]");
  const url = `/secondments/${id}/checkpoints/${midTerm}/forms/station`;
  await page.goto(url);
  const opinion = page.getByLabel(words.opinionText);
  const check = page.getByRole("button", { name: words.check });
  await page.route(`**${url}`, (route) => route.abort());
  await opinion.fill("Sent without a network.");
  await check.click();
  await line.filter({ hasText: "could not be saved at" }).waitFor();
  expect([page.url().endsWith(url), await opinion.inputValue()]).toEqual([true, "Sent without a network."]);
  await page.unroute(`**${url}`);
  await check.click();
  await page.waitForURL(`**${url}/check`);

  await page.goto(url);
  expect((await context.request.post("/local/sign-out")).ok()).toBe(true);
  await opinion.fill("After the session ended.");
  await page.clock.runFor(5000);
  await line.filter({ hasText: words.draftEnded }).waitFor();
  await signInAs(context, { persona: "station", unit: station });
  await page.clock.runFor(10_000);
  await line.filter({ hasText: "Draft saved by" }).waitFor();
  const { draft } = await jsonOf(context, url);
  expect(draft.values.text).toBe("After the session ended.");
}

/** Somebody whose mid-term review nobody at the station has begun, another one for each call. */
async function nextCase({ context }: Visit): Promise<Case> {
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const { items, cursor: next }: { items: Todo[]; cursor?: string } = await jsonOf(
      context,
      `/tasks?whose=all&what=file-form&cursor=${cursor}`,
    );
    cursor = next;
    for (const { about, whose, secondment } of items) {
      if (about !== midTerm || whose !== "station" || taken.has(secondment)) continue;
      taken.add(secondment);
      const { assessments, hostStation, hostBranch } = await jsonOf(context, `/secondments/${secondment}`);
      if (
        assessments.every(
          (each: { checkpoint: string; by: string }) => each.checkpoint !== midTerm || each.by !== "station",
        )
      )
        return { id: secondment, station: hostStation.code, branch: hostBranch.code };
    }
  }
  throw new Error("nobody whose mid-term review waits");
}

async function keepDraft({ page, text, context }: Visit, { id, station }: Case) {
  const words = text.assessmentPage;
  await signInAs(context, { persona: "station", unit: station });
  await page.goto(`/secondments/${id}/checkpoints/${midTerm}/forms/station`);
  await page.getByRole("button", { name: words.check }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  await page.getByRole("link", { name: words.opinionText }).click();
  await page.getByLabel(words.opinionText).fill(typed);
  await page.getByRole("button", { name: words.saveDraft }).click();
  await page.getByText(words.draftSaved).waitFor();
  await page.goto("/");
  await page.goto(`/secondments/${id}#checkpoints`);
  const line = words.formOf({ by: text.role.station, state: text.formState.draft });
  await page.getByRole("link", { name: line }).first().click();
  expect(await page.getByLabel(words.opinionText).inputValue()).toBe(typed);
}

async function checkAndSubmit({ page, text, context }: Visit, { id, station }: Case) {
  const words = text.assessmentPage;
  await signInAs(context, { persona: "station", unit: station });
  await page.goto(`/secondments/${id}/checkpoints/${midTerm}/forms/station`);
  await page.getByLabel(text.grade.competent, { exact: true }).check();
  await page.getByRole("button", { name: words.check }).click();
  await page.waitForURL(/\/check$/);
  expect(await page.locator("main").textContent()).toContain(typed);
  await page.getByRole("button", { name: words.submit, exact: true }).click();
  await page.waitForURL(/\/assessments\/f\d+$/);
  await page.getByText(text.formState.submitted, { exact: true }).first().waitFor();
}

async function sendBack({ page, text, context }: Visit, { branch }: Case) {
  const words = text.assessmentPage;
  await signInAs(context, { persona: "branch", unit: branch });
  await page.reload();
  await page.getByRole("button", { name: words.return, exact: true }).click();
  await page.locator(".govuk-error-summary:focus").waitFor();
  await page.getByLabel(words.returnReason).fill("哪些警情？");
  await page.getByRole("button", { name: words.return, exact: true }).click();
  await page.getByRole("cell", { name: "哪些警情？" }).waitFor();
}

async function acceptIt({ page, text, context }: Visit, { branch }: Case) {
  await signInAs(context, { persona: "branch", unit: branch });
  await page.reload();
  await page.getByRole("button", { name: text.assessmentPage.accept, exact: true }).click();
  await page.getByText(text.formState.final, { exact: true }).first().waitFor();
  expect(await page.getByRole("button", { name: text.assessmentPage.return, exact: true }).count()).toBe(0);
}
