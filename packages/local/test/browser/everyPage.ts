import type { Language } from "@dunmiao/web/ui/text";
import { beforeAll, expect, test } from "vitest";
import { expectSound } from "./looks.ts";
import { type Places, pagesOf, prepare, somewhere } from "./openPages.ts";
import { signInAs, site } from "./site.ts";

const hr = { persona: "hr" };
/** 156 mm at 96 dots in an inch. */
const a4TextWidth = 590;
const notPrinted = "header, nav, .dm-band, .dm-back, .govuk-button, .govuk-skip-link, main form";
export const routes = Object.keys(pagesOf(somewhere));

/** Tests of every page in one language; a file for each, so that two run beside each other. */
export function lookAtEveryPage(language: Language) {
  const { visiting } = site();
  let places: Places;
  beforeAll(() =>
    visiting({ as: hr }, async ({ context }) => {
      places = await prepare(context);
    }),
  );

  test.each(routes)("%s is sound", async (route) => {
    await visiting({ language }, async (visit) => {
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

  test("problems are pages too", async () => {
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

  test("who is not signed in chooses a persona and comes to the page asked for", async () => {
    await visiting({ language }, async (visit) => {
      await visit.page.goto(`${places.calm}?lang=${language}`);
      expect(new URL(visit.page.url()).pathname).toBe("/local/sign-in");
      await expectSound(visit);
      await visit.page.locator("main button").first().click();
      expect(new URL(visit.page.url()).pathname).toBe(places.calm);
    });
  });

  test("on paper there is text only, and nothing is wider than a sheet", async () => {
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
  });

  return { visiting, places: () => places };
}
