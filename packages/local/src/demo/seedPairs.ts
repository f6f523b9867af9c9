import { setTimeout } from "node:timers/promises";
import type { OfficerInput } from "@dunmiao/domain/officer";
import type { PairRules } from "@dunmiao/domain/pair/ground";
import { type Acting, stampOf } from "@dunmiao/store/engine/acting";
import { commitAll } from "@dunmiao/store/engine/commit";
import { loadRecord } from "@dunmiao/store/engine/record";
import { seal } from "@dunmiao/store/engine/seal";
import type { Beside } from "@dunmiao/store/engine/writes";
import { claimIdentity } from "@dunmiao/store/numberClaims";
import { officerChange } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { type Hold, holdsOf } from "@dunmiao/store/pairClaims";
import { newestPairScheme } from "@dunmiao/store/pairScheme";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { listUnits, type Units } from "@dunmiao/store/unit";
import { demoActor } from "../desk/personas.ts";
import { enteredOn } from "./enteredOn.ts";
import { type MentorPlot, pairPlots } from "./pairPlot.ts";
import { type PairStory, pairStoryOf } from "./pairStory.ts";
import { pairUnits } from "./pairUnits.ts";
import { noon } from "./record.ts";
import { putPlainly } from "./seed.ts";

/** Mentors between two pauses: somebody may be using the product. */
const pageSize = 20;
const pauseMs = 25;
const eventsInTransaction = 8;

type Seeding = {
  to: Pick<Acting, "store" | "calendar">;
  today: string;
  count: number;
  isStopped: () => boolean;
};

/**
 * Writes the demo's pairs while the product serves, a page of mentors at a time: each mentor with their pairs, people and
 * claims is one transaction. What an earlier, interrupted run wrote stays. Answers whether all are there.
 */
export async function seedPairs({ to, today, count, isStopped }: Seeding): Promise<boolean> {
  const scheme = await newestPairScheme(to.store, "pair-standard");
  if (!scheme) throw new Error("demo: no pair scheme");
  const plots = pairPlots(today, count);
  const acting = { ...to, actor: demoActor("hr"), today, now: today + noon };
  for (const unit of count === 0 ? [] : pairUnits.flat()) {
    const saved = await saveUnit(acting, unit);
    if (saved.outcome === "refused") throw new Error(`demo: unit ${unit.code} was refused`);
  }
  const units = await listUnits(to.store);
  const rules = { scheme, calendar: await to.calendar.current() };
  for (let at = 0; at < plots.length; at += pageSize) {
    for (const plot of plots.slice(at, at + pageSize)) {
      if (isStopped()) return false;
      await writeMentor(acting, plot, { rules, units });
    }
    await setTimeout(pauseMs);
  }
  return true;
}

async function writeMentor(
  acting: Acting,
  { mentor, pairs }: MentorPlot,
  { rules, units }: { rules: PairRules; units: Units },
): Promise<void> {
  const { store, today } = acting;
  const [first] = pairs;
  if (!first || (await loadRecord(store, pairNoun, first.id))) return;
  const stamp = stampOf(acting, rules.calendar);
  const people = [mentor, ...pairs.map(({ apprentice }) => apprentice)];
  const officers = people.map((each) => seal(newPerson(each), stamp));
  const stories = pairs.map((plot, at) =>
    enteredOn(
      pairStoryOf(plot, officers[0]?.record ?? lost(plot.id), officers[at + 1]?.record ?? lost(plot.id), {
        rules,
        units,
        today,
      }),
      today,
    ),
  );
  for (const story of stories)
    await putPlainly(store, [...story.eventItems.slice(0, -eventsInTransaction), ...story.textItems]);
  const short = stories.map((story) => ({
    ...story,
    eventItems: story.eventItems.slice(-eventsInTransaction),
  }));
  const identities = await Promise.all(
    people.map((each) => claimIdentity(store, each, { apartFrom: [], isRead: false })),
  );
  const beside = identities.flatMap((each) => (each.ok ? each.value : lost(first.id)));
  const written = await commitAll(store, [...short, ...officers], {
    beside: [...beside, ...heldBy(stories)],
  });
  if (written.outcome !== "committed" && written.outcome !== "exists")
    throw new Error(`demo: ${first.id} was not written: ${written.outcome}`);
}

function lost(id: string): never {
  throw new Error(`demo: ${id} is somebody else's`);
}

function newPerson(input: OfficerInput) {
  const change = officerChange(input, undefined);
  if (!change.ok || !change.value) throw new Error(`demo: officer ${input.serviceNumber} was refused`);
  return change.value;
}

/** The claims of several pairs: those on one person are one item. */
function heldBy(stories: readonly PairStory[]): Beside[] {
  const holds = Map.groupBy(
    stories.flatMap(({ record }) => holdsOf(record)),
    ({ key }: Hold) => key.pk,
  );
  return [...holds.values()].flatMap((all) => {
    const [one] = all;
    if (!one) return [];
    const periods = all
      .map(({ held }) => held)
      .toSorted((a, b) => (`${a.from}${a.pairId}` < `${b.from}${b.pairId}` ? -1 : 1));
    return [{ put: { ...one.key, version: 1, periods }, onlyOver: "nothing" as const }];
  });
}
