import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { addDays } from "@dunmiao/domain/calendarDate";
import { countRequests } from "@dunmiao/store/countRequests";
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
import { cohortsOf, peopleOf, termFrom } from "./people.ts";
import { kept, runDays } from "./year.ts";

/** The year, the rulings after it, the showcase and the last day on which it can be missed. */
const lastDay = "2026-11-30";

const { size: sizeText } = parseArgs({ options: { size: { type: "string", default: "224" } } }).values;
const size = Number(sizeText);
if (!Number.isInteger(size) || size < 1) throw new RangeError(`not a number of people: ${sizeText}`);

const rig = await startRig();
try {
  const sections = await simulate();
  for (const section of sections) console.log(`\n${tableOf(section)}`);
  report(sections);
} finally {
  await rig.stop();
}

async function simulate(): Promise<Section[]> {
  const store = await rig.table("simulate", { withStream: false });
  const cohorts = cohortsOf(size);
  await writeSurroundings(store, cohorts);
  const people = [...peopleOf(cohorts, size)];
  await putSealed(
    store,
    people.map(({ sealed }) => sealed),
  );
  await putItems(store, people.flatMap(({ claims }) => claims).values());
  const agenda = agendaOf(people);
  const ids = people.map(({ sealed }) => sealed.record.id);
  people.length = 0;
  const clock = { today: termFrom };
  const workflows = await openWorkflows({ store, calendar: kept, dir: join(rig.dir, "executions") }, clock);
  const count = countRequests(store);
  const sampled = sampleTransactions(store);
  const memory: number[] = [];
  const onQuarter = () => memory.push(residentMb(process.pid));
  progress(`${size} people from ${termFrom} to ${lastDay}`);
  const run = { store, workflows, clock, agenda, onQuarter };
  const { result: deeds, seconds } = await timed(() => runDays(run, addDays(termFrom, -1), lastDay));
  sampled.stop();
  count.stop();
  const executions = workflows.counts();
  await workflows.stop();
  const { GetItem: gets = 0, TransactWriteItems: transactions = 0 } = count.requests;
  progress(`the same ${gets} reads and ${transactions} transactions bare`);
  const bare = await bareSeconds(await rig.table("bare", { withStream: false }), sampled.samples, {
    gets,
    transactions,
  });
  const { result: account, seconds: checkSeconds } = await timed(() =>
    accountOf(store, { ids, further: deeds.further, cohorts: cohorts.map(({ id }) => id), today: lastDay }),
  );
  for (const fault of account.faults.slice(0, 50)) console.error(`does not reconcile: ${fault}`);
  progress(`${sumOf(account.statuses)} records read back`);
  return figuresOf({
    size,
    seconds,
    bare,
    checkSeconds,
    deeds,
    account,
    memory,
    executions,
    requests: count.requests,
  });
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
  writeFileSync(file, `${JSON.stringify({ size, machine, sections: shown }, null, 2)}\n`);
  const misses = missed(sections);
  console.log(
    `\nFigures in ${relative(process.cwd(), file)}; Node ${machine.node}, engine ${rig.engineName}.`,
  );
  for (const { what } of misses) console.log(`does not hold: ${what}`);
  process.exitCode = misses.length > 0 ? 1 : 0;
}
