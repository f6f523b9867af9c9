import { createContext, useContext } from "hono/jsx";

/** Names of the fields of a page by the id that a link leads to, in the order in which the page draws them. */
export type DrawnFields = Map<string, string>;

/** Where a page's fields note that they were drawn, and how they are called; undefined outside a page. */
export const Drawn = createContext<DrawnFields | undefined>(undefined);

/** What the fields within belong to, where several rows have the same ones: `Evidence 2`. */
export const DrawnWithin = createContext<string | undefined>(undefined);

/** Notes a field as drawn, so that the error summary can name it, link to it and say it in its turn. */
export function noteDrawn(id: string, label: string): void {
  const group = useContext(DrawnWithin);
  useContext(Drawn)?.set(id, group === undefined ? label : `${group} · ${label}`);
}
