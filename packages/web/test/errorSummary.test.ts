import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes as Dom, parse, defaultTreeAdapter as tree } from "parse5";
import { beforeAll, describe, expect, test } from "vitest";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { textFor } from "./ui/texts.ts";

const term = `/secondments/${idOf("100001")}`;
let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

const forms = [
  "/cohorts",
  "/units",
  "/officers",
  `${term}/report-in/correct`,
  "/calendar/notices",
  "/spot-checks",
  "/pairs",
  "/schemes/literal/draft",
  `${term}/absences`,
  `${term}/absences/preview`,
  `${term}/end-early`,
  `${term}/extension`,
  `${term}/awards`,
];
const languages = ["zh-CN", "en"] as const;
const cases = forms.flatMap((path) => languages.map((language) => [path, language] as const));

describe("a form sent empty", () => {
  test.each(cases)(
    "%s says which of its fields are missing, in their order, in %s",
    async (path, language) => {
      const html = await (await app.hr.submit(path, {}, { language })).text();
      const { lines, elements } = readSummary(html);
      const bare = textFor(language).refusals.required();
      const linked = lines.filter(({ to }) => to !== undefined);
      expect(linked.length).toBeGreaterThan(0);
      expect(lines.map(({ says }) => says)).not.toContain(bare);
      expect(lines.slice(linked.length).map(({ to }) => to)).toEqual(
        lines.slice(linked.length).map(() => undefined),
      );
      for (const { says, to } of linked) {
        const name = nameOn(elements, to ?? "");
        expect([to, name]).toEqual([to, expect.stringMatching(/./)]);
        expect(says.startsWith(name)).toBe(true);
        expect(says.length).toBeGreaterThan(name.length + 1);
      }
      const places = linked.map(({ to }) => elements.findIndex((each) => attribute(each, "id") === to));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places).not.toContain(-1);
    },
  );

  test.each([
    ["zh-CN", ["类别：此项必填", "起始日期：此项必填", "结束日期：此项必填"]],
    ["en", ["Class: This is required", "First day: This is required", "Last day: This is required"]],
  ] as const)("an absence lacks three fields, in %s", async (language, says) => {
    const html = await (await app.hr.submit(`${term}/absences`, {}, { language })).text();
    expect(readSummary(html).lines.map((each) => each.says)).toEqual(says);
  });
});

describe("every route that takes a form", () => {
  test.each(languages)(
    "says nowhere that something is missing without saying what, in %s",
    async (language) => {
      const bare = textFor(language).refusals.required();
      const named: string[] = [];
      for (const path of routesThatPost()) {
        const html = await (await app.hr.submit(path, {}, { language })).text();
        const { lines } = readSummary(html);
        expect([path, lines.map(({ says }) => says)]).toEqual([path, expect.not.arrayContaining([bare])]);
        if (lines.some(({ says }) => says.endsWith(bare))) named.push(path);
      }
      expect(named.length).toBeGreaterThan(15);
    },
  );
});

/** The POST routes of the API's description, about somebody of the cohort where they are about a secondment. */
function routesThatPost(): string[] {
  const description = join(import.meta.dirname, "../openapi.json");
  const { paths }: { paths: Record<string, object> } = JSON.parse(readFileSync(description, "utf8"));
  return Object.keys(paths)
    .filter((path) => "post" in (paths[path] ?? {}))
    .map((path) => path.replace("/secondments/{id}", term).replaceAll(/\{\w+\}/g, "x"));
}

type Element = Dom.Element;

function readSummary(html: string) {
  const elements = within(parse(html));
  const summary = elements.find((each) => attribute(each, "class") === "govuk-error-summary");
  const items = summary ? within(summary).filter(({ tagName }) => tagName === "li") : [];
  const lines = items.map((item) => {
    const link = within(item).find(({ tagName }) => tagName === "a");
    return { says: textOf(item), to: link && attribute(link, "href")?.slice(1) };
  });
  return { lines, elements };
}

/** What the page calls a field: the label of one control, the legend of several. */
function nameOn(elements: readonly Element[], id: string): string {
  const label = elements.find((each) => each.tagName === "label" && attribute(each, "for") === id);
  const group = elements.findLast(
    (each) => each.tagName === "fieldset" && within(each).some((inner) => attribute(inner, "id") === id),
  );
  const legend = group && within(group).find(({ tagName }) => tagName === "legend");
  const control = elements.find((each) => attribute(each, "id") === id);
  const isChoice = control && ["radio", "checkbox"].includes(attribute(control, "type") ?? "");
  const name = isChoice ? legend : label;
  // Several fields together have their heading behind the place that the link leads to.
  const heading = elements[elements.findIndex((each) => attribute(each, "id") === id) + 1];
  const named = name ?? (heading?.tagName === "h2" ? heading : undefined);
  return named ? textOf(named) : "";
}

function within(node: Dom.ParentNode): Element[] {
  return node.childNodes.flatMap((each) => (tree.isElementNode(each) ? [each, ...within(each)] : []));
}

function textOf(node: Dom.ParentNode): string {
  return node.childNodes
    .map((each) => (tree.isTextNode(each) ? each.value : tree.isElementNode(each) ? textOf(each) : ""))
    .join("")
    .trim();
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
