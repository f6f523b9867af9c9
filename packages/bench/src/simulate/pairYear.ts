import { datesBetween } from "@dunmiao/domain/calendarDate";
import type { Pair } from "@dunmiao/domain/pair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { type Random, randomFrom } from "@dunmiao/local/demo/random";
import { demoActor } from "@dunmiao/local/desk/personas";
import { changePair, handOver, substituteMentor } from "@dunmiao/store/changePair";
import { createPair } from "@dunmiao/store/createPair";
import type { Acting } from "@dunmiao/store/engine/acting";
import { loadItems } from "@dunmiao/store/engine/batchGet";
import type { Store } from "@dunmiao/store/engine/client";
import { recordKey } from "@dunmiao/store/engine/keys";
import { loadRecord, parseRecord } from "@dunmiao/store/engine/record";
import { openRecord } from "@dunmiao/store/engine/storedText";
import { officerNoun } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { newestPairScheme } from "@dunmiao/store/pairScheme";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { listUnits, type Units } from "@dunmiao/store/unit";
import { progress } from "../progress.ts";
import type { Workflows } from "../workflows.ts";
import { addOne, sumOf } from "./account.ts";
import { deedsOf, type PairDeed } from "./pairDeeds.ts";
import { termFrom } from "./people.ts";
import { kept } from "./year.ts";

/** The year, and what comes after it: late tests, objections. */
export const pairsUntil = "2026-10-15";
/** Some mornings nobody sweeps: what a missed day leaves behind, the next sweep does. */
const sweptDays = 0.85;
/** Refusals that mean that the world is broken, and no ordinary no. */
const never = ["not-found", "forbidden", "record-busy", "required"];

export type PairRun = { store: Store; workflows: Workflows; clock: { today: string }; count: number };
/** Ids of all pairs, acts done by name and refused by code. */
export type PairYear = { ids: string[]; done: Map<string, number>; refused: Map<string, number> };
type World = PairRun & {
  scheme: PairScheme;
  units: Units;
  random: Random;
  year: PairYear;
  people: number;
  /** Pairs as they were read last: on most days nothing happens to one, and it is not parsed again. */
  known: Map<string, { stored: unknown; pair: Pair }>;
};

const hr = demoActor("hr");
const focuses = ["casework", "public-service", "technology"];

/** Plans so many pairs on the first day, two for every third mentor, and lives through the year day by day. */
export async function livePairs(run: PairRun): Promise<PairYear> {
  const scheme = await newestPairScheme(run.store, "pair-standard");
  if (!scheme) throw new Error("no pair scheme ships");
  const year: PairYear = { ids: [], done: new Map(), refused: new Map() };
  const random = randomFrom(run.count);
  const units = await listUnits(run.store);
  const world: World = { ...run, scheme, units, random, year, people: 0, known: new Map() };
  run.clock.today = termFrom;
  await begin(world);
  for (const day of datesBetween(termFrom, pairsUntil)) {
    run.clock.today = day;
    if (random.chance(sweptDays) || day === pairsUntil)
      await run.workflows.run("daily-sweep", `pairs-${day}`, {});
    for (const pair of await presentPairs(world)) await live(world, pair);
    if (day.endsWith("-01")) progress(`pairs on ${day}: ${sumOf(year.done)} acts`);
  }
  await run.workflows.run("daily-sweep", `pairs-${pairsUntil}-last`, {});
  return year;
}

function acting({ store, clock }: World, actor: Acting["actor"]): Acting {
  return { store, calendar: kept, actor, today: clock.today, now: `${clock.today}T04:00:00.000Z` };
}

async function begin(world: World): Promise<void> {
  const { count, random, scheme, units, year } = world;
  let mentor = "";
  for (let at = 0; at < count; at += 1) {
    if (at % 3 !== 1) mentor = await newPerson(world);
    const facts = { mentor, apprentice: await newPerson(world), focus: random.pick(focuses), from: termFrom };
    const eligibility = scheme.eligibility.map(({ key }) => key).slice(random.chance(0.1) ? 1 : 0);
    const input = { ...facts, leading: "apprentice" as const, eligibility, kin: false };
    const id = `year-pair-${at + 1}`;
    const planned = await createPair(acting(world, hr), input, { id, scheme, units });
    if (planned.outcome !== "committed") throw new Error(`${id}: ${planned.outcome}`);
    year.ids.push(id);
  }
}

