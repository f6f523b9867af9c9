import { join } from "node:path";
import { presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { calendar } from "../people.ts";
import { progress, timed } from "../progress.ts";
import type { Figure, Section } from "../report.ts";
import type { Rig } from "../rig.ts";
import { writeSurroundings } from "../surroundings.ts";
import { openWorkflows } from "../workflows.ts";
import { pairAccount } from "./pairAccount.ts";
import { livePairs, pairsUntil } from "./pairYear.ts";
import { termFrom } from "./people.ts";
import { kept } from "./year.ts";

const mostFaultsShown = 50;

/** A year of so many mentor pairs through the real state machines, on a table of their own; nothing for none. */
export async function simulatePairs(rig: Rig, count: number): Promise<Section[]> {
  if (count === 0) return [];
  const store = await rig.table("pairs", { withStream: false });
  await writeSurroundings(store, []);
  const clock = { today: termFrom };
  const workflows = await openWorkflows({ store, calendar: kept, dir: join(rig.dir, "pairs") }, clock);
  progress(`${count} pairs from ${termFrom} to ${pairsUntil}`);
  const { result: year, seconds } = await timed(() => livePairs({ store, workflows, clock, count }));
  const { executions } = workflows.counts();
  await workflows.stop();
  const scheme = presetPairSchemes.find(({ id }) => id === "pair-standard");
  if (!scheme) throw new Error("no pair scheme ships");
  const rules = { scheme, calendar };
  const checked = await timed(() => pairAccount(store, { ids: year.ids, today: pairsUntil, rules }));
  const { statuses, headline, largestBytes, faults } = checked.result;
  for (const fault of faults.slice(0, mostFaultsShown)) console.error(`does not reconcile: ${fault}`);
  const lines = (counts: Map<string, number>, said: string): Figure[] =>
    [...counts].toSorted(byName).map(([what, value]) => ({ what: `${said}${what}`, value }));
  const figures: Figure[] = [
    { what: "pairs planned", value: count },
    { what: "begun by a hand-over", value: year.ids.length - count },
    ...lines(statuses, "out: "),
    { what: "pairs of the headline", value: headline.pairs },
    { what: "files", value: headline.files },
    { what: "missing", value: headline.missing },
    ...lines(year.done, "done: "),
    ...lines(year.refused, "refused: "),
    { what: "executions", value: executions },
    { what: "largest record at the end", value: largestBytes, unit: "B", target: { atMost: 19_999 } },
    { what: "what does not reconcile", value: faults.length, target: { exactly: 0 } },
    { what: "wall time of the checks", value: checked.seconds, unit: "s" },
  ];
  return [{ title: "Mentor pairs", figures, seconds }];
}

function byName([one]: readonly [string, number], [other]: readonly [string, number]): number {
  return one < other ? -1 : 1;
}
