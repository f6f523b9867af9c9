import { demoActor } from "@dunmiao/local/desk/personas";
import type { Store } from "@dunmiao/store/engine/client";
import { countRequests } from "@dunmiao/store/engine/countRequests";
import * as z from "zod";
import { openApp } from "./app.ts";
import { cohortNumber } from "./people.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";
import { writeSurroundings } from "./surroundings.ts";

const listSchema = z.object({
  total: z.int(),
  items: z.array(z.object({ id: z.string() })),
  cursor: z.string().optional(),
});

/** Many cohorts listed, filtered, searched and opened: which requests that takes, counted at the SDK client. */
export async function scanSection(store: Store, cohorts: number): Promise<Figure[]> {
  progress(`scan: writing ${cohorts} cohorts`);
  await writeSurroundings(
    store,
    Array.from({ length: cohorts }, (_, at) => cohortNumber(at + 1)),
  );
  const { as } = await openApp(store);
  const hr = await as(demoActor("hr"));
  await hr("/secondments");
  const middle = `bench-${String(Math.ceil(cohorts / 2)).padStart(3, "0")}`;
  const first = listSchema.parse(JSON.parse(await hr(`/secondments?cohort=${middle}`)));
  const mostFirst = `/secondments?cohort=${middle}&sort=-used`;
  const second = listSchema.parse(JSON.parse(await hr(mostFirst)));
  const pages: [string, string][] = [
    ["one cohort", `/secondments?cohort=${middle}`],
    ["one cohort, filtered by days used", `/secondments?cohort=${middle}&risk=from-10`],
    ["one cohort, searched", `/secondments?cohort=${middle}&q=0017`],
    ["one cohort, second page, most days first", `${mostFirst}&cursor=${second.cursor ?? ""}`],
    ["one branch in all cohorts", "/secondments?host=420102"],
    ["one station in all cohorts", "/secondments?host=420102-01"],
    ["one sending unit in all cohorts", "/secondments?sending=JG-01"],
    ["one secondment", `/secondments/${first.items[0]?.id}`],
    ["all cohorts", "/cohorts"],
    ["to-dos of HR in all cohorts", "/tasks"],
  ];
  const all: Record<string, number> = {};
  const figures: Figure[] = [];
  for (const [what, path] of pages) {
    const count = countRequests(store);
    const from = performance.now();
    const answer = await hr(path);
    const milliseconds = performance.now() - from;
    count.stop();
    for (const [command, times] of Object.entries(count.requests)) all[command] = (all[command] ?? 0) + times;
    const queries = count.requests.Query ?? 0;
    figures.push({
      what,
      value: queries,
      unit: "Query",
      note: `${rowsOf(answer)}${milliseconds.toFixed(0)} ms`,
    });
  }
  const kinds = Object.keys(all).toSorted().join(", ");
  return [
    ...figures,
    {
      // A file that was opened is noted by a PutItem.
      what: "kinds of requests, session row among them",
      value: kinds,
      target: { exactly: "GetItem, PutItem, Query" },
    },
    { what: "scans", value: all.Scan ?? 0, target: { exactly: 0 } },
  ];
}

function rowsOf(answer: string): string {
  const parsed = listSchema.pick({ total: true }).safeParse(JSON.parse(answer));
  return parsed.success ? `${parsed.data.total} rows, ` : "";
}
