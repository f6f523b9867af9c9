import type { Actor } from "@dunmiao/domain/actor";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { createCohort } from "@dunmiao/store/changeCohort";
import { systemActor } from "@dunmiao/store/engine/acting";
import { placeOfficer, planGround } from "@dunmiao/store/placement";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { listUnits } from "@dunmiao/store/unit";
import * as z from "zod";
import { type Client, type TestApp, testApp } from "./app.ts";

/** The term that `testApp`'s day (2026-03-02, a Monday) lies in. */
const startsOn = "2025-08-26";
const cohortId = "batch-1";

const units = [
  { code: "4201", name: "市局", kind: "bureau" },
  { code: "JG-01", name: "刑侦支队", kind: "office", parent: "4201" },
  { code: "JG-02", name: "法制支队", kind: "office", parent: "4201" },
  { code: "420102", name: "江岸分局", kind: "branch", parent: "4201" },
  { code: "420103", name: "江汉分局", kind: "branch", parent: "4201" },
  { code: "42010201", name: "一元派出所", kind: "station", parent: "420102" },
  { code: "42010202", name: "大智派出所", kind: "station", parent: "420102" },
  { code: "42010301", name: "民权派出所", kind: "station", parent: "420103" },
] as const;

const people = [
  { number: "100001", sex: "female", birthMonth: "1994-05", homeUnit: "JG-01", station: "42010201" },
  { number: "100002", sex: "male", birthMonth: "1988-11", homeUnit: "JG-01", station: "42010202" },
  { number: "100003", sex: "male", birthMonth: "1996-01", homeUnit: "JG-02", station: "42010301" },
  { number: "200004", sex: "female", birthMonth: "1991-09", homeUnit: "JG-02", station: "42010301" },
] as const;
/** Two of them serve at one station, in different posts. */
const posts: Readonly<Record<string, string>> = { "200004": "挂职教导员" };

/** Id of the secondment of an officer of the fixture. */
export function idOf(number: (typeof people)[number]["number"]): string {
  return `${cohortId}-${number}`;
}

/** Two branches, three stations, four officers planned to them, and somebody signed in for every role. */
export async function populatedApp() {
  const started = await testApp();
  await populate(started);
  const in1 = { unit: "42010201" };
  return {
    ...started,
    hr2: await started.as({ id: "hr-2", role: "hr", name: "人事经办 2 号", unitName: "政治部" }),
    approver: await started.as({ id: "approver-1", role: "approver" }),
    branch: await started.as({ id: "branch-1", role: "branch", unit: "420102" }),
    station: await started.as({ id: "station-1", role: "station", ...in1 }),
    otherStation: await started.as({ id: "station-3", role: "station", unit: "42010301" }),
    sending: await started.as({ id: "sending-1", role: "sending", unit: "JG-01" }),
    officer: await started.as({ id: "officer-100001", role: "officer", serviceNumber: "100001" }),
    inspector: await started.as({ id: "inspector-1", role: "inspector" }),
    auditor: await started.as({ id: "auditor-1", role: "auditor" }),
  };
}
export type PopulatedApp = Awaited<ReturnType<typeof populatedApp>>;

async function populate({ store }: TestApp): Promise<void> {
  const actor: Actor = systemActor("fixture");
  const now = `${startsOn}T01:00:00.000Z`;
  const acting = { store, calendar: calendarReader(store), actor, today: startsOn, now };
  for (const unit of units) await saveUnit(acting, unit);
  const created = await createCohort(
    acting,
    { name: "第一批", scheme: "literal", startsOn },
    { id: cohortId },
  );
  if (created.outcome !== "committed") throw new Error(`cohort ${created.outcome}`);
  const ground = await planGround(acting, created.record, await listUnits(store));
  for (const { number, sex, birthMonth, homeUnit, station } of people) {
    const officer = {
      serviceNumber: number,
      name: `民警${number}`,
      sex,
      birthMonth,
      kind: "officer",
      homeUnit,
    } as const;
    const placed = await placeOfficer(
      acting,
      { officer, hostStation: station, post: posts[number] ?? "挂职副所长" },
      ground,
    );
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusals));
  }
}

const standingSchema = z.object({
  version: z.number(),
  status: z.string(),
  count: z.object({ countedDays: z.number(), pendingDays: z.number(), verdict: z.string() }),
});

/** Version, status and count of a secondment as its JSON says. */
export async function standing(client: Client, id: string) {
  return standingSchema.parse(await (await client.get(`/secondments/${id}`)).json());
}

const recordedSchema = z.object({
  absence: z.object({ id: z.string(), revision: z.number(), state: z.string() }),
});

/** Records an absence and answers its id; a refusal fails the test. */
export async function record(client: Client, id: string, facts: Record<string, unknown>): Promise<string> {
  const answer = await client.post(`/secondments/${id}/absences`, facts);
  if (answer.status !== 201) throw new Error(`not recorded: ${await answer.text()}`);
  return recordedSchema.parse(await answer.json()).absence.id;
}

/** Records a request of one's own and has the bureau approve it, over the limit too. */
export async function approved(
  app: Pick<PopulatedApp, "hr" | "approver">,
  id: string,
  facts: Record<string, unknown>,
): Promise<string> {
  const absenceId = await record(app.hr, id, facts);
  const answer = await app.approver.post(`/secondments/${id}/absences/${absenceId}/approve`, {
    overLimit: true,
  });
  if (answer.status !== 200) throw new Error(`not approved: ${await answer.text()}`);
  return absenceId;
}
