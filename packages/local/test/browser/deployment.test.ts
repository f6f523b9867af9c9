import { describe, expect, test } from "vitest";
import { cohortFile, partnerCells, personRow, unitRows } from "../../../web/test/importFile.ts";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { firstDay } from "../seeded.ts";
import { confirm, upload, wouldRow } from "./importSteps.ts";
import { expectSound } from "./looks.ts";
import { cellsOf, jsonOf, placeOf, readings, site, type Visit } from "./site.ts";

describe.skipIf(!hasBrowser)("a deployment (skipped without Chromium)", () => {
  const { visiting } = site({ isEmpty: true });

  test.each(readings)(
    "a list with partners makes secondment and pair of each good row, in $language, JavaScript $javaScript",
    async (reading) => {
      await visiting({ ...reading, as: { persona: "hr" } }, async (visit) => {
        const { page, text } = visit;
        const words = text.importPage;
        const list = listOf(placeOf(reading));
        await page.goto(`${await createCohort(visit)}/imports/new`);
        await upload(visit, Buffer.from(await cohortFile(list.rows, unitRows(1, 6))));
        await page.locator("#problems tbody tr").first().waitFor();
        const problems = await Promise.all((await page.locator("#problems tbody tr").all()).map(cellsOf));
        expect(problems.map((cells) => [cells[1], cells.at(-1)])).toEqual([
          ["4", text.refusals["unknown-focus"]()],
        ]);
        for (const { partner, name } of list.good)
          await page
            .getByText(words.partnerLine({ number: partner, name, focus: list.focus[text.language] }))
            .waitFor();
        expect(await cellsOf(wouldRow(visit, words.secondments))).toEqual([words.secondments, "2", "0", "0"]);
        expect(await cellsOf(wouldRow(visit, words.pairs))).toEqual([words.pairs, "2", "0", "0"]);
        // axe is a script: the same page in a window that runs scripts
        await visiting({ language: reading.language, as: { persona: "hr" } }, async (scripted) => {
          await scripted.page.goto(page.url());
          await expectSound(scripted);
        });
        expect(await confirm(visit)).toBe(0);
        for (const each of list.good) await seeBoth(visit, each);
        const bad = await jsonOf(visit.context, `/pairs?apprentice=${list.bad}`);
        expect(bad.items).toEqual([]);
      });
    },
  );
});

type Good = { number: string; partner: string; name: string };

/** Two rows that are right, and one whose partner has a focus that there is not: row 4 of the sheet. */
function listOf(place: number) {
  const at = (person: number) => ({
    number: String(100_000 + place * 10 + person),
    partner: String(900_000 + place * 10 + person),
    name: `老兵${900_000 + place * 10 + person}`,
  });
  const row = (person: number) => [
    ...personRow(place * 10 + person, `B0-S${place * 3 + person}`),
    ...partnerCells(at(person).partner),
  ];
  const rows = [row(0), row(1), row(2).with(-4, "书法")];
  const focus = { "zh-CN": "执法办案", en: "Casework" };
  return { rows, good: [at(0), at(1)], bad: at(2).number, focus };
}

async function createCohort({ context, text }: Visit): Promise<string> {
  const headers = { Accept: "application/json" };
  const data = { name: `下派 ${text.language}`, scheme: "literal", startsOn: firstDay };
  const answer = await context.request.post("/cohorts", { headers, data });
  expect(answer.status(), await answer.text()).toBe(201);
  return `/cohorts/${(await answer.json()).id}`;
}

/** From the person to the secondment, and from there to the pair with the partner as mentor. */
async function seeBoth(visit: Visit, { number, partner, name }: Good): Promise<void> {
  const { page, text, context } = visit;
  const { items } = await jsonOf(context, `/pairs?apprentice=${number}`);
  expect(items).toMatchObject([{ status: "active" }]);
  expect(items[0].mentor.slice(0, 2)).toEqual([partner, name]);
  await page.goto(`/officers/${number}`);
  await page.locator(`main a[href^="/secondments/"]`).first().click();
  await page.locator(`main a[href="/pairs?apprentice=${number}"]`).click();
  await page.locator(`main a[href="/pairs/${items[0].id}"]`).first().click();
  const title = text.pairPage.one({ mentor: name, apprentice: `学员${number}` });
  await page.getByRole("heading", { name: title }).waitFor();
}
