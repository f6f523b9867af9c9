import type { AbsenceFacts } from "@dunmiao/domain/absence";
import { voidAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import type { Role } from "@dunmiao/domain/actor";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { Outcome } from "@dunmiao/domain/refusal";
import { beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { newestScheme } from "../src/scheme.ts";
import { publishScheme, saveDraft } from "../src/schemeDraft.ts";
import { cohortSummaries } from "../src/secondment.ts";
import { verifyRecord } from "../src/verify/verify.ts";
import { freshStore } from "./engine.ts";
import { actingAs, askedAndHeard, by, grant, placeAt, plantCohort, plantStation, termOf } from "./terms.ts";

const old = "c1-100001";
const further = `${old}-x1`;
const inTerm = "2026-08-06";
let store: Store;

async function goingOn(resets: boolean): Promise<void> {
  store = await freshStore();
  const newest = await newestScheme(store, "literal");
  if (!newest) throw new Error("no scheme");
  const ref = { id: "literal", version: newest.version + 1 };
  const settings = { extensionResetsCount: resets };
  await saveDraft(actingAs(store, "hr", "2025-08-01"), { ...ref, seen: 0, settings });
  await publishScheme(actingAs(store, "approver", "2025-08-01"), ref, { seen: 1, reason: "议定" });
  await plantStation(store);
  await placeAt(store, await plantCohort(store, "c1", "2025-08-26"), "100001");
  await askedAndHeard(store, old);
  await grant(store, old, inTerm);
}

async function act(role: Role, id: string, rule: (ground: Ground) => Outcome<Change>, today = inTerm) {
  const changed = await by(actingAs(store, role, today), id, rule);
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
  return changed.record;
}

async function leave(id: string, facts: Pick<AbsenceFacts, "from" | "to">): Promise<string> {
  const asked = await act("officer", id, (ground) => recordAbsence(ground, { class: "sick", ...facts }));
  const absenceId = `a${asked.absences.length}`;
  await act("approver", id, (ground) => approveAbsence(ground, absenceId, { overLimit: true }));
  return absenceId;
}

const chains = async () => [
  await verifyRecord(store, { kind: "secondment", id: old }),
  await verifyRecord(store, { kind: "secondment", id: further }),
];
const limitOf = async () =>
  (await cohortSummaries(store, "c1")).filter(({ id }) => id === further).map(({ limit }) => limit);

describe("days carried into a further term that counts on", () => {
  beforeEach(() => goingOn(false));

  test("follow the term before after the grant: approved later and taken back later", async () => {
    expect((await termOf(store, further))?.continues).toEqual({ id: old, carriedDays: 0 });
    const id = await leave(old, { from: "2026-08-10", to: "2026-08-14" });
    expect((await termOf(store, further))?.continues).toMatchObject({ carriedDays: 5, changedOn: inTerm });
    expect(await limitOf()).toEqual([10]);
    const evidence = { number: "1号", title: "考勤表", date: inTerm };
    await act("hr", old, (ground) => voidAbsence(ground, id, { reason: "在岗", evidence }));
    await act("approver", old, (ground) => approveAbsence(ground, id, {}));
    expect((await termOf(store, further))?.continues).toMatchObject({ carriedDays: 0 });
    expect(await limitOf()).toEqual([15]);
    expect(await chains()).toEqual([[], []]);
  });

  test("are true when the further term is decided: 15 taken before leave nothing", async () => {
    await leave(old, { from: "2026-08-03", to: "2026-08-21" });
    const asked = await act("officer", further, (ground) =>
      recordAbsence(ground, { class: "sick", from: "2026-08-27", to: "2026-08-27" }),
    );
    const changed = await by(actingAs(store, "approver", inTerm), further, (ground) =>
      approveAbsence(ground, `a${asked.absences.length}`, {}),
    );
    expect(changed).toMatchObject({
      outcome: "refused",
      refusals: [{ code: "over-limit-needs-tick", params: { countedDays: 1, limitDays: 0 } }],
    });
  });

  test("cost one read more only where a term is continued, and one transaction all the same", async () => {
    const counted = countRequests(store);
    await act("officer", old, (ground) =>
      recordAbsence(ground, { class: "sick", from: "2026-08-10", to: "2026-08-10" }),
    );
    counted.stop();
    // The calendar, whose reader is new here, the record and the further one.
    expect(counted.requests).toEqual({ GetItem: 3, TransactWriteItems: 1 });
  });
});

test("a scheme that counts anew carries nothing and reads nothing for it", async () => {
  await goingOn(true);
  const counted = countRequests(store);
  await leave(old, { from: "2026-08-10", to: "2026-08-14" });
  counted.stop();
  expect(counted.requests).toEqual({ GetItem: 4, TransactWriteItems: 2 });
  expect((await termOf(store, further))?.continues).toEqual({ id: old, carriedDays: 0 });
});
