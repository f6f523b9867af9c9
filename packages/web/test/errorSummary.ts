import type { Language } from "@dunmiao/web/ui/text";
import { expect } from "vitest";
import { attribute, type Element, elementsOf, within, writtenIn } from "./dom.ts";
import { textFor } from "./ui/texts.ts";

/** A line of an error summary, and the id that it leads to. */
export type Line = { says: string; to: string | undefined };

/** The lines of a page's error summary; none where it has no summary. */
export function summaryOf(elements: readonly Element[]): Line[] {
  const summary = elements.find((each) => attribute(each, "class") === "govuk-error-summary");
  const items = summary ? within(summary).filter(({ tagName }) => tagName === "li") : [];
  return items.map((item) => {
    const link = within(item).find(({ tagName }) => tagName === "a");
    return { says: writtenIn(item), to: link && attribute(link, "href")?.slice(1) };
  });
}

/**
 * What must hold of the page that answers a form which was refused: it has a summary; whatever is about a field begins
 * with what the page calls it, leads there and is said there once more, in the order of the page; nothing says "required" without saying of what.
 */
export function expectNamesFields(html: string, language: Language, where: string): Line[] {
  const elements = elementsOf(html);
  const lines = summaryOf(elements);
  expect(lines.length, `${where}: no error summary`).toBeGreaterThan(0);
  const linked = lines.filter(({ to }) => to !== undefined);
  const rest = lines.slice(linked.length);
  expect([where, rest.filter(({ to }) => to !== undefined)]).toEqual([where, []]);
  const text = textFor(language);
  const beside = elements
    .filter((each) => attribute(each, "class") === "govuk-error-message")
    // A box of many lines says all that is wrong in it.
    .flatMap((each) => writtenIn(each).replace(text.form.errorPrefix, "").split(text.common.clauseMark))
    .map((each) => each.trim());
  const bare = text.refusals.required();
  expect([where, rest.filter(({ says }) => says.endsWith(bare))]).toEqual([where, []]);
  for (const { says, to = "" } of linked) {
    const name = nameOn(elements, to);
    expect([where, to, name]).toEqual([where, to, expect.stringMatching(/./)]);
    // A field of several rows is named with its row before it.
    expect([where, says, says.startsWith(name) || says.includes(` · ${name}`)]).toEqual([where, says, true]);
    expect(says.length, `${where}: ${says}`).toBeGreaterThan(name.length + 1);
    const isBeside = beside.some((message) => says.endsWith(message));
    expect([where, says, isBeside]).toEqual([where, says, true]);
  }
  const places = linked.map(({ to }) => elements.findIndex((each) => attribute(each, "id") === to));
  expect([where, places]).toEqual([where, places.toSorted((one, other) => one - other)]);
  expect([where, places]).toEqual([where, expect.not.arrayContaining([-1])]);
  return lines;
}

/** What the page calls a field: the label of one control, the legend of several. */
function nameOn(elements: readonly Element[], id: string): string {
  const label = elements.find((each) => each.tagName === "label" && attribute(each, "for") === id);
  const group = elements.findLast(
    (each) => each.tagName === "fieldset" && within(each).some((inner) => attribute(inner, "id") === id),
  );
  const legend = group && within(group).find(({ tagName }) => tagName === "legend");
  const control = elements.find((each) => attribute(each, "id") === id);
  const isOne = control && !["radio", "checkbox"].includes(attribute(control, "type") ?? "");
  // A place before several fields together is no control: their legend or their heading names it.
  const heading = elements[elements.findIndex((each) => attribute(each, "id") === id) + 1];
  const together = legend ?? (heading?.tagName === "h2" ? heading : undefined);
  const named = isOne && control.tagName !== "span" ? label : together;
  return named ? writtenIn(named) : "";
}
