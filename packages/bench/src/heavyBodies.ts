import { demoActor } from "@dunmiao/local/desk/personas";
import type { Store } from "@dunmiao/store/engine/client";
import { deepestBody, longestFormBytes, mostMembers } from "@dunmiao/web/members";
import { openApp } from "./app.ts";
import { median } from "./median.ts";
import type { Figure } from "./report.ts";

/** As much as the product takes of a body. */
const bytes = 5_000_000;
const times = 5;
const json = "application/json";
const form = "application/x-www-form-urlencoded";
const multipart = "multipart/form-data; boundary=x";

/**
 * A body at its caps, and bodies beyond them, each beside the cost of parsing nothing but five megabytes of nesting; none
 * costs more than a second of processor time.
 */
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
    ["as many fields as may be, 1 MB in all", form, fullForm()],
    ["one field of nothing but blanks, 1 MB", form, `reason=${"+".repeat(longestFormBytes - 7)}`],
    ["parts without end", multipart, "\r\n--x\r\n".repeat(bytes / 7)],
    ["as many parts as may be, 5 MB in all", multipart, fullMultipart()],
  ];
  const figures: Figure[] = [{ what: "5 MB of nesting, parsed bare", value: bare, unit: "ms" }];
  for (const [what, type, body] of cases) {
    const cost = await processorTime(() => send("/cohorts", type, body));
    const note = `${cost.toFixed(0)} ms`;
    figures.push({ what: `${what}, beside that`, value: cost / bare, target: { atMost: 1 }, note });
    figures.push({ what: `${what}: processor time`, value: cost, unit: "ms", target: { atMost: 1_000 } });
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
  const value = "v".repeat(Math.floor(longestFormBytes / mostMembers) - 12);
  return numbers(mostMembers)
    .map((each) => `m.${each}=${value}`)
    .join("&");
}

function fullMultipart(): string {
  const value = "v".repeat(Math.floor(bytes / mostMembers) - 70);
  const parts = numbers(mostMembers - 2).map(
    (each) => `--x\r\nContent-Disposition: form-data; name="m${each}"\r\n\r\n${value}\r\n`,
  );
  return `${parts.join("")}--x--\r\n`;
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
