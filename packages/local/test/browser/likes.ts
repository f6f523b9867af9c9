import type { Page } from "playwright-core";

/** Attributes whose value a rule may judge; of all others it matters that they are there and not empty. */
const judged = [
  "class",
  "style",
  "role",
  "type",
  "lang",
  "hidden",
  "aria-current",
  "aria-hidden",
  "aria-expanded",
];
/** As many neighbours as a rule about two of them needs, and one more. */
const most = 3;

/**
 * Looks at a page without what says nothing new, and puts it back afterwards: of the children of one element that are
 * alike all the way down (the rows of a table, the days of a year: same elements, classes and roles, other words) three stay.
 */
export async function withoutLikes<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const taken = await page.locator("body").evaluateHandle(
    (body, { judged, most }) => {
      const taken: { node: typeof body; parent: typeof body; next: typeof body }[] = [];
      const focus = body.ownerDocument.activeElement;
      const shapeOf = (node: typeof body): string => {
        const said = [...node.attributes].map(({ name, value }) => {
          if (judged.includes(name)) return `${name}=${value}`;
          return value === "" ? `${name}=` : name;
        });
        return `<${node.nodeName} ${said.join(" ")}>${partsOf(node)}</>`;
      };
      const partsOf = (node: typeof body): string => {
        // Without its options a list box forgets what is chosen.
        if (node.nodeName.toLowerCase() === "select") return "";
        const times = new Map<string, number>();
        const shapes: string[] = [];
        for (const child of [...node.childNodes]) {
          const shape = child.nodeType === 1 ? shapeOf(child) : child.textContent?.trim() ? "words" : "";
          const before = times.get(shape) ?? 0;
          times.set(shape, before + 1);
          if (before < most) shapes.push(shape);
          else if (child.nodeType === 1 && !child.contains(focus)) {
            taken.push({ node: child, parent: node, next: child.nextSibling });
            child.remove();
          }
        }
        return shapes.join("");
      };
      partsOf(body);
      return taken;
    },
    { judged, most },
  );
  const found = await look();
  await taken.evaluate((all) => {
    for (const { node, parent, next } of all.toReversed()) parent.insertBefore(node, next);
  });
  await taken.dispose();
  return found;
}
