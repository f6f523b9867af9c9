import { type DefaultTreeAdapterTypes as Dom, parse, defaultTreeAdapter as tree } from "parse5";

type Element = Dom.Element;
/** A cell as it is read: what is a figure stands in a column of figures and is one. */
type Seen = { text: string; isFigure: boolean };
export type SeenTable = { caption: string; headings: string[]; rows: Seen[][] };
export type SeenPage = {
  title: string;
  filters: string[];
  tables: SeenTable[];
  /** The address of the next page of the list. */
  next: string | undefined;
  /** Where the page is offered as a file. */
  file: string | undefined;
};

const drawn = new Set(["svg", "button", "script", "select", "textarea", "template"]);
const blocks = new Set(["br", "p", "li", "div", "dd", "dt", "ul", "ol"]);

/** A page as a browser understands it: parsed by another program than the one that writes our files. */
export function seenOn(html: string): SeenPage {
  const all = within(parse(html));
  const links = all.filter(({ tagName }) => tagName === "a");
  const chips = all.find((each) => attribute(each, "aria-labelledby") === "chips-label");
  const heading = all.find(({ tagName }) => tagName === "h1");
  return {
    title: heading ? textOf(heading) : "",
    filters: chips ? within(chips).flatMap((each) => (each.tagName === "li" ? [textOf(each)] : [])) : [],
    tables: all.filter((each) => hasClass(each, "dm-table")).map(tableOf),
    next: hrefOf(links.find((each) => attribute(each, "rel") === "next")),
    file: hrefOf(links.find((each) => hasClass(each, "dm-sheet"))),
  };
}

/** Columns without heading and content are there for the eye only. */
function tableOf(table: Element): SeenTable {
  const inside = within(table);
  const [head = [], ...lines] = inside.filter(({ tagName }) => tagName === "tr").map(lineOf);
  const caption = inside.find(({ tagName }) => tagName === "caption");
  const places = head.map((_, at) => at);
  const shown = places.filter((at) => head[at]?.text || lines.some((line) => line[at]?.text));
  const blank = { text: "", isFigure: false };
  return {
    caption: caption ? textOf(caption) : "",
    headings: shown.map((at) => head[at]?.text ?? ""),
    rows: lines.map((line) => shown.map((at) => line[at] ?? blank)),
  };
}

function lineOf(row: Element): Seen[] {
  const cells = within(row).filter(({ tagName }) => tagName === "td" || tagName === "th");
  return cells.flatMap((cell) => {
    const text = textOf(cell);
    const isFigure = cell.tagName === "td" && hasClass(cell, "n") && /^-?\d+(\.\d+)?$/.test(text);
    const spanned = Number(attribute(cell, "colspan") ?? 1) - 1;
    return [{ text, isFigure }, ...Array.from({ length: spanned }, () => ({ text: "", isFigure: false }))];
  });
}

function within(node: Dom.ParentNode): Element[] {
  return node.childNodes.flatMap((each) => (tree.isElementNode(each) ? [each, ...within(each)] : []));
}

/** One blank between words, as eyes see it; what is drawn, pressed or hidden from readers is no text. */
function textOf(node: Element): string {
  const read = (of: Dom.ParentNode): string =>
    of.childNodes
      .map((each) => {
        if (tree.isTextNode(each)) return each.value;
        if (!tree.isElementNode(each) || drawn.has(each.tagName)) return "";
        if (attribute(each, "aria-hidden") === "true") return "";
        return blocks.has(each.tagName) ? ` ${read(each)} ` : read(each);
      })
      .join("");
  return plain(read(node));
}

/** Blanks and line ends as one blank. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

function hasClass(element: Element, name: string): boolean {
  return attribute(element, "class")?.split(/\s+/).includes(name) ?? false;
}

function hrefOf(link: Element | undefined): string | undefined {
  return link && attribute(link, "href");
}