/** Somebody of any station, office or branch, put on file; everybody is known by a number only. */
async function newPerson(world: World): Promise<string> {
  world.people += 1;
  const serviceNumber = String(700_000 + world.people);
  const facts = {
    name: `民警${serviceNumber}`,
    sex: "male",
    birthMonth: "1990-05",
    kind: "officer",
  } as const;
  const saved = await saveOfficer(acting(world, hr), { ...facts, serviceNumber, homeUnit: unitOf(world) });
  if (saved.outcome !== "committed") throw new Error(`${serviceNumber}: ${saved.outcome}`);
  return serviceNumber;
}

function unitOf({ units, random }: World): string {
  return random.pick([...units.values()].filter(({ kind }) => kind !== "bureau")).id;
}

/** All pairs as they stand in the morning, in the order in which they began: what happens meanwhile, the rules see. */
async function presentPairs({ store, year, known }: World): Promise<Pair[]> {
  const keys = year.ids.map((id) => recordKey("pair", id));
  const items = new Map((await loadItems(store, keys)).map((item) => [item.pk, item]));
  return year.ids.map((id) => {
    const item = items.get(recordKey("pair", id).pk) ?? {};
    const before = known.get(id);
    if (before && before.stored === item.record) return before.pair;
    const pair = parseRecord(pairNoun, id, openRecord(item).record);
    known.set(id, { stored: item.record, pair });
    return pair;
  });
}

async function live(world: World, pair: Pair): Promise<void> {
  const { clock, scheme, random, year } = world;
  const { id } = pair;
  for (const deed of deedsOf(pair, { today: clock.today, scheme, random })) {
    const refused = await perform(world, pair, deed);
    if (refused === undefined) addOne(year.done, deed.what);
    else if (never.includes(refused)) throw new Error(`${id} on ${clock.today}: ${deed.what} ${refused}`);
    else addOne(year.refused, `${deed.what}: ${refused}`);
  }
}

/** Does it as the product does; answers the code of a refusal. */
async function perform(world: World, pair: Pair, deed: PairDeed): Promise<string | undefined> {
  const { id } = pair;
  if ("rule" in deed) return codeOf(await changePair(acting(world, deed.by), { id, rule: deed.rule }));
  const by = acting(world, hr);
  const { units, scheme, year } = world;
  const { from, to } = deed;
  switch (deed.what) {
    case "mentor moves":
      return move(world, pair.mentor.officer.serviceNumber);
    case "mentor on leave":
      return codeOf(await substituteMentor(by, { why: "leave", from, to }, { id, units }));
    case "substitute": {
      const substitute = await newPerson(world);
      const last = pair.term.to < (to ?? from) ? pair.term.to : to;
      return codeOf(await substituteMentor(by, { why: "leave", from, to: last, substitute }, { id, units }));
    }
    case "hand-over": {
      const next = `${id}-n`;
      const eligibility = scheme.eligibility.map(({ key }) => key);
      const input = { mentor: await newPerson(world), from, reason: "师傅离岗", eligibility, kin: false };
      const refused = codeOf(await handOver(by, input, { id, next, units }));
      if (refused === undefined) year.ids.push(next);
      return refused;
    }
  }
}

async function move(world: World, number: string): Promise<string | undefined> {
  const officer = await loadRecord(world.store, officerNoun, number);
  if (!officer) throw new Error(`nobody ${number}`);
  const { id: serviceNumber, name, sex, birthMonth, kind } = officer;
  const facts = { serviceNumber, name, sex, birthMonth, kind };
  return codeOf(await saveOfficer(acting(world, hr), { ...facts, homeUnit: unitOf(world) }));
}

function codeOf(changed: Awaited<ReturnType<typeof changePair>> | Awaited<ReturnType<typeof saveOfficer>>) {
  return changed.outcome === "refused" ? (changed.refusals[0]?.code ?? "refused") : undefined;
}
