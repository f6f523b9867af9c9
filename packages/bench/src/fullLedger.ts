import type { Absence } from "@dunmiao/domain/absence";
import { mostOpenRequests } from "@dunmiao/domain/absence/recordAbsence";
import { addDays } from "@dunmiao/domain/calendarDate";
import type { Secondment } from "@dunmiao/domain/secondment";
import { demoActor } from "@dunmiao/local/desk/personas";
import type { Store } from "@dunmiao/store/engine/client";
import { openApp } from "./app.ts";
import { putSealed } from "./bulk.ts";
import { cohortNumber, copiesIn, liveCohort, termFrom, today } from "./people.ts";
import type { Figure } from "./report.ts";

const serviceNumber = 990_001;
const decided = 260;
const from = addDays(today, 1);

/** What one officer's record costs who fills it: one-day requests without a gap, as many open as may be. */
export async function fullLedgerSection(store: Store): Promise<Figure[]> {
  const cohort = cohortNumber(1);
  const people = liveCohort(cohort, today).map(({ record }) => record);
  const whole = people.find(({ status, absences }) => status === "serving" && absences.length === 2);
  if (!whole) throw new Error("nobody in the demo cohort serves with two absences");
  const full = { ...whole, absences: ledgerOf(whole) };
  await putSealed(store, copiesIn(cohort, [full], serviceNumber));
  const { as } = await openApp(store);
  const at = `/secondments/${cohort.id}-${serviceNumber}`;
  const self = await as(demoActor("officer", { serviceNumber: String(serviceNumber) }));
  const approver = await as(demoActor("approver"));
  const body = {
    class: "personal",
    from: addDays(from, mostOpenRequests),
    to: addDays(from, mostOpenRequests),
  };
  const last = `${at}/absences/a${full.absences.length}`;
  const measured: [string, () => Promise<unknown>][] = [
    ["page of the secondment", () => self(at, { accept: "text/html" })],
    ["the same as JSON", () => self(at)],
    ["page of an absence that waits", () => approver(last, { accept: "text/html" })],
    ["preview of one more", () => self(`${at}/absences/preview`, { body })],
    ["record one more: the cap is reached", () => self(`${at}/absences`, { body })],
    ["approve one", () => approver(`${last}/approve`, { body: { overLimit: true } })],
  ];
  const figures: Figure[] = [];
  for (const [what, act] of measured)
    figures.push({ what, value: await processorTime(act), unit: "ms", target: { atMost: 1_000 } });
  return figures;
}

function ledgerOf({ officer }: Secondment): Absence[] {
  return Array.from({ length: decided + mostOpenRequests - 1 }, (_, at): Absence => {
    const isDecided = at < decided;
    const day = isDecided ? addDays(termFrom, at) : addDays(from, at - decided);
    const by = { id: officer.serviceNumber, role: "officer" } as const;
    return {
      id: `a${at + 1}`,
      kind: "request",
      class: "ordered-duty",
      orderedBy: "host",
      from: day,
      to: day,
      state: isDecided ? "approved" : "requested",
      revision: 1,
      recordedBy: by,
      recordedOn: termFrom,
      ...(isDecided && { effective: { on: termFrom, version: 2 } }),
      decisions: [],
    };
  });
}

/** Milliseconds of processor time, all threads of this process. */
async function processorTime(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
