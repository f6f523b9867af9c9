import type { Subject } from "@dunmiao/domain/access";
import { may, type PermittedAct, permissions } from "@dunmiao/domain/permissions";
import type { Relation } from "@dunmiao/domain/relation";
import { type StatedRoute, statedRoutes } from "@dunmiao/web/system/openapi";
import { beforeAll, expect, test } from "vitest";
import { wholeApp } from "../../../web/test/app.ts";
import { everyState } from "../everyState.ts";
import { linksOf } from "../pageWalk.ts";
import { lose, type Person, withDelegate } from "./people.ts";
import { knownPeople } from "./scope.ts";
import { namesShown } from "./shown.ts";
import { subjectOf, subjectOfBody, versionOf } from "./subjects.ts";

type World = Awaited<ReturnType<typeof everyState>>;

let world: World;
let routes: StatedRoute[];
const people: Person[] = [];
/** Acts by route, with how many were refused and how many tried by somebody without the right. */
const tried = new Map<string, { refused: number; let: string[] }>();

/** Before an act makes a state, everybody who may not by the table tries it, with the very same body. */
beforeAll(async () => {
  const whole = await wholeApp();
  routes = statedRoutes(whole.app);
  world = await everyState(async (_client, path, body, at) => {
    const route = routeOf("POST", path);
    if (!route?.act || route.act === "everyone" || tried.has(route.path)) return;
    if (people.length === 0) people.push(...(await withDelegate(at)));
    const ofFile = await subjectOf(at.store, path, route.act);
    const subject = ofFile ?? (await subjectOfBody(at.store, body));
    if (!subject) return;
    const found = { refused: 0, let: [] as string[] };
    tried.set(route.path, found);
    const before = await versionOf(at.store, path);
    for (const { who, actor, client } of people) {
      if (may(actor, route.act, subject)) continue;
      const { status } = await client.post(path, body);
      const isRefused = ofFile ? status === 403 || status === 404 : status >= 400 && status < 500;
      if (isRefused) found.refused += 1;
      else found.let.push(`${who}: ${status}`);
    }
    if ((await versionOf(at.store, path)) !== before) found.let.push("the record was changed");
  });
}, 480_000);

function routeOf(method: string, path: string): StatedRoute | undefined {
  const address = path.replace(/\?.*/, "");
  return routes.find(
    (route) =>
      route.method === method &&
      new RegExp(`^${route.path.replace(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`).test(address),
  );
}

const aboutNobody: readonly Relation[] = ["bureau", "account", "none"];

test("whatever acts on a file is refused to whoever does not stand to it as the table asks, and changes nothing", () => {
  const wrong = [...tried].flatMap(([path, { let: lets }]) => lets.map((each) => `${path} ${each}`));
  expect(wrong).toEqual([]);
  expect([...tried].filter(([, { refused }]) => refused === 0)).toEqual([]);
});

/** Acts of which `everyState.ts` makes no state, or that name whom they are about in their body: the fuzz asks them of everybody. */
const byChance = [
  "/tasks/batch",
  "/pairs/proposals",
  "/pairs/proposals/accepted",
  "/pairs/activities",
  "/pairs/files",
  "/pairs/mentor-away",
  "/pairs/:id/agreement",
  "/pairs/:id/activities/:activityId/confirm",
  "/pairs/:id/end",
  "/pairs/:id/file-task",
  "/pairs/:id/substitute",
  "/pairs/:id/hand-over",
  "/pairs/:id/items",
  "/pairs/:id/skills",
  "/pairs/:id/mid-term",
  "/pairs/:id/statement",
  "/pairs/:id/mentor-return",
  "/pairs/:id/pause",
  "/pairs/:id/resume",
  "/pairs/:id/objections/:side/decide",
  "/secondments/:id/absences/preview",
  "/secondments/:id/absences/:absenceId/add-evidence",
  "/secondments/:id/absences/:absenceId/void",
  "/secondments/:id/checkpoints/:key/forms/:by/check",
  "/secondments/:id/assessments/:fid/accept",
  "/posts/:id/activities",
  "/posts/:id/end",
];

test("no act is forgotten that asks how somebody stands to a file", () => {
  const byRelation = routes.filter(({ method, act }) => {
    if (method !== "POST" || act === undefined || act === "everyone") return false;
    return permissions[act].some(({ relations }) => relations.some((each) => !aboutNobody.includes(each)));
  });
  const rest = byRelation.map(({ path }) => path).filter((path) => !tried.has(path));
  expect(rest.toSorted()).toEqual(byChance.toSorted());
});

