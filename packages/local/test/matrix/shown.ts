import type { StatedRoute } from "@dunmiao/web/system/openapi";
import type { Person } from "./people.ts";
import { type Known, namedIn } from "./scope.ts";

/** The people and records that each address without an id names to somebody, as JSON, CSV or page. */
export async function namesShown(
  { client }: Person,
  routes: readonly StatedRoute[],
  known: Known,
): Promise<{ path: string; named: string[] }[]> {
  const lists = routes.filter(({ method, path }) => method === "GET" && !path.includes(":"));
  const found: { path: string; named: string[] }[] = [];
  for (const { path } of lists) {
    if (path === "/openapi.json") continue;
    const named = new Set<string>();
    for (const answer of [await client.get(path), await client.page(path)])
      if (answer.status < 400) for (const each of namedIn(await answer.text(), known)) named.add(each);
    if (named.size > 0) found.push({ path, named: [...named] });
  }
  return found;
}
