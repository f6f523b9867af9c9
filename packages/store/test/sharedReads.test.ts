import { expect, test } from "vitest";
import { sharedReads } from "../src/engine/sharedReads.ts";

/** A reading answers what was written when it began, and ends when told. */
function table() {
  const reads = sharedReads<number>();
  const running: PromiseWithResolvers<void>[] = [];
  const written = { value: 0 };
  const read = async () => {
    const seen = written.value;
    const ended = Promise.withResolvers<void>();
    running.push(ended);
    await ended.promise;
    return seen;
  };
  const ask = (name = "list") => reads.of(name, read);
  /** Ends the oldest reading once it has begun. */
  const end = async (how: "well" | "badly" = "well") => {
    while (running.length === 0) await Promise.resolve();
    const first = running.shift();
    if (how === "well") first?.resolve();
    else first?.reject(new Error("no answer"));
  };
  return { written, running, ask, end };
}

test("who comes while a reading runs shares the next, which holds what was written before they asked", async () => {
  const { written, running, ask, end } = table();
  const first = ask();
  written.value = 1;
  const second = ask();
  const third = ask();
  written.value = 2;
  expect(running).toHaveLength(1);
  await end();
  await end();
  expect(await Promise.all([first, second, third])).toEqual([0, 2, 2]);
  expect(running).toHaveLength(0);
});

test("who asks when nothing runs reads anew; another name is another reading", async () => {
  const { written, running, ask, end } = table();
  const first = ask();
  const other = ask("other");
  expect(running).toHaveLength(2);
  await end();
  await end();
  await Promise.all([first, other]);
  written.value = 3;
  const again = ask();
  await end();
  expect(await again).toBe(3);
});

test("a reading that fails does so for those who shared it; who waited for the next gets that one", async () => {
  const { ask, end } = table();
  const first = ask();
  const second = ask();
  await end("badly");
  await expect(first).rejects.toThrow("no answer");
  await end();
  expect(await second).toBe(0);
  const third = ask();
  await end();
  expect(await third).toBe(0);
});
