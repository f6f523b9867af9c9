import { parseArgs } from "node:util";
import * as z from "zod";
import { loadRound, type Request, type Round } from "./loadGenerator.ts";
import { median } from "./median.ts";
import { processorMs } from "./processTime.ts";

// Two releases side by side: each runs as `npm start` with a demo cohort of its own, this asks them in turns. With the
// ids of their processes (server and engine, by a comma) it tells their processor time, which a busy machine alters less.
const { values } = parseArgs({
  options: {
    before: { type: "string" },
    after: { type: "string" },
    beforePids: { type: "string", default: "" },
    afterPids: { type: "string", default: "" },
    rounds: { type: "string", default: "3" },
    seconds: { type: "string", default: "4" },
  },
});
const [before, after] = [values.before, values.after].map((url) => z.url().parse(url));
const turns = { connections: 10, seconds: Number(values.seconds) };

const listSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      officer: z.object({ serviceNumber: z.string() }),
      count: z.object({ countedDays: z.number() }),
    }),
  ),
  cursor: z.string().optional(),
});
type Person = z.infer<typeof listSchema>["items"][number];

/** Signs in at a demo and answers the headers of whoever that is. */
async function signIn(url: string, who: Record<string, string>): Promise<{ Cookie: string }> {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const answer = await fetch(`${url}/local/sign-in`, { method: "POST", headers, body: JSON.stringify(who) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  const [cookie = ""] = answer.headers.getSetCookie();
  return { Cookie: cookie.split(";")[0] ?? "" };
}

/** Everybody who serves, by number. */
async function serving(url: string, headers: Record<string, string>): Promise<Person[]> {
  const people: Person[] = [];
  for (let cursor: string | undefined = ""; cursor !== undefined; ) {
    const path = `${url}/secondments?status=serving&cursor=${cursor}`;
    const answer = await fetch(path, { headers: { ...headers, Accept: "application/json" } });
    const page = listSchema.parse(await answer.json());
    people.push(...page.items);
    ({ cursor } = page);
  }
  return people;
}

/** What is asked of one demo. The person shown is the first by number with days that count. */
async function requestsOf(url: string): Promise<Record<string, Request>> {
  const hr = await signIn(url, { persona: "hr" });
  const people = await serving(url, hr);
  const shown = people.find(({ count }) => count.countedDays > 2);
  if (!shown) throw new Error(`${url}: nobody who serves has been away`);
  const own = await signIn(url, { persona: "officer", serviceNumber: shown.officer.serviceNumber });
  const html = { ...hr, Accept: "text/html" };
  const json = { ...hr, Accept: "application/json", "Content-Type": "application/json" };
  let next = 0;
  const nextPath = () => {
    next = (next + 1) % people.length;
    return `/secondments/${people[next]?.id}/absences`;
  };
  const absence = { class: "personal", from: "2026-12-09", to: "2026-12-09" };
  return {
    "list page": { headers: html, pathOf: () => "/secondments" },
    "own count (JSON)": {
      headers: { ...own, Accept: "application/json" },
      pathOf: () => `/secondments/${shown.id}`,
    },
    "secondment page": { headers: html, pathOf: () => `/secondments/${shown.id}` },
    "secondment page, everybody in turn": {
      headers: html,
      pathOf: () => nextPath().replace("/absences", ""),
    },
    "recording an absence": { headers: json, pathOf: nextPath, body: JSON.stringify(absence) },
  };
}

type Site = { url: string; pids: readonly number[]; by: Record<string, Request> };
type Timed = Round & { usedMs: number };

async function siteOf(url = "", pids = ""): Promise<Site> {
  const ids = pids.split(",").filter((each) => each !== "");
  return { url, pids: ids.map(Number), by: await requestsOf(url) };
}

/** One round, and the processor time of one request. */
async function round({ url, pids, by }: Site, name: string): Promise<Timed> {
  const request = by[name];
  if (!request) throw new Error(name);
  const used = () => pids.reduce((sum, pid) => sum + processorMs(pid), 0);
  const from = used();
  const done = await loadRound(url, request, turns);
  return { ...done, usedMs: (used() - from) / (done.perSecond * turns.seconds) };
}

const old = await siteOf(before, values.beforePids);
const now = await siteOf(after, values.afterPids);
for (const name of Object.keys(now.by)) {
  const rounds: { old: Timed; now: Timed }[] = [];
  for (let at = 0; at <= Number(values.rounds); at += 1)
    rounds.push({ old: await round(old, name), now: await round(now, name) });
  const measured = rounds.slice(1);
  const of = (pick: (pair: (typeof rounds)[number]) => number) => median(measured.map(pick));
  const figures = [
    `${of((pair) => pair.old.perSecond).toFixed(0)} → ${of((pair) => pair.now.perSecond).toFixed(0)} a second`,
    `${of((pair) => pair.now.perSecond / pair.old.perSecond).toFixed(2)} ×`,
    `p99 ${of((pair) => pair.old.p99Ms).toFixed(0)} → ${of((pair) => pair.now.p99Ms).toFixed(0)} ms`,
    `processor time ${of((pair) => pair.old.usedMs).toFixed(2)} → ${of((pair) => pair.now.usedMs).toFixed(2)} ms`,
  ];
  console.log(`${name.padEnd(36)} ${figures.join("   ")}`);
}
