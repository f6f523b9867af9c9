import type { Child } from "hono/jsx";

const special = /[&<>"']/g;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes a text for HTML content and quoted attributes. */
export function escapeText(value: string): string {
  return value.replace(special, (each) => entities[each] ?? "");
}

/**
 * A child as HTML text: strings are escaped, nodes and `raw` pieces are taken as they are.
 * For hot loops (tables) that would spend most of their time on JSX nodes.
 */
export function htmlOf(child: Child): string {
  if (typeof child === "string") return escapeText(child);
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (Array.isArray(child)) return child.map((each) => htmlOf(each)).join("");
  const html = child instanceof Promise ? child : child.toString();
  if (typeof html !== "string") throw new Error("asynchronous components cannot stand in a table");
  return html;
}
