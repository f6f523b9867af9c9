import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

type Value = { text: string };
/** The options of govuk-frontend's templates that our components have too. */
export type Options = {
  id?: string;
  idPrefix?: string;
  name: string;
  value?: string;
  values?: string[];
  text: string;
  rows?: never;
  open?: boolean;
  summaryText: string;
  titleText: string;
  label: Value;
  hint?: Value;
  errorMessage?: Value;
  suffix?: Value;
  fieldset: { legend: Value };
  items: { value: string | number; text: string; selected?: boolean; checked?: boolean; hint?: Value }[];
  errorList: { text: string; href?: string }[];
};
type Fixture = { name: string; options: Options; html: string };

const require = createRequire(import.meta.url);

/** One example of a component with the HTML that govuk-frontend expects for it. */
export function fixture(component: string, name: string): Fixture {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  const { fixtures }: { fixtures: Fixture[] } = JSON.parse(readFileSync(path, "utf8"));
  const found = fixtures.find((each) => each.name === name);
  if (!found) throw new Error(`${component} has no fixture "${name}"`);
  return found;
}

/** Same markup apart from blanks, entities' spelling, hooks of scripts that we do not load, and focus on load. */
export function normalised(html: string): string {
  return html
    .replace(/\s+/g, " ")
    .replace(/ ?(<[^>]+>) ?/g, "$1")
    .replace(/ (data-module|tabindex|draggable)="[^"]*"/g, "")
    .replace(/ (selected|checked|open|multiple)=""/g, " $1")
    .replace(/ autofocus(="[^"]*")?/g, "")
    .replace(/ ?\/>/g, ">")
    .trim();
}
