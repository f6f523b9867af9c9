import { attribute, type Element, elementsOf, within } from "../../web/test/dom.ts";

/** What a button of a form sends: where to, the fields that a person sees, and what goes with them unseen. */
export type Form = {
  action: string;
  fields: readonly Element[];
  hidden: readonly (readonly [string, string])[];
  isUpload: boolean;
};
/** How a form is filled in: not at all, or with what no field takes. */
export type Filled = "blank" | "nonsense";

/** Longer than anything that is written into a field. */
export const nonsense = "x".repeat(6_000);
const noChoice = "nonsense";

/** The forms of a page that send something (`post`) or ask for another page (`get`), one for each of their buttons. */
export function formsOn(html: string, method: "post" | "get"): Form[] {
  const all = elementsOf(html);
  const buttons = all.filter(({ tagName }) => tagName === "button");
  return all
    .filter((each) => each.tagName === "form" && attribute(each, "method") === method)
    .flatMap((form) => sentBy(form, buttons));
}

/** A button belongs to the form that it names, else to the one that it stands in. */
function sentBy(form: Element, buttons: readonly Element[]): Form[] {
  const inside = within(form);
  const isOwn = (button: Element) => {
    const named = attribute(button, "form");
    return named === undefined ? inside.includes(button) : named === attribute(form, "id");
  };
  const controls = inside.filter(({ tagName }) => ["input", "select", "textarea"].includes(tagName));
  const isHidden = (each: Element) => attribute(each, "type") === "hidden";
  return buttons.filter(isOwn).map((button) => ({
    action: attribute(button, "formaction") ?? attribute(form, "action") ?? "",
    fields: controls.filter((each) => !isHidden(each)),
    hidden: [...controls.filter(isHidden), button].flatMap((each) => {
      const name = attribute(each, "name");
      return name === undefined ? [] : [[name, attribute(each, "value") ?? ""] as const];
    }),
    isUpload: attribute(form, "enctype") === "multipart/form-data",
  }));
}

/** The names of the fields that a person sees, each once. */
export function namesOf({ fields }: Form): string[] {
  return [...new Set(fields.flatMap((each) => attribute(each, "name") ?? []))];
}

/** The names of the fields that are typed into. */
export function typedNamesOf({ fields }: Form): string[] {
  return fields.filter(isTyped).flatMap((each) => attribute(each, "name") ?? []);
}

function isTyped(field: Element): boolean {
  return field.tagName === "textarea" || attribute(field, "type") === "text";
}

/** What a browser sends of a form that was filled in like this. */
export function bodyOfForm({ fields, hidden, isUpload }: Form, filled: Filled) {
  const body = new FormData();
  for (const [name, value] of hidden) body.append(name, value);
  for (const field of fields) {
    const name = attribute(field, "name");
    if (name === undefined || (body.has(name) && isChoice(field))) continue;
    if (filled === "blank" && isChoice(field)) continue;
    body.append(name, filled === "blank" ? blankIn(field) : nonsenseIn(field));
  }
  if (isUpload) return body;
  const texts = [...body].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return Object.fromEntries(texts) as Record<string, string>;
}

function isChoice(field: Element): boolean {
  return ["radio", "checkbox"].includes(attribute(field, "type") ?? "");
}

function blankIn(field: Element): string | File {
  return attribute(field, "type") === "file" ? new File([], "") : "";
}

function nonsenseIn(field: Element): string | File {
  if (attribute(field, "type") === "file") return new File([nonsense], "nonsense.xlsx");
  return isTyped(field) ? nonsense : noChoice;
}
