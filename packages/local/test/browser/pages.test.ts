import { languages } from "@dunmiao/web/ui/text";
import { beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { expectSound } from "./looks.ts";
import { files, type Places, pagesOf, prepare, routesThatGet, somewhere, strange } from "./openPages.ts";
import { signInAs, site } from "./site.ts";

const hr = { persona: "hr" };
/** 156 mm at 96 dots in an inch. */
const a4TextWidth = 590;
const notPrinted = "header, nav, .dm-band, .dm-back, .govuk-button, .govuk-skip-link, main form";
const routes = Object.keys(pagesOf(somewhere));
const inBothLanguages = routes.flatMap((route) => languages.map((language) => ({ route, language })));

test("every GET route is either a file or opened here", () => {
  expect([...files, ...routes].toSorted()).toEqual(routesThatGet().toSorted());
});

describe.skipIf(!hasBrowser)("every page (skipped without Chromium)", () => {
  const { visiting, looking } = site();
  let places: Places;
  beforeAll(() =>
    visiting({ as: hr }, async ({ context }) => {
      places = await prepare(context);
    }),
  );

  test.each(inBothLanguages)("$route in $language is sound", async ({ route, language }) => {
    await looking({ language, as: hr }, async (visit) => {
      // In Chinese a page's first state; in English, where words left untranslated show, all of them.
      const states = pagesOf(places)[route] ?? [];
      for (const { path, as = hr } of language === "en" ? states : states.slice(0, 1)) {
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
    await looking({ language, as: { persona: "station" } }, async (visit) => {
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

  test.each(languages)(
    "on paper there is text only, and nothing is wider than a sheet, in %s",
    async (language) => {
      await visiting({ language, as: hr }, async ({ page }) => {
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: a4TextWidth, height: 900 });
        const { over, ruled, calm, filed } = places;
        const documents = [`${over}/print`, `${ruled}/ruling/print`, `${ruled}/rulings/r1/notice`];
        for (const path of [...documents, `${calm}/hand-over/print`, filed]) {
          await page.goto(path);
          expect([path, await page.locator(notPrinted).filter({ visible: true }).count()]).toEqual([path, 0]);
          const excess = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
          expect([path, excess]).toEqual([path, 0]);
          const font = await page.evaluate("getComputedStyle(document.querySelector('main h2')).fontFamily");
          expect([path, font]).toEqual([path, expect.stringContaining("FangSong")]);
        }
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
