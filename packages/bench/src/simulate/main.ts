import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { addDays, datesBetween } from "@dunmiao/domain/calendarDate";
import type { Store } from "@dunmiao/store/engine/client";
import { countRequests, type RequestCount } from "@dunmiao/store/engine/countRequests";
import { putItems, putSealed } from "../bulk.ts";
import { residentMb } from "../processMemory.ts";
import { progress, timed } from "../progress.ts";
import { isMet, missed, type Section, tableOf } from "../report.ts";
import { startRig } from "../rig.ts";
import { writeSurroundings } from "../surroundings.ts";
import { openWorkflows } from "../workflows.ts";
import { sumOf } from "./account.ts";
import { bareSeconds, sampleTransactions } from "./bare.ts";
import { accountOf } from "./check.ts";
import { agendaOf } from "./clerks.ts";
import { figuresOf } from "./figures.ts";
import { simulatePairs } from "./pairs.ts";
import { cohortsOf, peopleOf, type SimulatedPerson, termFrom } from "./people.ts";
import { kept, noDeeds, runDays } from "./year.ts";

/** The year, the rulings after it, the showcase and the last day on which it can be missed. */
const lastDay = "2026-11-30";

/** Year and bare requests take turns, so that both meet the same machine. */
const daysInShare = 20;
const quarters = 4;
const mostFaultsShown = 50;

const { values } = parseArgs({
  options: { size: { type: "string", default: "224" }, pairs: { type: "string", default: "60" } },
});
const [size, pairs] = [amount(values.size), amount(values.pairs)];

const rig = await startRig();
try {
  const sections = [...(size === 0 ? [] : await simulate()), ...(await simulatePairs(rig, pairs))];
  for (const section of sections) console.log(`\n${tableOf(section)}`);
  report(sections);
} finally {
  await rig.stop();
}

/** None leaves that part out. */
function amount(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`not a number: ${text}`);
  return number;
}

async function simulate(): Promise<Section[]> {
  const cohorts = cohortsOf(size);
  const store = await rig.table("simulate", { withStream: false });
  await writeSurroundings(store, cohorts);
  const { ids, agenda } = await writePeople(store, [...peopleOf(cohorts, size)]);
  const clock = { today: termFrom };
  const workflows = await openWorkflows({ store, calendar: kept, dir: join(rig.dir, "executions") }, clock);
  const lived = await live({ store, workflows, clock, agenda });
  const executions = workflows.counts();
  await workflows.stop();
  const of = { ids, further: lived.deeds.further, cohorts: cohorts.map(({ id }) => id), today: lastDay };
  const { result: account, seconds: checkSeconds } = await timed(() => accountOf(store, of));
  for (const fault of account.faults.slice(0, mostFaultsShown)) console.error(`does not reconcile: ${fault}`);
  progress(`${sumOf(account.statuses)} records read back`);
  return figuresOf({ ...lived, size, account, checkSeconds, executions });
}

async function writePeople(store: Store, people: readonly SimulatedPerson[]) {
  await putSealed(
    store,
    people.map(({ sealed }) => sealed),
  );
  await putItems(store, people.flatMap(({ claims }) => claims).values());
  return { ids: people.map(({ sealed }) => sealed.record.id), agenda: agendaOf(people) };
}

/** Everything from the day before the term to the last day, and as many bare requests after each share of the days. */
async function live(run: Parameters<typeof runDays>[0]) {
  const [count, sampled] = [countRequests(run.store), sampleTransactions(run.store)];
  const bareStore = await rig.table("bare", { withStream: false });
  const [deeds, memory] = [noDeeds(), [] as number[]];
  let [seconds, bare, sent] = [0, 0, requestsOf(count)];
  const days = datesBetween(addDays(termFrom, -1), lastDay);
  progress(`${size} people from ${days[0]} to ${lastDay}`);
  for (let at = 0; at < days.length; at += daysInShare) {
    const share = days.slice(at, at + daysInShare);
    seconds += (await timed(() => runDays(run, deeds, share))).seconds;
    const now = requestsOf(count);
    const alone = { gets: now.gets - sent.gets, transactions: now.transactions - sent.transactions };
    bare += await bareSeconds(bareStore, sampled.take(), alone);
    sent = now;
    const quarter = Math.floor(((at + share.length) * quarters) / days.length);
    while (memory.length < quarter) memory.push(residentMb(process.pid));
    progress(`${share.at(-1)}: ${deeds.done} acts, ${seconds.toFixed(0)} s, bare ${bare.toFixed(0)} s`);
  }
  sampled.stop();
  count.stop();
  return { seconds, bare, deeds, memory, requests: count.requests };
}

function requestsOf({ requests }: RequestCount): { gets: number; transactions: number } {
  return { gets: requests.GetItem ?? 0, transactions: requests.TransactWriteItems ?? 0 };
}

function report(sections: readonly Section[]): void {
  const root = join(import.meta.dirname, "../../../..");
  const file = join(root, "build", "simulate.json");
  const shown = sections.map((section) => ({
    ...section,
    figures: section.figures.map((figure) => ({ ...figure, met: isMet(figure) })),
  }));
  mkdirSync(join(root, "build"), { recursive: true });
  const machine = { node: process.version, cpus: cpus().length, engine: rig.engineName };
  writeFileSync(file, `${JSON.stringify({ size, pairs, machine, sections: shown }, null, 2)}\n`);
  const misses = missed(sections);
  console.log(
    `\nFigures in ${relative(process.cwd(), file)}; Node ${machine.node}, engine ${rig.engineName}.`,
  );
  for (const { what } of misses) console.log(`does not hold: ${what}`);
  process.exitCode = misses.length > 0 ? 1 : 0;
}
