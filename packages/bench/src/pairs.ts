import { demoPairs } from "@dunmiao/local/demo/pairPlot";
import { seedPairs } from "@dunmiao/local/demo/seedPairs";
import { demoActor } from "@dunmiao/local/desk/personas";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { allPairs } from "@dunmiao/store/pairLists";
import { openApp } from "./app.ts";
import { costFigure, costOf } from "./cost.ts";
import { calendar, today } from "./people.ts";
import { timed } from "./progress.ts";
import type { Figure } from "./report.ts";

const groupOf = 20;

/** Requests and time of pages and acts about pairs, with those of the demo; one page of an index holds a megabyte. */
export async function pairSection(store: Store, count = demoPairs): Promise<Figure[]> {
  const to = { store, calendar: cached(async () => calendar, 3600) };
  const seeded = await timed(() => seedPairs({ to, today, count, isStopped: () => false }));
  const rows = await allPairs(store);
  const running = rows.filter(({ status, gaps }) => status === "active" && gaps.length === 0);
  const [first] = running;
  if (!first) throw new Error("no pair of the demo runs");
  const { as } = await openApp(store);
  const hr = await as(demoActor("hr"));
  // Schemes and units are held for a minute: the second request is the one that repeats.
  await hr("/pairs");
  const session = await costOf(store, () => hr("/no-such-page"));
  const input = { on: today, kind: "session", learned: "现场勘查" };
  const pair = running.slice(1, groupOf + 1).map(({ id }) => id);
  const measured: [string, string | undefined, () => Promise<unknown>][] = [
    // Notes, after the answer, that the files of both were opened.
    [
      "show a pair: its record, and the words of its activities",
      "2 Query + 1 TransactWriteItems",
      () => hr(`/pairs/${first.id}`),
    ],
    [
      "enter an activity",
      "1 GetItem + 1 TransactWriteItems",
      () => hr(`/pairs/${first.id}/activities`, { body: input }),
    ],
    [`list of ${rows.length} pairs`, "1 Query", () => hr("/pairs")],
    ["headline of the files", "1 Query", () => hr("/pairs/summary")],
    ["what is to be done about all of them", "1 Query", () => hr("/pairs/tasks")],
    [
      `one activity of ${groupOf} pairs`,
      undefined,
      () => hr("/pairs/activities", { body: { ...input, pair } }),
    ],
  ];
  const figures: Figure[] = [{ what: `${rows.length} pairs written`, value: seeded.seconds, unit: "s" }];
  for (const [what, target, act] of measured) {
    const { result, seconds } = await timed(() => costOf(store, act, session));
    const figure = costFigure(what, target, result);
    figures.push({ ...figure, note: `${figure.note ?? ""}, ${Math.round(seconds * 1000)} ms` });
  }
  return figures;
}
