import type { Actor } from "@dunmiao/domain/actor";
import { testApp } from "./app.ts";
import { place, saveCohort, saveUnits } from "./people.ts";

/** `testApp`'s day lies in the last month of this cohort: a further term may be asked for from 2026-02-10 to 2026-03-09. */
const startsOn = "2025-03-10";
export const station = "B0-S1";
export const term = "c1-0001";

/** One officer in the last month of the term, and everybody whose word a further term needs. */
export async function lastMonthApp() {
  const started = await testApp();
  await saveUnits(started.store, 2, 4);
  const cohort = await saveCohort(started.store, "c1", startsOn);
  await place(started.store, cohort, { number: "0001", station });
  const someone = (id: string, role: Actor["role"], bounds: Partial<Actor> = {}) =>
    started.as({ id, role, ...bounds });
  const app = {
    ...started,
    cohort,
    officer: await someone("officer-0001", "officer", { serviceNumber: "0001" }),
    otherOfficer: await someone("officer-0002", "officer", { serviceNumber: "0002" }),
    station: await someone("station-1", "station", { unit: station }),
    otherStation: await someone("station-2", "station", { unit: "B0-S2" }),
    branch: await someone("branch-1", "branch", { unit: "B0" }),
    sending: await someone("sending-1", "sending", { unit: "O1" }),
    approver: await someone("approver-1", "approver"),
    auditor: await someone("auditor-1", "auditor"),
  };
  const reported = await app.station.post(`/secondments/${term}/report-in`, { on: startsOn });
  if (reported.status !== 200) throw new Error(await reported.text());
  return app;
}
export type LastMonthApp = Awaited<ReturnType<typeof lastMonthApp>>;

export const agreed = { agrees: true, reason: "工作需要，同意" };

/** A further term is asked for and granted, by everybody in turn. */
export async function grantFurtherTerm(app: LastMonthApp, id = term): Promise<void> {
  const url = `/secondments/${id}/extension`;
  const answers = [
    await app.officer.post(url, { months: 6, reason: "两起案件尚在办理" }),
    await app.station.post(`${url}/host`, agreed),
    await app.sending.post(`${url}/sending`, agreed),
    await app.approver.post(`${url}/decide`, agreed),
  ];
  for (const answer of answers) if (answer.status !== 200) throw new Error(await answer.text());
}
