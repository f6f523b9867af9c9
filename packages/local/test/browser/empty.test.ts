import { languages } from "@dunmiao/web/ui/text";
import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { expectSound } from "./looks.ts";
import { site } from "./site.ts";
import { uploadPeople } from "./uploadPeople.ts";

const emptyPages = [
  "/",
  "/cohorts",
  "/cohorts/new",
  "/secondments",
  "/units",
  "/officers",
  "/calendar",
  "/assessments",
  "/posts",
  "/posts/coverage",
  "/places",
  "/spot-checks",
  "/spot-checks/new",
  "/notifications",
  "/local/sign-in",
];
const personas = ["hr", "approver", "branch", "station", "sending", "officer", "inspector", "auditor"];

describe.skipIf(!hasBrowser)("an empty start (skipped without Chromium)", () => {
  const { visiting } = site({ isEmpty: true });

  test.each(languages)("every page says what would fill it, in %s", async (language) => {
    await visiting({ language, as: { persona: "hr" } }, async (visit) => {
      const { page, text } = visit;
      for (const path of emptyPages) {
        expect((await page.goto(path))?.status()).toBe(200);
        await expectSound(visit);
      }
      await page.goto("/");
      await page.getByText(text.todoPage.nothing).waitFor();
      await page.getByText(text.todoPage.nothingHint).waitFor();
      await page.goto("/cohorts");
      await page.getByText(text.cohortPage.noneHelp).waitFor();
    });
  });

  test.each(personas)("%s has a start page and a list although there is nobody", async (persona) => {
    await visiting({ as: { persona } }, async ({ page, text }) => {
      await page.goto("/");
      const nothing = persona === "officer" ? text.homePage.noTerm : text.todoPage.nothing;
      await page.getByText(nothing).waitFor();
      await page.goto("/secondments");
      await page.getByText(text.secondmentList.emptyTitle).waitFor();
    });
  });

  test("a cohort without people, an import under way and its end", async () => {
    await visiting({ language: "en", as: { persona: "hr" } }, async (visit) => {
      const { page, text, context } = visit;
      const headers = { Accept: "application/json" };
      const data = { name: "Nobody yet", scheme: "literal", startsOn: "2026-03-02" };
      const cohort = await (await context.request.post("/cohorts", { headers, data })).json();
      await page.goto(`/cohorts/${cohort.id}`);
      await page.getByText(text.importPage.none).waitFor();
      await expectSound(visit);
      for (const part of ["timeline", "assessments", "awards", "next"]) {
        await page.goto(`/cohorts/${cohort.id}/${part}`);
        await expectSound(visit);
      }
      const id = await uploadPeople(context, [1, 2, 3]);
      await page.goto(`/cohorts/${id}`);
      await page.locator("#imports a").click();
      await page.getByText(text.importPage.noneRefused).waitFor();
      await expectSound(visit);
    });
  });
});
