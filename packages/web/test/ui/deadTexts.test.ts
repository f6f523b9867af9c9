import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { textFor } from "./texts.ts";

const packages = join(import.meta.dirname, "../../..");
const read = ["web/src", "local/src"].flatMap((folder) =>
  readdirSync(join(packages, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(packages, folder, file), "utf8") })),
);
const isCatalogue = ({ file }: { file: string }) => file.includes("ui/text/");
/** What could say a text: every source of the packages that have pages, but the catalogues themselves. */
const sources = read.filter((each) => !isCatalogue(each)).map(({ text }) => text);
/** Words of a noun that stand in catalogues of others: `absenceWords.en.events`. */
const lent = new Set(
  read
    .filter(isCatalogue)
    .flatMap(({ text }) => [...text.matchAll(/Words\.en\.(\w+)/g)].map(([, name]) => name)),
);

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Whether a source takes a group as it is, to find a text in it by a code: then each of its texts may be meant. */
function takesWhole(source: string, group: string): boolean {
  const alias = new RegExp(`const (\\w+|\\{[^}]*\\}) = [\\w.()]*\\b${group};`, "g");
  const names = [...source.matchAll(alias)].map(([, name = ""]) => name).filter((name) => !/\W/.test(name));
  const rest = source.replace(alias, "").replace(/^import[^;]*;/gm, "");
  return [group, ...names].some((name) =>
    new RegExp(`\\b${name}\\s*[\\[),;}]|\\.\\.\\.[\\w.]*\\b${name}\\b(?!\\.)`).test(rest),
  );
}

/** Texts that no source names where it names their group, unless one takes the whole group. */
function deadTexts(group: object, path: readonly string[]): string[] {
  const name = escaped(path.at(-1) ?? "text");
  const naming = sources.filter((source) => new RegExp(`\\b${name}\\b`).test(source));
  const isWhole = naming.some((source) => takesWhole(source, name));
  return Object.entries(group).flatMap(([key, each]) => {
    const at = [...path, key];
    if (typeof each === "object" && !Array.isArray(each)) return deadTexts(each, at);
    const word = escaped(key);
    const said = new RegExp(`\\.${word}\\b|["']${word}["']|[{,]\\s*${word}\\s*[:,}]`);
    return isWhole || lent.has(key) || naming.some((source) => said.test(source)) ? [] : [at.join(".")];
  });
}

test("every text is said by some source", () => {
  const { language: _, ...groups } = textFor("zh-CN");
  expect(sources.length).toBeGreaterThan(300);
  expect(deadTexts(groups, [])).toEqual([]);
  // A text that nothing says is found: the test can fail.
  expect(deadTexts({ unitPage: { title: "", neverSaid: "" } }, [])).toEqual(["unitPage.neverSaid"]);
});
