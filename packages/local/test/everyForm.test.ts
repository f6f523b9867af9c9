import { languages } from "@dunmiao/web/ui/text";
import { beforeAll, expect, test } from "vitest";
import { type Client, testApp } from "../../web/test/app.ts";
import { attribute, elementsOf, writtenIn } from "../../web/test/dom.ts";
import { expectNamesFields } from "../../web/test/errorSummary.ts";
import { textFor } from "../../web/test/ui/texts.ts";
import { everyState } from "./everyState.ts";
import { type FormRoutes, formRoutes, routeOf } from "./formRoutes.ts";
import { FormsMet, type Met } from "./formsMet.ts";
import { nonsense, typedNamesOf } from "./formsOn.ts";
import { kindOf } from "./pageWalk.ts";

let routes: FormRoutes;
let forms: FormsMet;
/** What somebody did for whom no page had a form. */
const withoutForm: string[] = [];

/** The forms are met where they are used: before each act that makes a state, and on whatever pages the states offer. */
beforeAll(async () => {
  routes = await formRoutes((await testApp()).hr);
  forms = new FormsMet(routes);
  const found = new Set<string>();
  const world = await everyState(async (client, path, body) => {
    const route = routeOf(routes, path);
    if (route === undefined || found.has(route)) return;
    if (await forms.find(client, path, body)) found.add(route);
    else withoutForm.push(path);
  });
  const { hr, approver, branch, station, sending, inspector, auditor } = world;
  const mentor = await world.as({ id: "acc-mentor-1", role: "mentor", serviceNumber: "0021" });
  const security = await world.as({ id: "security-1", role: "security" });
  const officers = [await world.officer("0022"), await world.officer("0025")];
  const readers = [hr, approver, branch, station, sending, inspector, auditor, security, mentor, ...officers];
  for (const client of readers) await walk(client, world.paths);
  // The one page with a form that no address leads to: it answers a question.
  const lines = (...numbers: string[]) => numbers.map((each) => `${each},casework`).join("\n");
  const question = { apprentices: lines("0041", "0013", "7001"), mentors: lines("0012", "0004", "7002") };
  const answer = await hr.submit(asksAgain, { ...question, from: "2026-03-02", scheme: "pair-standard" });
  await forms.meet(hr, asksAgain, await answer.text());
});

const asksAgain = "/pairs/proposals";

/** Opens the states and one page of each kind that they lead to. */
async function walk(client: Client, paths: readonly string[]): Promise<void> {
  const waiting = ["/", "/?whose=all", ...paths];
  const kinds = new Set(waiting.map(kindOf));
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    const { links } = await forms.open(client, page);
    for (const link of links) {
      if (kinds.has(kindOf(link))) continue;
      kinds.add(kindOf(link));
      waiting.push(link);
    }
  }
}

const isRefused = ({ status }: Met) => status >= 400;

test("every act has its form on a page that leads there, and every form that is filled in was refused", () => {
  expect(withoutForm).toEqual([]);
  expect([...routes.keys()].filter((route) => !forms.offered.has(route))).toEqual([]);
  const refused = new Set(forms.met.filter(isRefused).map(({ route }) => route));
  expect(forms.met.filter(({ route }) => !refused.has(route)).map(({ where }) => where)).toEqual([]);
});

test.each(languages)("a form left blank says which of its fields are missing, in %s", (language) => {
  const blank = forms.met.filter((each) => each.filled === "blank" && each.language === language);
  for (const { where, status, html, needed } of blank) {
    expect([where, status]).toEqual([where, 422]);
    const ids = expectNamesFields(html, language, where).map(({ to = "" }) => to);
    // Where several forms stand on a page, the ids of one begin with its name.
    const missed = needed.filter((name) => !ids.some((id) => new RegExp(`(^|-)${name}(-|$)`).test(id)));
    expect([where, missed]).toEqual([where, []]);
  }
});

test.each(languages)("a form full of nonsense says so of each field and keeps it, in %s", (language) => {
  const wrong = forms.met.filter((each) => each.filled === "nonsense" && each.language === language);
  const title = textFor(language).chrome.errorTitle({ title: "" }).trim();
  for (const { where, form, html } of wrong.filter(isRefused)) {
    expectNamesFields(html, language, where);
    const elements = elementsOf(html);
    const heading = elements.find(({ tagName }) => tagName === "title");
    expect([where, heading && writtenIn(heading)]).toEqual([where, expect.stringContaining(title)]);
    const kept = elements.filter((each) => (attribute(each, "value") ?? writtenIn(each)) === nonsense);
    const names = kept.map((each) => attribute(each, "name"));
    expect([where, names]).toEqual([where, expect.arrayContaining(typedNamesOf(form))]);
  }
});
