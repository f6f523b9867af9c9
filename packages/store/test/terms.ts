import type { Actor, Role } from "@dunmiao/domain/actor";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { Cohort } from "@dunmiao/domain/cohort";
import type { Outcome } from "@dunmiao/domain/refusal";
import { decideExtension, hearHost, hearSending } from "@dunmiao/domain/term/decideExtension";
import { requestExtension } from "@dunmiao/domain/term/requestExtension";
import { calendarReader } from "../src/calendarReader.ts";
import { createCohort } from "../src/changeCohort.ts";
import { changeSecondment, type SecondmentRequest } from "../src/changeSecondment.ts";
import { cohortNoun } from "../src/cohort.ts";
import type { Acting } from "../src/engine/acting.ts";
import type { Store } from "../src/engine/client.ts";
import { loadRecord } from "../src/engine/record.ts";
import { placeOfficer, planGround } from "../src/placement.ts";
import { saveUnit } from "../src/saveUnit.ts";
import { secondmentNoun } from "../src/secondment.ts";
import { listUnits } from "../src/unit.ts";

export const station = "42010201";
export const post = "挂职副所长";
const yes = { agrees: true, reason: "同意" };

/** Somebody of a role who acts on a day. */
export function actingAs(store: Store, role: Role, today: string, id = `${role}-1`): Acting {
  const unit = { station, branch: "420102", sending: "JG-01" }[role as "station"];
  const actor: Actor = {
    id,
    role,
    ...(unit && { unit }),
    ...(role === "officer" && { serviceNumber: "100001" }),
  };
  return { store, calendar: calendarReader(store), actor, today, now: `${today}T01:00:00.000Z` };
}

/** The units of one station. */
export async function plantStation(store: Store): Promise<void> {
  const hr = actingAs(store, "hr", "2025-08-01");
  await saveUnit(hr, { code: "4201", name: "市局", kind: "bureau" });
  await saveUnit(hr, { code: "JG-01", name: "刑侦支队", kind: "office", parent: "4201" });
  await saveUnit(hr, { code: "420102", name: "江岸分局", kind: "branch", parent: "4201" });
  await saveUnit(hr, { code: station, name: "一元派出所", kind: "station", parent: "420102" });
}

/** A cohort that starts on a day. */
export async function plantCohort(store: Store, id: string, startsOn: string): Promise<Cohort> {
  await createCohort(actingAs(store, "hr", "2025-08-01"), { name: id, scheme: "literal", startsOn }, { id });
  const cohort = await loadRecord(store, cohortNoun, id);
  if (!cohort) throw new Error(`no cohort ${id}`);
  return cohort;
}

/** Plans one officer to the one post. */
export async function placeAt(store: Store, cohort: Cohort, serviceNumber: string, today = "2025-08-01") {
  const person = {
    name: `民警${serviceNumber}`,
    sex: "female",
    birthMonth: "1994-05",
    kind: "officer",
  } as const;
  const officer = { serviceNumber, ...person, homeUnit: "JG-01" };
  const acting = actingAs(store, "hr", today);
  const ground = await planGround(acting, cohort, await listUnits(store));
  return placeOfficer(acting, { officer, hostStation: station, post }, ground);
}

/** Runs a rule as somebody; answers how it ended. */
export function by(
  acting: Acting,
  id: string,
  rule: SecondmentRequest["rule"],
  once?: SecondmentRequest["once"],
) {
  return changeSecondment(acting, { id, rule, once });
}

/** One act after the other, none refused. */
async function must(acting: Acting, id: string, rule: (ground: Ground) => Outcome<Change>) {
  const changed = await by(acting, id, rule);
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
  return changed.record;
}

/** A request for six further months that waits for the bureau. */
export async function askedAndHeard(store: Store, id: string, on = "2026-08-03"): Promise<void> {
  const reportedIn = { status: "serving", reportedInOn: "2025-08-26" } as const;
  await must(actingAs(store, "station", "2025-08-26"), id, ({ secondment }) => ({
    ok: true,
    value: { after: { ...secondment, ...reportedIn }, event: { type: "report-in.confirmed", change: {} } },
  }));
  const asked = { months: 6, reason: "案件尚在办理" };
  await must(actingAs(store, "officer", on), id, (ground) => requestExtension(ground, asked));
  await must(actingAs(store, "station", on), id, (ground) => hearHost(ground, yes));
  await must(actingAs(store, "sending", on), id, (ground) => hearSending(ground, yes));
}

/** The bureau grants. */
export function grant(
  store: Store,
  id: string,
  today: string,
  options: { by?: string; once?: SecondmentRequest["once"] } = {},
) {
  const acting = actingAs(store, "approver", today, options.by);
  return by(acting, id, (ground) => decideExtension(ground, yes), options.once);
}

export function termOf(store: Store, id: string) {
  return loadRecord(store, secondmentNoun, id);
}
