import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";
import { firstDay } from "../seeded.ts";
import { peopleToRule } from "./ruledPerson.ts";
import { jsonOf, type Persona, signInAs } from "./site.ts";
import type { YearPlaces } from "./yearPages.ts";

type Todo = { whose: string; href: string; secondment: string };
type Send = (as: Persona, path: string, data: object) => Promise<{ ok: boolean; said: Said }>;
// biome-ignore lint/suspicious/noExplicitAny: what a test reads of an answer, it checks
type Said = any;

const hr = { persona: "hr" };

/** Brings forms, rulings, results and spot checks of the demo cohort into every state; all words look like markup. */
export async function prepareYear(
  context: BrowserContext,
  { cohort, calm, words }: { cohort: string; calm: string; words: string },
): Promise<YearPlaces> {
  const to = { context, words, send: sender(context) };
  const places = {
    ...(await formPlaces(to)),
    proposed: await proposedRuling(to),
    ...(await spotCheckPlaces(to, cohort)),
    ...(await pairPlaces(to, calm)),
    post: await runningPost(to, calm),
  };
  await enterResults(to, { calm, cohort });
  await done(to.send(hr, "/schemes/literal/draft", { version: 3, seen: 0, dutyAreas: areasNamed(words) }));
  await signInAs(context, hr);
  return places;
}

type To = { context: BrowserContext; words: string; send: Send };

function sender(context: BrowserContext): Send {
  return async (as, path, data) => {
    await signInAs(context, as);
    const answer = await context.request.post(path, { headers: { Accept: "application/json" }, data });
    return { ok: answer.ok(), said: await answer.json() };
  };
}

/** What must not be refused. */
async function done(sent: ReturnType<Send>): Promise<Said> {
  const { ok, said } = await sent;
  expect(ok, JSON.stringify(said)).toBe(true);
  return said;
}

async function formPlaces({ context, words, send }: To) {
  const { items }: { items: Todo[] } = await jsonOf(context, "/tasks?whose=all&what=accept-form");
  const [waiting, other] = items.filter(({ whose }) => whose === "branch");
  if (!waiting || !other) throw new Error("no forms wait in the demo cohort");
  const [record, another] = await Promise.all(
    [waiting, other].map(({ secondment }) => jsonOf(context, `/secondments/${secondment}`)),
  );
  const branch = { persona: "branch", unit: record.hostBranch.code };
  const { checkpoint, by } = await jsonOf(context, waiting.href);
  await done(send(branch, `${waiting.href}/return`, { reason: words }));
  const filer = { persona: by, unit: record.hostStation.code };
  return {
    sentBack: { path: waiting.href, as: branch },
    returned: { path: `/secondments/${waiting.secondment}/checkpoints/${checkpoint}/forms/${by}`, as: filer },
    submitted: { path: other.href, as: { persona: "branch", unit: another.hostBranch.code } },
  };
}

/** Somebody over the limit about whom an approver has to decide. */
async function proposedRuling({ context, words, send }: To) {
  await signInAs(context, hr);
  for (const id of await peopleToRule(context)) {
    const path = `/secondments/${id}`;
    const officer = { persona: "officer", serviceNumber: id.slice(-6) };
    if (!(await send(officer, `${path}/statements`, { words })).ok) continue;
    const proposed = await send(hr, `${path}/rulings`, { outcome: "not-recognised", reason: words });
    if (proposed.ok) return { path };
  }
  throw new Error("nobody over the limit can be ruled");
}

async function enterResults({ words, send }: To, { calm, cohort }: { calm: string; cohort: string }) {
  const officer = { persona: "officer", serviceNumber: calm.slice(-6) };
  await done(send(officer, `${calm}/hand-over`, { seen: 0, ongoing: words, advice: `${words}\n第二行` }));
  const award = { level: "commendation", date: firstDay, documentNumber: words, title: words };
  await done(send({ ...hr, person: "2" }, `${calm}/awards`, award));
  const contribution = { kind: "tool", title: words, area: "casework", month: "2026-01" };
  for (let each = 0; each < 2; each += 1) await done(send(officer, `${calm}/contributions`, contribution));
  const headline = { title: words, total: 56, parts: { commendation: 36 }, source: words, on: firstDay };
  await done(send(hr, `${cohort}/awards/headline`, { ...headline, seen: 0 }));
}

async function spotCheckPlaces({ send, words }: To, cohort: string) {
  const check = { cohort: cohort.slice("/cohorts/".length), size: 3 };
  const later = await done(send(hr, "/spot-checks", { ...check, on: "2026-03-05" }));
  const gone = await done(send(hr, "/spot-checks", { ...check, on: "2026-03-06" }));
  await done(send(hr, `/spot-checks/${gone.id}/cancel`, { reason: words }));
  const now = await done(send(hr, "/spot-checks", { ...check, on: firstDay }));
  const revealed = `/spot-checks/${now.id}`;
  const { picks } = await done(send(hr, `${revealed}/reveal`, {}));
  const result = (at: number) => `${revealed}/results/${picks[at].secondmentId}`;
  await done(send(hr, result(0), { outcome: "present" }));
  return {
    committed: { path: `/spot-checks/${later.id}` },
    cancelled: { path: `/spot-checks/${gone.id}` },
    revealed: { path: revealed },
    result: { path: result(1) },
    recorded: { path: `${result(0)}/correct` },
  };
}

/** One that runs, and one that waits for a second person. */
async function pairPlaces({ send }: To, calm: string) {
  const facts = { scheme: "pair-standard", focus: "casework", from: firstDay, leading: "mentor", kin: false };
  const apprentice = calm.slice(-6);
  const two = { mentor: apprentice === "010001" ? "010002" : "010001", apprentice };
  const pair = await done(send(hr, "/pairs", { ...facts, ...two, eligibility: ["years", "rank", "record"] }));
  const other = await done(send(hr, "/pairs", { ...facts, ...two, focus: "technology" }));
  return {
    pair: { path: `/pairs/${pair.id}` },
    proposedPair: { path: `/pairs/${other.id}`, as: { persona: "approver" } },
  };
}

/** A concurrent post that is held, beside a place with nobody. */
async function runningPost({ words, send }: To, calm: string) {
  const school = { kind: "school", name: words, unit: "420102" };
  const places = ["XX-1", "XX-2"].map((code) => ({ ...school, code }));
  await done(send(hr, "/places", { places }));
  const about = { serviceNumber: calm.slice(-6), place: "XX-1", role: "counsellor", appointedBy: words };
  const { id } = await done(send(hr, "/posts", { ...about, from: "2025-09-01", to: "2026-03-31" }));
  await done(send(hr, `/posts/${id}/activities`, { on: firstDay, line: words }));
  return { path: `/posts/${id}` };
}

function areasNamed(words: string): object[] {
  return [{ key: "all", name: { "zh-CN": words, en: words } }];
}
