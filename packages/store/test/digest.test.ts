import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import type { Actor } from "@dunmiao/domain/actor";
import { recordAward } from "@dunmiao/domain/award/recordAward";
import { reportContribution, verifyContribution } from "@dunmiao/domain/award/recordContribution";
import type { Change, Ground } from "@dunmiao/domain/change";
import { digestOf } from "@dunmiao/domain/digest";
import type { Outcome } from "@dunmiao/domain/refusal";
import { confirmReportIn } from "@dunmiao/domain/term/reportIn";
import { summaryOf } from "@dunmiao/domain/year/summaryOf";
import { beforeAll, describe, expect, test } from "vitest";
import { calendarReader } from "../src/calendarReader.ts";
import { createCohort } from "../src/changeCohort.ts";
import { changeSecondment } from "../src/changeSecondment.ts";
import { cohortDigests } from "../src/digest.ts";
import type { Acting } from "../src/engine/acting.ts";
import type { Store } from "../src/engine/client.ts";
import { countRequests } from "../src/engine/countRequests.ts";
import { digestKey } from "../src/engine/keys.ts";
import { loadRecord } from "../src/engine/record.ts";
import { placeOfficer, planGround } from "../src/placement.ts";
import { saveUnit } from "../src/saveUnit.ts";
import { secondmentNoun } from "../src/secondment.ts";
import { rulesFor } from "../src/secondmentRules.ts";
import { listUnits } from "../src/unit.ts";
import { freshStore } from "./engine.ts";

const startsOn = "2025-08-26";
const numbers = ["100001", "100002"] as const;
let store: Store;
beforeAll(async () => {
  store = await freshStore();
  const acting = actingAs("hr", startsOn);
  await saveUnit(acting, { code: "B0", name: "江岸分局", kind: "branch" });
  await saveUnit(acting, { code: "S0", name: "一元派出所", kind: "station", parent: "B0" });
  await saveUnit(acting, { code: "O1", name: "刑侦支队", kind: "office" });
  const created = await createCohort(acting, { name: "第一批", scheme: "literal", startsOn }, { id: "c1" });
  if (created.outcome !== "committed") throw new Error(created.outcome);
  const ground = await planGround(acting, created.record, await listUnits(store));
  for (const [at, serviceNumber] of numbers.entries()) {
    const officer = {
      serviceNumber,
      name: `民警${serviceNumber}`,
      sex: "female" as const,
      birthMonth: "1994-05",
    };
    const facts = { ...officer, kind: "officer" as const, homeUnit: "O1" };
    const placed = await placeOfficer(
      acting,
      { officer: facts, hostStation: "S0", post: `挂职${at}` },
      ground,
    );
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusals));
  }
});

function actingAs(role: Actor["role"], today: string): Acting {
  const actor = { id: `${role}-1`, role };
  return { store, calendar: calendarReader(store), actor, today, now: `${today}T01:00:00.000Z` };
}

async function act(role: Actor["role"], today: string, rule: (ground: Ground) => Outcome<Change>) {
  const changed = await changeSecondment(actingAs(role, today), { id: `c1-${numbers[0]}`, rule });
  if (changed.outcome !== "committed") throw new Error(JSON.stringify(changed));
}

/** Every stored digest is the one that its record gives now. */
async function expectDerived() {
  const digests = await cohortDigests(store, "c1");
  expect(digests.map(({ number }) => number)).toEqual(numbers);
  for (const digest of digests) {
    const record = await loadRecord(store, secondmentNoun, digest.id);
    if (!record) throw new Error(`no record ${digest.id}`);
    const rules = await rulesFor({ store, calendar: calendarReader(store) }, record);
    expect(digest).toEqual(JSON.parse(JSON.stringify(digestOf(record, summaryOf(record, rules)))));
  }
  return digests;
}

describe("the digests of a cohort", () => {
  test("are what their records say, after every act of a story; one Query reads them", async () => {
    await expectDerived();
    const award = { level: "commendation", date: "2026-02-10", documentNumber: "市公奖1号" } as const;
    const result = { kind: "tool", title: "回访表", area: "casework", month: "2026-01" } as const;
    await act("station", "2025-08-26", (at) => confirmReportIn(at, "2025-08-26"));
    await expectDerived();
    await act("officer", "2025-10-10", (at) =>
      recordAbsence(at, { class: "sick", from: "2025-10-13", to: "2025-10-14" }),
    );
    await expectDerived();
    await act("approver", "2025-10-11", (at) => approveAbsence(at, "a1", {}));
    await act("hr", "2026-03-02", (at) => recordAward(at, award));
    await act("officer", "2026-03-02", (at) => reportContribution(at, result));
    await act("branch", "2026-03-02", (at) => verifyContribution(at, "k1", {}));
    const counted = countRequests(store);
    const [first] = await expectDerived();
    expect(counted.requests.Query).toBe(1);
    counted.stop();
    expect(first).toMatchObject({
      counted: 2,
      awards: ["commendation"],
      evidence: [["casework", "2026-01"]],
      absences: [["2025-10-13", "2025-10-14", "sick", "approved"]],
      contributions: [["tool", "verified"]],
    });
    expect(first?.checkpoints.find(([key]) => key === "report-in")).toEqual([
      "report-in",
      "2025-08-29",
      "done",
      "2025-08-26",
    ]);
  });

  test("of a cohort that nobody is in are none", async () => {
    expect(await cohortDigests(store, "c9")).toEqual([]);
  });

  test.each(["{}", "not json", '{"id":1}'])(
    "that do not parse are an error, not skipped: %s",
    async (digest) => {
      const Item = { ...digestKey("broken", "1", "x"), digest };
      await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
      await expect(cohortDigests(store, "broken")).rejects.toThrow("does not parse");
    },
  );
});
