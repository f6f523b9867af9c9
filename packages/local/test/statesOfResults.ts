import { newestScheme } from "@dunmiao/store/scheme";
import { bodyOf } from "../../web/test/app.ts";
import { evidence, post, type StatesApp, words } from "./statesApp.ts";

const { reason } = words;

/** Awards entered and revoked; results reported, verified, adopted and turned down. */
export async function results({ hr, hr2, officer, station, branch }: StatesApp): Promise<string[]> {
  const awarded = "/secondments/last-0013";
  for (const documentNumber of [words.number, "2026-4"])
    await post(hr, `${awarded}/awards`, { level: "commendation", date: "2026-02-10", documentNumber });
  await post(hr2, `${awarded}/awards/w1/revoke`, { reason });
  const of = "/secondments/last-0011";
  const own = await officer("0011");
  for (const area of ["casework", "basic-work", "casework"])
    await post(own, `${of}/contributions`, { kind: "tool", title: words.title, area, month: "2026-01" });
  for (const id of ["k1", "k2"]) await post(station, `${of}/contributions/${id}/verify`, { seen: 1 });
  await post(branch, `${of}/contributions/k1/adopt`, { seen: 2, reason });
  await post(branch, `${of}/contributions/k2/reject`, { seen: 2, reason });
  return [`${awarded}/results`, `${of}/results`];
}

/** A day taken out of leave, a request for a further term taken back and made again, a version of a scheme published. */
export async function changes({ store, hr, approver, officer }: StatesApp): Promise<string[]> {
  const of = "/secondments/last-0011";
  const own = await officer("0011");
  const leave = { class: "personal", from: "2026-03-04", to: "2026-03-06" };
  const { absence } = await bodyOf<{ absence: { id: string } }>(post(own, `${of}/absences`, leave));
  const at = `${of}/absences/${absence.id}`;
  await post(approver, `${at}/approve`, {});
  await post(own, `${at}/take-out`, { day: "2026-03-05", reason, evidence });
  const further = "/secondments/last-0013/extension";
  await post(await officer("0013"), `${further}/withdraw`, {});
  await post(await officer("0013"), further, { months: 6, reason });
  const scheme = "/schemes/statutory-leave-excluded";
  const newest = await newestScheme(store, "statutory-leave-excluded");
  const version = (newest?.version ?? 0) + 1;
  await post(hr, `${scheme}/draft`, { version, seen: 0, reviewWindowDays: 31 });
  await post(approver, `${scheme}/draft/publish`, { version, seen: 1, reason });
  return [at, further, scheme];
}
