import { may, permissions } from "@dunmiao/domain/permissions";
import { verifyTable } from "@dunmiao/operate/verifyTable";
import { createSession } from "@dunmiao/store/session";
import { type StatedRoute, statedRoutes } from "@dunmiao/web/system/openapi";
import { beforeAll, expect, test } from "vitest";
import { wholeApp } from "../../../web/test/app.ts";
import { randomFrom } from "../../src/demo/random.ts";
import { everyState } from "../everyState.ts";
import { type Person, signedIn } from "../matrix/people.ts";
import { subjectOf } from "../matrix/subjects.ts";
import { linksOf } from "../pageWalk.ts";
import { type Operation, readDescription } from "./description.ts";
import { type Asked, requestTo } from "./requests.ts";
import type { Schema, Source } from "./values.ts";

/** `npm run fuzz -- 20000` asks for more. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 1_200);
const seed = Number(process.env.FUZZ_SEED ?? 12);

let world: Awaited<ReturnType<typeof everyState>>;
let people: Person[];
let routes: StatedRoute[];
let operations: Operation[];
let shared: Record<string, Schema>;
const pools = new Map<string, string[]>();
const words = [
  "工作需要，情况属实",
  "O1",
  "B0-S1",
  "0021",
  "0022",
  "9018",
  "2026-03-02",
  "2026-02-10",
  "2026-12-31",
];
const more = [
  "2026-03",
  "2025-12",
  "1990s",
  "1988-11",
  "quarter",
  "step-9",
  "3",
  "1.5",
  "-1",
  "1",
  "0",
  "a1",
  "f1",
];

/** Where the hashing of passphrases is the work: `account.test.ts` is about it. */
const slow = ["/sign-in", "/set-up", "/invitation"];

beforeAll(async () => {
  world = await everyState();
  people = await signedIn(world);
  const described = await readDescription((await wholeApp()).hr);
  routes = statedRoutes(world.app);
  shared = described.shared;
  operations = described.operations.filter(({ path, method }) => method === "GET" || !slow.includes(path));
  for (const path of ["/secondments", "/officers", "/units", "/cohorts", "/calendar/notices", ...world.paths])
    for (const link of [path, ...linksOf(await (await world.hr.page(path)).text())]) pool(link);
}, 240_000);

const cookies = new Map<string, string>();

/** Sends a request as somebody; an account that chance has suspended is no account here. */
async function ask({ who, actor }: Person, { method, path, headers, body }: Asked, language: string) {
  const { assignment: _, ...present } = actor;
  const cookie = cookies.get(who) ?? (await createSession(world.store, present));
  cookies.set(who, cookie);
  const sent = { method, headers: { ...headers, Cookie: `session=${cookie}; lang=${language}` }, body };
  return world.app.request(path, sent as RequestInit);
}

/** Keeps what stands behind each word of an address. */
function pool(link: string): void {
  const parts = (link.split("?")[0] ?? "").split("/").slice(1);
  for (const [at, part] of parts.entries()) {
    const noun = parts[at - 1] ?? "";
    const known = pools.get(noun) ?? [];
    if (!known.includes(part)) pools.set(noun, [...known, part]);
  }
}

function reach(path: string, method: string): StatedRoute | undefined {
  const address = path.replace(/\?.*/, "");
  return routes.find(
    (route) =>
      route.method === method &&
      new RegExp(`^${route.path.replace(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`).test(address),
  );
}

/** Those whose role has the act at all: mostly it is they who ask. */
function doersOf({ method, path }: Operation): Person[] {
  const { act = "everyone" } = reach(path, method) ?? {};
  if (act === "everyone") return people;
  return people.filter(({ actor }) => permissions[act].some(({ role }) => role === actor.role));
}

/** Why an answer is wrong: it failed, or somebody got what the table of permissions does not give them. */
async function faultOf({ method, path }: Asked, { actor }: Person, answer: Response) {
  const { status } = answer;
  if (status >= 500) return `${status} ${(await answer.text()).slice(0, 300)}`;
  if (status >= 300) return undefined;
  const { act } = reach(path, method) ?? {};
  if (act === undefined || act === "everyone") return undefined;
  if (!permissions[act].some(({ role }) => role === actor.role)) return `${status} to ${actor.role}: ${act}`;
  const subject = await subjectOf(world.store, path, act);
  return subject && !may(actor, act, subject) ? `${status} to a stranger: ${act}` : undefined;
}

test(
  `${requests} requests by chance over every operation and everybody: none fails, none lets a stranger in, every record verifies`,
  async () => {
    const before = await verifyTable(world.store);
    const random = randomFrom(seed);
    const ids = [...pools.values()].flat();
    const source: Source = { random, shared, words: [...words, ...more, ...ids] };
    const faults = new Set<string>();
    const statuses = new Map<number, number>();
    for (let turn = 0; turn < requests; turn += 1) {
      const operation = random.pick(operations);
      const asked = requestTo(operation, pools, source);
      const person = random.chance(0.3) ? random.pick(people) : random.pick(doersOf(operation));
      const answer = await ask(person, asked, random.pick(["zh-CN", "en"]));
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const fault = await faultOf(asked, person, answer);
      const sent = typeof asked.body === "string" ? asked.body.slice(0, 600) : typeof asked.body;
      if (fault)
        faults.add(`${operation.method} ${operation.path}: ${fault}\n  ${asked.path} ${person.who} ${sent}`);
      if (process.env.FUZZ_REQUESTS && turn % 1_000 === 999) console.log(turn + 1, statuses, [...faults]);
      // Whoever signed out, or was taken their role, signs in again.
      if (answer.status === 401 || operation.path === "/sign-out") cookies.delete(person.who);
    }
    console.log(Object.fromEntries(statuses));
    expect([...faults]).toEqual([]);
    const after = await verifyTable(world.store);
    expect(after.faults).toEqual(before.faults);
    expect(after.checked).toBeGreaterThanOrEqual(before.checked);
  },
  Math.max(240_000, requests * 600),
);
