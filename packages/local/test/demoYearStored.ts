import { createCohort } from "@dunmiao/store/changeCohort";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadWithSummary, secondmentNoun } from "@dunmiao/store/secondment";
import { plantPeople } from "../../workflow/test/support/plant.ts";
import { openEmptyWorld, type World } from "../../workflow/test/support/world.ts";
import type { Act } from "../src/demo/acts.ts";
import { days, type Ends, endOf, from, ground, isSwept, type Person, type SweepDays } from "./demoYear.ts";

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
  await plantPeople(
    world.acting(),
    people.map(({ plan }) => plan),
    ground,
  );
  return world;
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
