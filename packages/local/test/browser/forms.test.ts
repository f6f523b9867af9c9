import { type Language, languages } from "@dunmiao/web/ui/text";
import { beforeAll, describe, expect, test } from "vitest";
import { hasBrowser } from "../../../web/test/ui/browser.ts";
import { expectSound } from "./looks.ts";
import { type Places, prepare } from "./openPages.ts";
import { site, type Visit } from "./site.ts";
import { type Form, yearForms } from "./yearForms.ts";

const forms: Form[] = [
  {
    name: "cohort",
    at: () => "/cohorts/new",
    wrong: { startsOn: "2026-02-31", name: "<b>x</b>" },
    field: "startsOn",
  },
  { name: "unit", at: () => "/units/new", wrong: { code: "a b", name: "<b>x</b>" }, field: "code" },
  { name: "officer", at: () => "/officers/new", wrong: { serviceNumber: "<1>" }, field: "serviceNumber" },
  {
    name: "correction of an officer",
    at: () => "/officers/010001/correct",
    wrong: { name: "<b>x</b>", birthMonth: "95" },
    field: "birthMonth",
  },
  {
    name: "merge of numbers",
    at: () => "/officers/010001/merge",
    wrong: { into: "<1>" },
    field: "into",
  },
  { name: "import", at: ({ cohort }) => `${cohort}/imports/new`, wrong: {}, field: "file" },
  {
    name: "notice",
    at: () => "/calendar/notices/new",
    wrong: { year: "2027", days: "明天 休 <b>元旦</b>" },
    field: "days",
  },
  {
    name: "absence",
    at: ({ calm }) => `${calm}/absences/new`,
    wrong: { from: "2026-03-09", to: "2026-03-02", cause: "<b>x</b>" },
    field: "class",
  },
  {
    name: "absence from after to",
    at: ({ calm }) => `${calm}/absences/new`,
    wrong: { class: "sick", from: "2026-03-09", to: "2026-03-02" },
    field: "to",
  },
  {
    name: "report-in",
    at: ({ provisional }) => `${provisional}/report-in`,
    wrong: { on: "2026-02-31" },
    field: "on",
  },
  {
    name: "rejection without a reason",
    at: ({ proposal }) => proposal,
    as: () => ({ persona: "approver" }),
    wrong: {},
    field: "reject-reason",
    opens: "#reject",
  },
  {
    name: "voiding without evidence",
    at: ({ over }) => `${over}/absences/a1`,
    wrong: { "void-reason": "重复登记" },
    field: "void-evidence",
    opens: "#void",
  },
  {
    name: "working days",
    at: () => "/calendar",
    wrong: { from: "2026-02-31", to: "2026-03-08" },
    field: "from",
  },
  { name: "clock", at: () => "/local/clock", wrong: { today: "2026-01-01" }, field: "today" },
];
/** In one language or the other, in turn: what is said of every form in both is held by `everyForm.test.ts`. */
const inTurn = [...forms, ...yearForms].flatMap((form, at) =>
  languages.filter((_, each) => each === at % languages.length).map((language) => ({ ...form, language })),
);

describe.skipIf(!hasBrowser)("forms that are refused (skipped without Chromium)", () => {
  const { visiting } = site();
  let places: Places;
  beforeAll(() =>
    visiting({ as: { persona: "hr" } }, async ({ context }) => {
      places = await prepare(context);
    }),
  );

  test.each(inTurn)(
    "$name in $language: the summary has the focus, fields keep what was typed",
    async (form) => {
      const { language, as = () => ({ persona: "hr" }) } = form;
      await visiting({ language, as: as(places) }, async (visit) => {
        const { page } = visit;
        await page.goto(form.at(places));
        await send(visit, form);
        await page.locator(".govuk-error-summary:focus").waitFor();
        expect(await page.title()).toContain(visit.text.chrome.errorTitle({ title: "" }).trim());
        await followSummary(visit, form.field);
        for (const [id, value] of Object.entries(form.wrong))
          expect(await fieldOf(visit, id).inputValue()).toBe(value);
        await expectSound(visit);
      });
    },
  );

  test.each(languages)("a sign-in with a unit that is none, in %s", async (language: Language) => {
    await visiting({ language }, async (visit) => {
      const { page } = visit;
      await page.goto("/local/sign-in");
      await page.locator("main input[value=station]").check();
      await page.locator("main summary").click();
      await page.locator("#unit").fill("<b>nowhere</b>");
      await page.locator("main button").first().click();
      await page.locator(".govuk-error-summary:focus").waitFor();
      expect(await page.locator("#unit").inputValue()).toBe("<b>nowhere</b>");
      await expectSound(visit);
    });
  });
});

const fieldOf = ({ page }: Visit, id: string) => page.locator(`[id="${id}"]`);

/** Fills the form in and sends it by its first button; forms within a fold are opened first. */
async function send(visit: Visit, { wrong, field, opens }: Form): Promise<void> {
  const { page } = visit;
  const form = opens
    ? page.locator(`form${opens}`)
    : page.locator("main form").filter({ has: fieldOf(visit, field) });
  const fold = page
    .locator("details:not([open])")
    .filter({ has: fieldOf(visit, field) })
    .locator("summary")
    .first();
  if ((await fold.count()) > 0) await fold.click();
  for (const [id, value] of Object.entries(wrong)) {
    const control = fieldOf(visit, id);
    if ((await control.evaluate((node) => node.nodeName)) === "SELECT") await control.selectOption(value);
    else await control.fill(value);
  }
  await form.locator("button[type=submit]").first().click();
}

/** The summary names the field and its link leads there; the message stands beside it. */
async function followSummary({ page }: Visit, field: string): Promise<void> {
  const link = page.locator(`.govuk-error-summary a[href="#${field}"]`);
  const message = await link.first().textContent();
  await link.first().click();
  await page.locator(`[id="${field}"]:focus`).waitFor({ state: "attached" });
  const messages = await page.locator(".govuk-error-message").allTextContents();
  // A box of many lines says all that is wrong in it.
  const beside = messages.flatMap((each) => each.replace(/^[^:：]*[:：]\s*/, "").split(/；|; /));
  expect(beside.some((each) => message?.endsWith(each))).toBe(true);
}
