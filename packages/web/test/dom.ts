import { type DefaultTreeAdapterTypes as Dom, parse, defaultTreeAdapter as tree } from "parse5";

export type Element = Dom.Element;

/** Every element of a page in its order, as a browser understands it. */
export function elementsOf(html: string): Element[] {
  return within(parse(html));
}

/** What lies in an element, at any depth. */
export function within(node: Dom.ParentNode): Element[] {
  return node.childNodes.flatMap((each) => (tree.isElementNode(each) ? [each, ...within(each)] : []));
}

/** All text of an element, as it is written. */
export function writtenIn(node: Dom.ParentNode): string {
  return node.childNodes
    .map((each) => (tree.isTextNode(each) ? each.value : tree.isElementNode(each) ? writtenIn(each) : ""))
    .join("")
    .trim();
}

export function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
