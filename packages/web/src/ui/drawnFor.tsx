import { createContext, useContext } from "hono/jsx";

/** Field of a form with the role that it was drawn for. */
export const drawnForField = "drawnFor";

/** The role of an account that the page is drawn for; undefined for whoever signed in without one. */
export const DrawnFor = createContext<string | undefined>(undefined);

/** Ties a form to that role: sent in another one, from a tab beside, nothing is carried out. */
export function DrawnForField() {
  const inUse = useContext(DrawnFor);
  return inUse === undefined ? null : <input type="hidden" name={drawnForField} value={inUse} />;
}
