import { demoActor } from "@dunmiao/local/personas";
import type { Store } from "@dunmiao/store/client";
import { deepestBody, mostMembers } from "@dunmiao/web/members";
import { openApp } from "./app.ts";
import { median } from "./median.ts";
import type { Figure } from "./report.ts";

/** As much as the product takes of a body. */
const bytes = 5_000_000;
const times = 5;
const json = "application/json";
const form = "application/x-www-form-urlencoded";

/** A body at its caps, and bodies beyond them, each beside the cost of parsing nothing but five megabytes of nesting. */
export async function heavyBodySection(store: Store): Promise<Figure[]> {
  const { sendRaw } = await openApp(store);
  const send = await sendRaw(demoActor("hr"));
  const nesting = `{"a":${"[".repeat(bytes / 2 - 4)}${"]".repeat(bytes / 2 - 4)}}`;
  const bare = await processorTime(() => JSON.parse(nesting));
  const cases: readonly (readonly [string, string, string])[] = [
    ["nothing but nesting", json, nesting],
    ["members without end", json, `{"a":[${"{},".repeat(bytes / 3 - 4)}0]}`],
    ["as many members as may be, 5 MB in all", json, fullObject()],
    ["as many nested lists as may be", json, fullNesting()],
    ["fields without end", form, "a=1&".repeat(bytes / 4)],
    ["as many fields as may be, 5 MB in all", form, fullForm()],
  ];
  const figures: Figure[] = [{ what: "5 MB of nesting, parsed bare", value: bare, unit: "ms" }];
  for (const [what, type, body] of cases) {
    const cost = await processorTime(() => send("/cohorts", type, body));
    const note = `${cost.toFixed(0)} ms`;
    figures.push({ what: `${what}, beside that`, value: cost / bare, target: { atMost: 1 }, note });
  }
  return figures;
}

function fullObject(): string {
  const value = "值".repeat(Math.floor(bytes / mostMembers / 3) - 8);
  return JSON.stringify(Object.fromEntries(numbers(mostMembers).map((each) => [`m${each}`, value])));
}

function fullNesting(): string {
  const depth = deepestBody - 2;
  const one = `${"[".repeat(depth)}${"]".repeat(depth)}`;
  return `{"a":[${numbers(Math.floor(mostMembers / depth) - 1)
    .map(() => one)
    .join()}]}`;
}

function fullForm(): string {
  const value = "v".repeat(Math.floor(bytes / mostMembers) - 12);
  return numbers(mostMembers)
    .map((each) => `m.${each}=${value}`)
    .join("&");
}

function numbers(length: number): number[] {
  return Array.from({ length }, (_, number) => number);
}

/** Milliseconds of processor time, all threads of this process: the middle of some runs. */
async function processorTime(act: () => unknown): Promise<number> {
  const costs: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1_000);
  }
  return median(costs);
}
