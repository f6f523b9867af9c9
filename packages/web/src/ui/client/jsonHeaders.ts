/** Asks for JSON in the language of the page, which need not be the one of the browser. */
export function jsonHeaders(): Record<string, string> {
  return { Accept: "application/json", "Accept-Language": document.documentElement.lang };
}
