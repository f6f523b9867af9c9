import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { elementsOf } from "./dom.ts";
import { summaryOf } from "./errorSummary.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { textFor } from "./ui/texts.ts";

const term = `/secondments/${idOf("100001")}`;
let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

const languages = ["zh-CN", "en"] as const;

describe("a form sent empty", () => {
  test.each([
    ["zh-CN", ["类别：此项必填", "起始日期：此项必填", "结束日期：此项必填"]],
    ["en", ["Class: This is required", "First day: This is required", "Last day: This is required"]],
  ] as const)("an absence lacks three fields, in %s", async (language, says) => {
    const html = await (await app.hr.submit(`${term}/absences`, {}, { language })).text();
    expect(summaryOf(elementsOf(html)).map((each) => each.says)).toEqual(says);
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
        const lines = summaryOf(elementsOf(html));
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
