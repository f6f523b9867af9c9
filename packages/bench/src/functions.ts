import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { bundle } from "./entry.ts";
import { importMs } from "./freshProcess.ts";
import { median } from "./median.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";

const entries = join(import.meta.dirname, "../../workflow/src/lambda");
/** What the entries share; they are no functions. */
const shared = ["clock", "environment", "starting"];

/** Bundle size and import time of every function of the workflow, each in processes of its own. */
export async function functionsSection(dir: string, runs: number): Promise<Figure[]> {
  const names = readdirSync(entries)
    .map((file) => basename(file, ".ts"))
    .filter((name) => !shared.includes(name));
  const figures: Figure[] = [];
  for (const name of names) {
    progress(`functions: ${name}`);
    const { file, bytes } = await bundle(join(entries, `${name}.ts`), join(dir, `function-${name}`));
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await importMs(file));
    const note = `import ${median(times).toFixed(0)} ms`;
    figures.push({ what: `${name}: bundle`, value: bytes / 1000, unit: "kB", target: { atMost: 900 }, note });
  }
  return figures;
}
