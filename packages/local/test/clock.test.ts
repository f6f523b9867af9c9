import { expect, test } from "vitest";
import { openClock } from "../src/desk/clock.ts";
import { ClockMover } from "../src/desk/clockMover.ts";
import { readOptions } from "../src/options.ts";
import { scratchDir } from "./running.ts";

const real = new Date("2026-11-21T18:30:15.250Z");

function inScratch(work: (dir: string) => unknown) {
  return async () => {
    const { dir, remove } = scratchDir();
    await work(dir);
    remove();
  };
}

test(
  "a first start is on the real day in Shanghai, which began before the one in UTC",
  inScratch((dir) => {
    expect(openClock(dir, undefined, real).today).toBe("2026-11-22");
  }),
);

test(
  "now is the demo day with the real time of day in Shanghai",
  inScratch((dir) => {
    const clock = openClock(dir, "2026-03-02");
    expect(clock.now(real)).toBe("2026-03-01T18:30:15.250Z");
    expect(clock.now(new Date("2026-11-21T03:00:00.000Z"))).toBe("2026-03-02T03:00:00.000Z");
  }),
);

test(
  "a later start keeps the day; a later --today is a move; an earlier one is refused",
  inScratch((dir) => {
    openClock(dir, "2026-03-02");
    expect(openClock(dir, undefined, real).today).toBe("2026-03-02");
    expect(openClock(dir, "2026-03-05")).toMatchObject({
      today: "2026-03-02",
      move: { from: "2026-03-02", to: "2026-03-05" },
    });
    expect(() => openClock(dir, "2026-03-01")).toThrow("only goes forward");
  }),
);

test(
  "every day on the way gets its sweep, once, in order; a second wish goes further",
  inScratch(async (dir) => {
    const clock = openClock(dir, "2026-02-27");
    const swept: string[] = [];
    const mover = new ClockMover(clock, async (day) => {
      swept.push(day);
    });
    await Promise.all([mover.moveTo("2026-03-01"), mover.moveTo("2026-03-02")]);
    expect(swept).toEqual(["2026-02-28", "2026-03-01", "2026-03-02"]);
    expect(clock).toMatchObject({ today: "2026-03-02", move: undefined });
  }),
);

test(
  "a move that was interrupted goes on in the next process",
  inScratch(async (dir) => {
    const first = new ClockMover(openClock(dir, "2026-03-02"), async (day) => {
      if (day === "2026-03-04") throw new Error("killed");
    });
    await expect(first.moveTo("2026-03-06")).rejects.toThrow("killed");
    const clock = openClock(dir, undefined);
    expect(clock).toMatchObject({ today: "2026-03-04", move: { to: "2026-03-06" } });
    const swept: string[] = [];
    await new ClockMover(clock, async (day) => {
      swept.push(day);
    }).resume();
    expect([swept, clock.today]).toEqual([["2026-03-05", "2026-03-06"], "2026-03-06"]);
  }),
);

test.each([
  [["--nonsense"], {}],
  [["--today"], {}],
  [["--today", "2026-02-31"], {}],
  [["--today", "1999-12-31"], {}],
  [["extra"], {}],
  [[], { PORT: "http" }],
  [[], { PORT: "70000" }],
])("%j with %j is wrong, and the sentence says so", (args, environment) => {
  expect(readOptions(args, environment)).toEqual({ wrong: expect.any(String) });
});

test("what is left out has a default", () => {
  expect(readOptions([], {})).toEqual({
    port: 3000,
    hosts: [],
    dataDir: ".data",
    pairs: 1191,
    isEmpty: false,
  });
  expect(readOptions(["--empty", "--today", "2026-03-02"], { PORT: "0", DATA_DIR: "x" })).toEqual({
    port: 0,
    hosts: [],
    dataDir: "x",
    pairs: 1191,
    isEmpty: true,
    today: "2026-03-02",
  });
});
