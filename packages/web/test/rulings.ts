import type { Change, Ground } from "@dunmiao/domain/change";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import * as z from "zod";
import { changedByTest } from "../../store/test/happened.ts";
import { bodyOf, type Client, type TestApp, testApp } from "./app.ts";
import { actingOn, place, saveCohort, saveUnits } from "./people.ts";

/** A year that ended on 2026-02-28, two days before the day of `testApp`. */
const endedYear = "2025-03-01";

/** A rule run straight on the store, as somebody on a day. */
export async function act(
  { store }: TestApp,
  id: string,
  rule: (ground: Ground) => Outcome<Change>,
  by: { id: string; role: "hr" | "approver" | "officer"; today?: string } = { id: "hr-9", role: "hr" },
): Promise<void> {
  const { today = "2026-03-02", ...actor } = by;
  const acting = { ...actingOn(store, actor), today, now: `${today}T01:00:00.000Z` };
  const changed = await changeSecondment(acting, { id, rule });
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
}

/** Everything of the timetable done, as in a year in which nobody was late; the ruling and what follows left open. */
export function everythingFiled({ secondment, today }: Ground): Outcome<Change> {
  const isLater = (key: string) => ["ruling", "showcase"].includes(key);
  const checkpoints = secondment.checkpoints.map((each) =>
    isLater(each.key) ? each : { ...each, state: "done" as const, doneOn: today },
  );
  return accept({
    after: { ...secondment, checkpoints, reportedInOn: secondment.term.from },
    event: changedByTest,
  });
}

/** Officers 0001–0004 whose year is over, 0005–0007 whose year runs, and the people who rule. */
export async function rulingApp() {
  const app = await testApp();
  await saveUnits(app.store, 2, 8);
  const ended = await saveCohort(app.store, "c0", endedYear);
  const running = await saveCohort(app.store, "c1", "2025-12-01");
  for (const [index, number] of ["0001", "0002", "0003", "0004"].entries())
    await place(app.store, ended, { number, station: `B0-S${index + 1}` });
  for (const [index, number] of ["0005", "0006", "0007"].entries())
    await place(app.store, running, { number, station: `B1-S${index + 1}` });
  const officer = (number: string) =>
    app.as({ id: `officer-${number}`, role: "officer", serviceNumber: number });
  return {
    ...app,
    officer,
    hr2: await app.as({ id: "hr-2", role: "hr" }),
    approver: await app.as({ id: "approver-1", role: "approver" }),
    approver2: await app.as({ id: "approver-2", role: "approver" }),
    auditor: await app.as({ id: "auditor-1", role: "auditor" }),
    station: await app.as({ id: "station-1", role: "station", unit: "B0-S1" }),
    elsewhere: await app.as({ id: "station-9", role: "station", unit: "B1-S4" }),
  };
}
export type RulingApp = Awaited<ReturnType<typeof rulingApp>>;

const packSchema = z.object({
  status: z.string(),
  version: z.number(),
  term: z.object({ from: z.string(), to: z.string() }),
  statements: z.array(z.object({ id: z.string(), kind: z.string(), words: z.string().optional() })),
  rulings: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      seen: z.number(),
      acts: z.array(z.string()),
      countedDays: z.number(),
    }),
  ),
  proposals: z.array(z.object({ outcome: z.string(), refusal: z.object({ code: z.string() }).optional() })),
  mayState: z.boolean(),
  trail: z.array(z.object({ type: z.string() })),
});

/** The decision pack as JSON. */
export async function packOf(client: Client, id: string) {
  return packSchema.parse(await bodyOf(client.get(`/secondments/${id}/ruling`)));
}
