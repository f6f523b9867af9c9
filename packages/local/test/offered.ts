import type { PersonRole } from "@dunmiao/domain/actor";
import { type PermittedAct, permissions } from "@dunmiao/domain/permissions";
import type { Grant } from "@dunmiao/domain/relation";
import { type StatedRoute, statedRoutes } from "@dunmiao/web/system/openapi";
import { linksOf } from "./pageWalk.ts";

/** Something that a page offers: where it leads, and what that is in the table of permissions. */
type Offer = { to: string; act: PermittedAct };

/** What a page offers to do: its forms and buttons, and the links to pages on which something is done. */
export function offersOf(html: string, app: Parameters<typeof statedRoutes>[0]): Offer[] {
  const page = html.replace(/<nav\b.*?<\/nav>/gs, "");
  const routes = statedRoutes(app);
  const forms = [...page.matchAll(/<form\b[^>]*>/g)].flatMap(([tag]) =>
    /\bmethod="?post/i.test(tag) ? [attributeOf(tag, "action")] : [],
  );
  const buttons = [...page.matchAll(/\bformaction="([^"]*)"/g)].map(([, to = ""]) => to);
  const posts = [...forms, ...buttons].flatMap((to) => offerOf(routes, "POST", to));
  const gets = linksOf(page).flatMap((to) => offerOf(routes, "GET", to));
  return [...posts, ...gets.filter(({ act }) => !act.startsWith("read-"))];
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** The first route that answers an address, as the app finds it; none of one that is no act. */
function offerOf(routes: readonly StatedRoute[], method: string, to: string): Offer[] {
  const path = to.replace(/[?#].*$/, "");
  const isAt = (route: string) =>
    new RegExp(`^${route.replace(".", "\\.").replace(/:[A-Za-z]+/g, "[^/]+")}$`).test(path);
  const act = routes.find((route) => route.method === method && isAt(route.path))?.act;
  return act === undefined || act === "everyone" ? [] : [{ to, act }];
}

/** Parts of an act: a rule or a page asks for them, the route only for the whole, so that they go with it. */
const wholeOf: Readonly<Partial<Record<PermittedAct, PermittedAct>>> = {
  "record-request": "record-absence",
  "record-finding": "record-absence",
  "amend-or-void": "amend-absence",
  "ask-day-back": "amend-absence",
  "approve-requests": "act-on-todos",
  "confirm-attendance": "act-on-todos",
  "correct-report-in": "confirm-report-in",
  "state-own-words": "give-statement",
  "record-refused-statement": "give-statement",
  "ask-own-extension": "request-extension",
  "enter-paper-extension": "request-extension",
};

/** Runs `run` with a table in which a role has none of these acts, nor parts of them. */
export async function withoutActs<T>(
  role: PersonRole,
  acts: readonly PermittedAct[],
  run: () => Promise<T>,
): Promise<T> {
  const table = permissions as Record<PermittedAct, readonly Grant[]>;
  const before = { ...table };
  for (const act of Object.keys(before) as PermittedAct[])
    if (acts.includes(act) || acts.includes(wholeOf[act] ?? act))
      table[act] = before[act].filter((grant) => grant.role !== role);
  try {
    return await run();
  } finally {
    Object.assign(table, before);
  }
}
