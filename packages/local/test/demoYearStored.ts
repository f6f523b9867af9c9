import { planSecondment } from "@dunmiao/domain/planSecondment";
import { type Acting, stampOf } from "@dunmiao/store/acting";
import { createCohort } from "@dunmiao/store/cohort";
import { commitAll } from "@dunmiao/store/commit";
import { officerClaimKey, postClaimKey } from "@dunmiao/store/keys";
import { officerChange } from "@dunmiao/store/officer";
import { loadRecord } from "@dunmiao/store/record";
import { seal } from "@dunmiao/store/seal";
import {
  changeSecondment,
  deriveSecondment,
  loadWithSummary,
  secondmentNoun,
} from "@dunmiao/store/secondment";
import { openEmptyWorld, type World } from "../../workflow/test/support/world.ts";
import type { Act } from "../src/demo/acts.ts";
import {
  days,
  type Ends,
  endOf,
  from,
  ground,
  isSwept,
  type Person,
  type SweepDays,
  to,
} from "./demoYear.ts";

/** The year in the product's own table: people act through the store, `sweep` is the workflow of the world's day. */
export async function yearInStore(
  world: World,
  people: readonly Person[],
  when: { sweepDays: SweepDays; sweep: (world: World) => Promise<unknown> },
): Promise<Ends> {
  for (const [index, day] of days.entries()) {
    world.clock.today = day;
    if (isSwept(when.sweepDays, day, index)) await when.sweep(world);
    const busy = people.filter(({ acts }) => acts.some(({ on }) => on === day));
    await atOnce(busy, async ({ id, acts }) => {
      for (const act of acts) if (act.on === day) await doAct(world, id, act);
    });
  }
  const ends = people.map(async ({ id }) => {
    const found = await loadWithSummary(world.store, id);
    if (!found) throw new Error(`no secondment ${id}`);
    return [id, endOf(found.record, found.summary)] as const;
  });
  return new Map(await Promise.all(ends));
}

/** A world in which the people are planned and nothing has happened yet. */
export async function plant(people: readonly Person[]): Promise<World> {
  const world = await openEmptyWorld("2025-02-01");
  const input = { name: "demo", scheme: "literal", startsOn: from };
  await createCohort(world.acting(), input, { id: "demo" });
  for (let start = 0; start < people.length; start += 15)
    await plantPeople(world.acting(), people.slice(start, start + 15));
  return world;
}

async function plantPeople(acting: Acting, people: readonly Person[]): Promise<void> {
  const stamp = stampOf(acting, ground.calendar);
  const derive = deriveSecondment(ground.calendar);
  const sealed = people.flatMap(({ id, plan }) => {
    const [planned, officer] = [planSecondment(plan, ground), officerChange(plan.officer, undefined)];
    if (!planned.ok || !officer.ok || !officer.value) throw new Error(`${id} is not planned`);
    return [seal({ noun: secondmentNoun, ...planned.value, derive }, stamp), seal(officer.value, stamp)];
  });
  const claims = people.flatMap(({ id, plan: { officer, hostStation, post } }) => {
    const periods = [{ secondmentId: id, from, to }];
    const keys = [officerClaimKey(officer.serviceNumber), postClaimKey(hostStation, post)];
    return keys.map((key) => ({ key, seen: 0, periods }));
  });
  const { outcome } = await commitAll(acting.store, sealed, { claims });
  if (outcome !== "committed") throw new Error(outcome);
}

async function doAct(world: World, id: string, { by, rule }: Act): Promise<void> {
  const found = await loadRecord(world.store, secondmentNoun, id);
  if (!found) throw new Error(`no secondment ${id}`);
  const changed = await changeSecondment(world.acting(by(found, ground)), { id, rule });
  if (changed.outcome !== "committed")
    throw new Error(`${id} on ${world.clock.today}: ${JSON.stringify(changed)}`);
}

/** Four at a time, as many as the runner lets run. */
export async function atOnce<T>(all: Iterable<T>, work: (each: T) => Promise<unknown>): Promise<void> {
  const waiting = all[Symbol.iterator]();
  const worker = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}
