import { describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { lookAtEveryPage, routes } from "./everyPage.ts";
import { files, realPages, routesThatGet, strange } from "./openPages.ts";

test("every GET route is either a file or opened here", () => {
  expect([...files, ...realPages, ...routes].toSorted()).toEqual(routesThatGet().toSorted());
});

describe.skipIf(!hasBrowser)("every page in Chinese (skipped without Chromium)", () => {
  const { visiting, places } = lookAtEveryPage("zh-CN");

  test("a secondment's page weighs less than 60 kB", async () => {
    await visiting({ as: { persona: "hr" } }, async ({ context }) => {
      for (const path of [places().calm, places().near]) {
        const html = await context.request.get(path, { headers: { Accept: "text/html" } });
        expect((await html.body()).length).toBeLessThan(60_000);
      }
    });
  });

  test("what people write is shown as they wrote it", async () => {
    await visiting({ as: { persona: "hr" } }, async ({ page }) => {
      for (const path of ["/cohorts", "/calendar/notices"]) {
        await page.goto(path);
        await page.getByText(strange).first().waitFor();
      }
      await page.goto(places().import);
      await page.getByText("<i>名单</i>.csv").first().waitFor();
    });
  });
});
