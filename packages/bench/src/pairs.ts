import { addDays } from "@dunmiao/domain/calendarDate";
import { demoPairs } from "@dunmiao/local/demo/pairPlot";
import { seedPairs } from "@dunmiao/local/demo/seedPairs";
import { demoActor } from "@dunmiao/local/desk/personas";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { indexAttributes } from "@dunmiao/store/engine/indexKeys";
import { recordKey } from "@dunmiao/store/engine/keys";
import { allPairs, type PairRow } from "@dunmiao/store/pairDirectory";
import { pairSummaryText } from "@dunmiao/store/pairSummaryText";
import { openApp } from "./app.ts";
import { putItems } from "./bulk.ts";
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
      "show a pair: its record, its trail and the words of its activities",
      "1 Query + 1 TransactWriteItems",
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
  for (const [what, target, act] of measured)
    figures.push(await timedCost(what, target, () => costOf(store, act, session)));
  return figures;
}

/** The same pages of the bureau with the pairs of a table again and again, as lists read them, up to a number. */
export async function manyPairsSection(store: Store, count: number): Promise<Figure[]> {
  const rows = await allPairs(store);
  await putItems(store, copies(rows, count - rows.length));
  const { as } = await openApp(store);
  const hr = await as(demoActor("hr"));
  const session = await costOf(store, () => hr("/no-such-page"));
  const figure = (what: string, target: string | undefined, act: () => Promise<unknown>) =>
    timedCost(what, target, () => costOf(store, act, session));
  return [
    await figure(`list of ${count} pairs, the first time`, undefined, () => hr("/pairs")),
    await figure("list, again", "1 Query", () => hr("/pairs")),
    await figure("headline of the files", "1 Query", () => hr("/pairs/summary")),
    await figure("what is to be done about all of them, the first time", "1 Query", () => hr("/pairs/tasks")),
    await figure("the same again", "1 Query", () => hr("/pairs/tasks")),
    await figure("statistics, with units and schemes", "3 Query", () => hr("/pairs/statistics")),
  ];
}

/** Rows of the indexes without a record behind them: no list opens one. */
function* copies(rows: readonly PairRow[], count: number) {
  for (let copy = 0; copy < count; copy += 1) {
    const row = rows[copy % rows.length];
    if (!row) return;
    const { id: of, ...summary } = row;
    const id = `${of}-${copy}`;
    const sort = `${addDays(today, -1 - (copy % 300))}T04:00:00.000Z#${id}`;
    const apprentice: PairRow["apprentice"] = [`${900_000 + copy}`, summary.apprentice[1], ...tailOf(row)];
    yield {
      ...recordKey("pair", id),
      ...indexAttributes("pair", id, { directory: { name: "pair", sort } }),
      kind: "pair",
      version: 1,
      summary: pairSummaryText({ ...summary, apprentice }),
    };
  }
}

function tailOf({ apprentice: [, , unit, name, branch] }: PairRow): [string, string, string] {
  return [unit, name, branch];
}

async function timedCost(
  what: string,
  target: string | undefined,
  measured: () => ReturnType<typeof costOf>,
): Promise<Figure> {
  const { result, seconds } = await timed(measured);
  const figure = costFigure(what, target, result);
  return { ...figure, note: `${figure.note ?? ""}, ${Math.round(seconds * 1000)} ms` };
}
