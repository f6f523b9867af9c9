import { demoActor } from "@dunmiao/local/desk/personas";
import type { Store } from "@dunmiao/store/engine/client";
import { countRequests } from "@dunmiao/store/engine/countRequests";
import { openApp, type Send } from "./app.ts";
import { cohortNumber, liveCohort, today } from "./people.ts";
import type { Figure } from "./report.ts";

type Cost = { requests: string; units: number; gets: number };
const html = "text/html";

/** DynamoDB requests and consumed capacity of every main action, without the session row, which stands alone. */
export async function costSection(store: Store): Promise<Figure[]> {
  const { as } = await openApp(store);
  const hr = await as(demoActor("hr"));
  const person = somebody();
  const { id, hostStation, officer } = person;
  const station = await as(demoActor("station", { unit: hostStation.code }));
  const self = await as(demoActor("officer", { serviceNumber: officer.serviceNumber }));
  const days = { class: "personal", from: "2026-06-03", to: "2026-06-03" };
  // Units and cohorts are held for a minute: the second request is the one that repeats.
  await hr("/secondments");
  await station("/tasks");
  const session = await costOf(store, () => hr("/no-such-page"));
  // Whoever signs in under a service number is looked up as the person on file, too.
  const ownSession = await costOf(store, () => self("/no-such-page"));
  const at = `/secondments/${id}`;
  const measured: [string, string | undefined, () => Promise<unknown>, Cost?][] = [
    // The Put notes that the file was opened, after the answer; a server with more to note writes 25 in one transaction.
    ["show a secondment (HTML)", "1 Query + 1 PutItem", () => hr(at, { accept: html })],
    ["show a secondment (JSON)", "1 Query + 1 PutItem", () => hr(at)],
    ["list page (HTML)", "1 Query", () => hr("/secondments", { accept: html })],
    ["list page, filtered (JSON)", "1 Query", () => hr("/secondments?risk=from-10&sort=-used")],
    ["preview an absence", undefined, () => self(`${at}/absences/preview`, { body: days }), ownSession],
    [
      "record an absence",
      "1 GetItem + 1 TransactWriteItems",
      () => self(`${at}/absences`, { body: days }),
      ownSession,
    ],
    ["approve an absence", "1 GetItem + 1 TransactWriteItems", () => approveLast(station, at)],
    ["to-dos of a station, and of its pairs", "3 Query", () => station("/tasks")],
    ["to-dos of HR: one running cohort, flags, notices, pairs, requests", "5 Query", () => hr("/tasks")],
  ];
  const figures: Figure[] = [
    costFigure("session row, once a request", undefined, session),
    costFigure("session row of an officer, and the person on file", undefined, ownSession),
  ];
  for (const [what, target, act, before = session] of measured)
    figures.push(costFigure(what, target, await costOf(store, act, before)));
  return figures;
}

function somebody() {
  const people = liveCohort(cohortNumber(1), today).map(({ record }) => record);
  const found = people.find(({ status, absences }) => status === "serving" && absences.length === 2);
  if (!found) throw new Error("nobody in the demo cohort has two absences");
  return found;
}

async function approveLast(station: Send, at: string): Promise<string> {
  return station(`${at}/absences/a3/approve`, { body: { seen: 1 } });
}

/** What an act cost, beside what it should. */
export function costFigure(
  what: string,
  target: string | undefined,
  { requests, units }: Omit<Cost, "gets">,
): Figure {
  return {
    what,
    value: requests,
    ...(target !== undefined && { target: { exactly: target } }),
    note: `${units} units`,
  };
}

/** Requests and units of an act, without those of a session. */
export async function costOf(store: Store, act: () => Promise<unknown>, session?: Cost): Promise<Cost> {
  const count = countRequests(store, { withCapacity: true });
  await act();
  count.stop();
  const own = { ...count.requests };
  if (session) own.GetItem = (own.GetItem ?? 0) - session.gets;
  const named = Object.entries(own).filter(([, times]) => times > 0);
  const requests = named
    .map(
      ([command, times]) =>
        `${times} ${command.replace(/^TransactWrite$/, "TransactWriteItems").replace(/^(Get|Put)$/, "$1Item")}`,
    )
    .join(" + ");
  const units = count.capacityUnits - (session?.units ?? 0);
  return { requests: requests || "none", units, gets: own.GetItem ?? 0 };
}