type Address = { path: string; act: PermittedAct; subject: Subject };

/** Addresses of each route that opens a file, as the pages of the states lead there: of two files each. */
async function addresses(): Promise<Address[]> {
  const found = new Map<string, Address[]>();
  const waiting = [...world.paths];
  const asked = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const { act, path: name = "" } = routeOf("GET", path) ?? {};
    const subject = act && act !== "everyone" ? await subjectOf(world.store, path, act) : undefined;
    if (!act || act === "everyone" || !subject) continue;
    const file = fileOf(path);
    const ofRoute = found.get(name) ?? [];
    if (ofRoute.length > 1 || ofRoute.some((each) => fileOf(each.path) === file)) continue;
    found.set(name, [...ofRoute, { path, act, subject }]);
    for (const link of linksOf(await (await world.hr.page(path)).text()).filter((each) => !asked.has(each))) {
      asked.add(link);
      waiting.push(link);
    }
  }
  return [...found.values()].flat();
}

const fileOf = (path: string) => path.split("/")[2];

/** Where a rule asks for more than the table: what is not submitted yet is its writer's. */
const writersOnly = ["/secondments/:id/checkpoints/:key/forms/:by", "/secondments/:id/assessments/:fid"];

test("a file opens to whoever stands to it as the table asks, and to nobody else", async () => {
  const all = await addresses();
  const wrong: string[] = [];
  for (const { path, act, subject } of all)
    for (const { who, actor, client } of people) {
      const { status } = await client.get(path);
      const isRefused = status === 403 || status === 404;
      const isNarrower = isRefused && writersOnly.includes(routeOf("GET", path)?.path ?? "");
      if (!isNarrower && isRefused === may(actor, act, subject))
        wrong.push(`${path} ${act} ${who}: ${status}`);
    }
  expect(new Set(all.map(({ path }) => routeOf("GET", path)?.path)).size).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
}, 480_000);

/**
 * Whom the copy of somebody's own data names beside their files: the number to merge with theirs, who took over from them,
 * who acts for them.
 */
const alsoInCopy: Readonly<Record<string, readonly string[]>> = {
  "0021": ["90021"],
  "0011": ["0031"],
  "9014": ["0022"],
};

test("no list, page or file names anybody whom the table does not show to who asks", async () => {
  const known = await knownPeople(world.store);
  const wrong: string[] = [];
  for (const person of people) {
    const { who, actor } = person;
    // Their own number stands above each page, also where they act for somebody else.
    const seen = known.seenBy(actor);
    if (seen.size === known.all.size) continue;
    for (const { path, named } of await namesShown(person, routes, known)) {
      const also = alsoInCopy[actor.serviceNumber ?? ""] ?? [];
      const shown = path.startsWith("/me/data") ? new Set([...known.ownOf(actor), ...also]) : seen;
      const others = named.filter((each) => each !== actor.id && !shown.has(each));
      if (others.length > 0) wrong.push(`${path} ${who}: ${others.join(" ")}`);
    }
  }
  expect(wrong).toEqual([]);
}, 480_000);

test("who loses a role, or for whom they act, is shown less or the same, and nothing in what was lost", async () => {
  const known = await knownPeople(world.store);
  for (const [number, lost] of [
    ["0021", "mentor 0021"],
    ["0022", "0022 for station 9014"],
  ]) {
    const sessions = people.filter(({ actor }) => actor.id === number);
    const shown = async () => {
      const all = await Promise.all(sessions.map((each) => namesShown(each, routes, known)));
      return all.flat().flatMap(({ path, named }) => named.map((each) => `${path} ${each}`));
    };
    const before = new Set(await shown());
    const session = sessions.find(({ who }) => who === lost);
    if (!session) throw new Error(`nobody is ${lost}`);
    await lose(world.store, session);
    const after = await shown();
    expect(after.filter((each) => !before.has(each))).toEqual([]);
    expect(after.length).toBeGreaterThan(0);
    const [json, page] = [await session.client.get("/me/data"), await session.client.page("/me/data")];
    expect([json.status, page.status]).toEqual([401, 303]);
  }
}, 480_000);
