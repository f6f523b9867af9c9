import { join } from "node:path";
import type { Secondment } from "@dunmiao/domain/secondment";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { countRequests, type RequestCount } from "@dunmiao/store/engine/countRequests";
import { putSealed } from "./bulk.ts";
import { calendar, cohortNumber, cohortSize, copiesIn, liveCohort, plannedPeople, today } from "./people.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";
import type { Rig } from "./rig.ts";
import { openWorkflows, type Workflows } from "./workflows.ts";

const dueToday = 50;
const reading = ["GetItem", "Query", "BatchGetItem", "TransactGetItems", "Scan"];

/** What one daily sweep took. */
type SweepCost = {
  active: number;
  count: RequestCount;
  executions: ReturnType<Workflows["counts"]>;
  seconds: number;
};

/** One daily sweep over ever more people of whom the same 50 are due; hands over the largest table. */
export async function sweepSection(
  rig: Rig,
  cohortCounts: readonly number[],
): Promise<{ figures: Figure[]; largest: Store }> {
  const restful = liveCohort(cohortNumber(1), today)
    .filter(({ recordItem }) => String(recordItem.dueAt) > `${today}~`)
    .map(({ record }) => record);
  const costs: SweepCost[] = [];
  let largest: Store | undefined;
  for (const cohorts of cohortCounts) {
    const active = cohorts * cohortSize;
    progress(`sweep: writing ${active} secondments`);
    largest = await rig.table(`bench-${active}`, { withStream: false });
    await putSealed(largest, population(restful, active));
    progress(`sweep: one day over ${active} secondments`);
    costs.push(await sweepOnce(largest, join(rig.dir, `executions-${active}`), active));
  }
  if (!largest) throw new Error("no size to sweep");
  return { figures: figuresOf(costs), largest };
}

function* population(restful: readonly Secondment[], active: number) {
  yield* plannedPeople(cohortNumber(999, today), dueToday, 900_001);
  const resting = Array.from({ length: cohortSize }, (_, at) => restful[at % restful.length]).filter(
    (each) => each !== undefined,
  );
  for (let written = dueToday, n = 1; written < active; n += 1) {
    const share = resting.slice(0, Math.min(cohortSize, active - written));
    yield* copiesIn(cohortNumber(n), share, n * 1_000);
    written += share.length;
  }
}

async function sweepOnce(store: Store, dir: string, active: number): Promise<SweepCost> {
  const workflows = await openWorkflows(
    { store, calendar: cached(async () => calendar, 3600), dir },
    { today },
  );
  const count = countRequests(store, { withCapacity: true });
  const from = performance.now();
  await workflows.run("daily-sweep", `daily-sweep-${today}`, {});
  const seconds = (performance.now() - from) / 1000;
  count.stop();
  const executions = workflows.counts();
  await workflows.stop();
  return { active, count, executions, seconds };
}

function figuresOf(costs: readonly SweepCost[]): Figure[] {
  const figures = costs.flatMap(({ active, count, executions, seconds }): Figure[] => {
    const at = (what: string) => `${active} active, ${dueToday} due: ${what}`;
    return [
      { what: at("read requests"), value: reads(count.requests) },
      { what: at("read units"), value: reads(count.unitsByCommand) },
      { what: at("write requests"), value: writes(count.requests) },
      { what: at("write units"), value: writes(count.unitsByCommand) },
      { what: at("executions"), value: executions.executions, target: { exactly: dueToday + 1 } },
      { what: at("state transitions"), value: executions.stateTransitions },
      { what: at("history events"), value: executions.historyEvents },
      { what: at("wall time"), value: seconds, unit: "s" },
    ];
  });
  const [first, last] = [costs[0], costs.at(-1)];
  if (!first || !last) return figures;
  const growth = (of: (cost: SweepCost) => number) => of(last) / of(first);
  const target = { atMost: 1.05 };
  const label = `${first.active} → ${last.active}: growth of`;
  return [
    ...figures,
    { what: `${label} read requests`, value: growth(({ count }) => reads(count.requests)), target },
    { what: `${label} read units`, value: growth(({ count }) => reads(count.unitsByCommand)), target },
    {
      what: `${label} state transitions`,
      value: growth(({ executions }) => executions.stateTransitions),
      target,
    },
  ];
}

function reads(byCommand: Record<string, number>): number {
  return sum(byCommand, (command) => reading.includes(command));
}

function writes(byCommand: Record<string, number>): number {
  return sum(byCommand, (command) => !reading.includes(command));
}

function sum(byCommand: Record<string, number>, wanted: (command: string) => boolean): number {
  return Object.entries(byCommand).reduce(
    (total, [command, count]) => total + (wanted(command) ? count : 0),
    0,
  );
}
