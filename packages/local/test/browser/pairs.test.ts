import { monthsOf } from "@dunmiao/domain/checkpoint";
import { beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { firstDay } from "../seeded.ts";
import {
  completeFile,
  enterTogether,
  type Four,
  handOn,
  match,
  plan,
  putOnFile,
  test as takeTest,
} from "./pairSteps.ts";
import { jsonOf, placeOf, readings, signInAs, site } from "./site.ts";

/** Pairs begin before the product's first day, so that there is something to hand over on it. */
const term = { from: "2026-02-09", to: "2027-02-08" };
const four = (place: number): Four => ({
  first: `50010${place}`,
  second: `50020${place}`,
  one: `60010${place}`,
  other: `60020${place}`,
});

describe.skipIf(!hasBrowser)("mentor pairs (skipped without Chromium)", () => {
  const { visiting } = site({ isEmpty: true });
  beforeAll(
    () =>
      visiting({ as: { persona: "hr" } }, (visit) =>
        putOnFile(
          visit,
          [0, 1].flatMap((place) => Object.values(four(place))),
        ),
      ),
    120_000,
  );

  // Each language once, once without the pages' script.
  test.each(readings)(
    "from the plan and the match over a common activity, a whole file, a mentor on leave and a substitute to the final test, in $language, JavaScript $javaScript",
    async (reading) => {
      const people = four(placeOf(reading));
      await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
        const { context } = visit;
        const { first, one, other } = people;
        const two = { mentor: first, from: term.from };
        const pairs = [
          await plan(visit, { ...two, apprentice: one }, "mentor"),
          await plan(visit, { ...two, apprentice: other }, "apprentice"),
        ];
        const proposed = await match(visit, people, firstDay);
        await signInAs(context, { persona: "approver" });
        await visit.page.goto(`/pairs/${proposed}`);
        await visit.page.locator(`form[action="/pairs/${proposed}/approve"] button`).last().click();
        await expect.poll(async () => (await jsonOf(context, `/pairs/${proposed}`)).status).toBe("active");
        await signInAs(context, { persona: "hr" });
        await enterTogether(visit, pairs, firstDay);
        const [id = ""] = pairs;
        await completeFile(visit, id, monthsOf(term));
        const next = await handOn(visit, id, people);
        await takeTest(visit, next, people.second);
      });
    },
  );
});
