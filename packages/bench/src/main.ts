import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { putSealed } from "./bulk.ts";
import { costSection } from "./cost.ts";
import { drawingSection } from "./drawing.ts";
import { entrySection } from "./entry.ts";
import { fullLedgerSection } from "./fullLedger.ts";
import { functionsSection } from "./functions.ts";
import { heavyBodySection } from "./heavyBodies.ts";
import { importSection } from "./importing.ts";
import { loadSection } from "./load.ts";
import { matchingSection } from "./matching.ts";
import { manyPairsSection, pairSection } from "./pairs.ts";
import { cohortNumber, liveCohort, today } from "./people.ts";
import { timed } from "./progress.ts";
import { type Figure, isMet, missed, type Section, tableOf } from "./report.ts";
import { startRig } from "./rig.ts";
import { scanSection } from "./scan.ts";
import { sizeSection } from "./sizes.ts";
import { writeSurroundings } from "./surroundings.ts";
import { sweepSection } from "./sweep.ts";
import { weightSection } from "./weight.ts";
import { yearSection } from "./year.ts";

const { quick, only } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string", default: "" } },
}).values;
const plan = quick
  ? {
      cohorts: [1, 10],
      rows: 500,
      days: 60,
      load: { rounds: 2, seconds: 1 },
      imports: 5,
      matched: [200, 1_000],
      pairs: 5_000,
    }
  : {
      cohorts: [1, 10, 100],
      rows: 2_000,
      days: 365,
      load: { rounds: 5, seconds: 1 },
      imports: 15,
      matched: [200, 1_000, 2_000],
      pairs: 25_000,
    };

const sections: Section[] = [];

/** Measures one section, prints its table at once and keeps it for the file; none whose title lacks the words of `--only`. */
async function measure(title: string, work: () => Promise<Figure[]>): Promise<void> {
  if (!title.toLowerCase().includes(only.toLowerCase())) return;
  const { result: figures, seconds } = await timed(work);
  sections.push({ title, figures, seconds });
  console.log(`\n${tableOf({ title, figures, seconds })}`);
}

const rig = await startRig();
try {
  const demo = await rig.table("bench-demo");
  const people = liveCohort(cohortNumber(1), today);
  await putSealed(demo, people);
  await writeSurroundings(demo, [cohortNumber(1)]);
  const usual = people.find(({ record }) => record.absences.length === 4)?.record.id ?? "";
  await measure("Entry of the web function", () => entrySection(rig, plan.imports));
  await measure("Functions of the workflow", () => functionsSection(rig.dir, plan.imports));
  await measure("Load: product beside floor", () => loadSection(plan.load));
  await measure("Requests and capacity of an action", () => costSection(demo));
  const paired = await rig.table("bench-pairs");
  await measure("Mentor pairs", () => pairSection(paired));
  await measure("Many more pairs", () => manyPairsSection(paired, plan.pairs));
  await measure("Weight of pages", () => weightSection(demo, usual));
  await measure("Drawing, and the end", () => drawingSection(rig));
  await measure("One officer with a full ledger", () => fullLedgerSection(demo));
  await measure("Bodies as large and as deep as can be", () => heavyBodySection(demo));
  await measure("Matching of mentors", () => matchingSection(plan.matched));
  await measure("Import of a cohort", () => importSection(plan.rows));
  let year: Awaited<ReturnType<typeof yearSection>> | undefined;
  await measure("A simulated year", async () => {
    year = await yearSection(rig, plan.days);
    return year.figures;
  });
  await measure("Sizes", async () => (year ? sizeSection(year.store, year.ids) : []));
  const most = plan.cohorts.at(-1) ?? 1;
  let largest: Awaited<ReturnType<typeof sweepSection>>["largest"] | undefined;
  await measure("One daily sweep", async () => {
    const swept = await sweepSection(rig, plan.cohorts);
    largest = swept.largest;
    return swept.figures;
  });
  await measure(`${most} cohorts without a scan`, async () => (largest ? scanSection(largest, most) : []));
} finally {
  await rig.stop();
}
report();

function report(): void {
  const root = join(import.meta.dirname, "../../..");
  const file = join(root, "build", quick || only !== "" ? "bench-quick.json" : "bench.json");
  const machine = { node: process.version, cpus: cpus().length, memoryGb: Math.round(totalmem() / 1e9) };
  const shown = sections.map((section) => ({
    ...section,
    figures: section.figures.map((figure) => ({ ...figure, met: isMet(figure) })),
  }));
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(
    file,
    `${JSON.stringify({ quick, machine, engine: rig.engineName, sections: shown }, null, 2)}\n`,
  );
  const misses = missed(sections);
  console.log(
    `\nFigures in ${relative(process.cwd(), file)}; Node ${machine.node}, ${machine.cpus} processors, engine ${rig.engineName}.`,
  );
  for (const { what } of misses) console.log(`target missed: ${what}`);
  console.log(
    `${sections.flatMap(({ figures }) => figures.filter((each) => each.target)).length} targets, ${misses.length} missed`,
  );
  process.exitCode = misses.length > 0 ? 1 : 0;
}
