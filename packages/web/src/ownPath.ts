const here = "http://here.invalid";

/**
 * A path of this site with its query, or `/`: what leads anywhere else is refused. A browser takes `//host` and `/\\host`
 * for another site, also where dots in between make it so (`/.//host`).
 */
export function ownPath(wanted: string | undefined): string {
  const url = wanted?.startsWith("/") ? URL.parse(wanted, here) : null;
  if (url?.origin !== here || url.pathname.startsWith("//")) return "/";
  return url.pathname + url.search;
}
