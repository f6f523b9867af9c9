import { checkpointKinds } from "@dunmiao/domain/schemeSchema";
import type { ExecutionCounts } from "@dunmiao/local/machines/executionCounts";
import type { Figure, Section } from "../report.ts";
import { type Account, fates, sumOf } from "./account.ts";
import type { Deeds } from "./year.ts";

/** What a simulation gave. */
export type Simulated = {
  size: number;
  seconds: number;
  bare: number;
  checkSeconds: number;
  deeds: Deeds;
  account: Account & { largestBytes: number };
  memory: readonly number[];
  executions: ExecutionCounts & { executions: number };
  requests: Readonly<Record<string, number>>;
};

const mostTimesBare = 2;
/** Memory is flat when the last quarter of the year needs hardly more than the first. */
const mostGrowth = 1.25;

export function figuresOf(all: Simulated): Section[] {
  return [
    { title: "People and statuses", figures: statusFigures(all), seconds: all.checkSeconds },
    { title: "Checkpoints", figures: checkpointFigures(all), seconds: all.checkSeconds },
    { title: "Rulings, reviews, further terms", figures: rulingFigures(all), seconds: all.checkSeconds },
    { title: "What it took", figures: costFigures(all), seconds: all.seconds },
  ];
}

function statusFigures({ size, account, deeds }: Simulated): Figure[] {
  const { statuses, over, faults } = account;
  return [
    { what: "people in", value: size },
    { what: "further terms begun", value: deeds.further.length },
    ...[...statuses].toSorted(byName).map(([status, value]) => ({ what: `out: ${status}`, value })),
    {
      what: "people by status out",
      value: sumOf(statuses),
      target: { exactly: size + deeds.further.length },
    },
    { what: "over the limit: under review", value: over.underReview },
    { what: "over the limit: ruled not recognised", value: over.notRecognised },
    { what: "what does not reconcile", value: faults.length, target: { exactly: 0 } },
  ];
}

function checkpointFigures({ account: { checkpoints } }: Simulated): Figure[] {
  const of = checkpointKinds.flatMap((kind) => {
    const counts = checkpoints.get(kind);
    if (!counts) return [];
    const parts = fates.flatMap((fate) => (counts.get(fate) ? [`${fate} ${counts.get(fate)}`] : []));
    return [{ what: kind, value: sumOf(counts), note: parts.join(", ") }];
  });
  const all = (fate: (typeof fates)[number]) =>
    [...checkpoints.values()].reduce((sum, counts) => sum + (counts.get(fate) ?? 0), 0);
  const total = [...checkpoints.values()].reduce((sum, counts) => sum + sumOf(counts), 0);
  return [
    ...of,
    ...fates.map((fate) => ({ what: `all: ${fate}`, value: all(fate) })),
    {
      what: "all, accounted for",
      value: fates.reduce((sum, fate) => sum + all(fate), 0),
      target: { exactly: total },
    },
  ];
}

function rulingFigures({ account: { rulings, extensions }, deeds }: Simulated): Figure[] {
  return [
    { what: "rulings in force", value: rulings.inForce },
    { what: "of them by two people", value: rulings.byTwo, target: { exactly: rulings.inForce } },
    { what: "proposals rejected", value: rulings.rejected },
    { what: "reviews answered", value: rulings.reviewed },
    { what: "further terms asked for", value: sumOf(extensions) },
    ...[...extensions].toSorted(byName).map(([state, value]) => ({ what: `requests ${state}`, value })),
    { what: "acts of people", value: deeds.done },
    { what: "put off until something was decided", value: deeds.putOff },
    ...[...deeds.refused].toSorted(byName).map(([code, value]) => ({ what: `refused: ${code}`, value })),
  ];
}

function costFigures({ seconds, bare, memory, executions, requests, account }: Simulated): Figure[] {
  const [first = 0, , , last = 0] = memory;
  return [
    { what: "wall time of the year", value: seconds, unit: "s" },
    { what: "the same GetItem and TransactWriteItems bare", value: bare, unit: "s" },
    { what: "times bare", value: seconds / bare, target: { atMost: mostTimesBare } },
    ...Object.entries(requests)
      .toSorted(byName)
      .map(([name, value]) => ({ what: `requests: ${name}`, value })),
    { what: "executions", value: executions.executions },
    { what: "state transitions", value: executions.stateTransitions },
    ...memory.map((value, at) => ({ what: `resident after quarter ${at + 1}`, value, unit: "MB" })),
    {
      what: "growth from the first quarter to the last",
      value: last / first,
      target: { atMost: mostGrowth },
    },
    {
      what: "largest record at the end",
      value: account.largestBytes,
      unit: "B",
      target: { atMost: 19_999 },
    },
  ];
}

function byName([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return one < other ? -1 : 1;
}
