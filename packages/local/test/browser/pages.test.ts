import { languages } from "@dunmiao/web/ui/text";
import { beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { expectSound } from "./looks.ts";
import { files, type Places, pagesOf, prepare, routesThatGet, somewhere, strange } from "./openPages.ts";
import { signInAs, site } from "./site.ts";

const hr = { persona: "hr" };
const routes = Object.keys(pagesOf(somewhere));
const inBothLanguages = routes.flatMap((route) => languages.map((language) => ({ route, language })));

test("every GET route is either a file or opened here", () => {
  expect([...files, ...routes].toSorted()).toEqual(routesThatGet().toSorted());
});

describe.skipIf(!hasBrowser)("every page (skipped without Chromium)", () => {
  const { visiting } = site();
  let places: Places;
  beforeAll(() =>
    visiting({ as: hr }, async ({ context }) => {
      places = await prepare(context);
    }),
  );

  test.each(inBothLanguages)("$route in $language is sound", async ({ route, language }) => {
    await visiting({ language }, async (visit) => {
      for (const { path, as = hr } of pagesOf(places)[route] ?? []) {
        await signInAs(visit.context, as);
        const answer = await visit.page.goto(path);
        expect([path, answer?.status()]).toEqual([path, 200]);
        // An address that leads on to another page is looked at there.
        if (answer?.request().redirectedFrom()) continue;
        await expectSound(visit);
        expect(
          await visit.page
            .locator("main b, main i, main script")
            .filter({ hasText: /第三批|名单|甲|alert/ })
            .count(),
        ).toBe(0);
      }
    });
  });

  test.each(languages)("problems are pages too, in %s", async (language) => {
    await visiting({ language, as: { persona: "station" } }, async (visit) => {
      const problems = [
        ["/nowhere", 404],
        ["/secondments/nobody", 404],
        ["/cohorts/new", 403],
        ["/secondments?risk=none", 422],
      ] as const;
      for (const [path, status] of problems) {
        expect((await visit.page.goto(path))?.status()).toBe(status);
        await expectSound(visit);
        await visit.page.getByText(visit.text.problem.toStart).waitFor();
      }
    });
  });

  test.each(languages)(
    "who is not signed in chooses a persona and comes to the page asked for, in %s",
    async (language) => {
      await visiting({ language }, async (visit) => {
        await visit.page.goto(`${places.calm}?lang=${language}`);
        expect(new URL(visit.page.url()).pathname).toBe("/local/sign-in");
        await expectSound(visit);
        await visit.page.locator("main button").first().click();
        expect(new URL(visit.page.url()).pathname).toBe(places.calm);
      });
    },
  );

  test("a secondment's page weighs less than 60 kB", async () => {
    await visiting({ as: hr }, async ({ context }) => {
      for (const path of [places.calm, places.near]) {
        const html = await context.request.get(path, { headers: { Accept: "text/html" } });
        expect((await html.body()).length).toBeLessThan(60_000);
      }
    });
  });

  test("what people write is shown as they wrote it", async () => {
    await visiting({ as: hr }, async ({ page }) => {
      for (const path of ["/cohorts", "/calendar/notices"]) {
        await page.goto(path);
        await page.getByText(strange).first().waitFor();
      }
      await page.goto(places.import);
      await page.getByText("<i>名单</i>.csv").first().waitFor();
    });
  });
});
