import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { shippedNotices } from "@dunmiao/domain/notice/shippedNotices";
import {
  type CorrectionInput,
  decideCorrection,
  proposeCorrection,
} from "@dunmiao/domain/officer/correctOfficer";
import { expect, test } from "vitest";
import { calendarHistory } from "../src/calendarHistory.ts";
import { recordKey } from "../src/engine/keys.ts";
import type { Kind } from "../src/engine/kinds.ts";
import { loadRecord } from "../src/engine/record.ts";
import { confirmNotice, loadNotice, noticeNoun } from "../src/notice.ts";
import { changeCorrection } from "../src/officerCorrection.ts";
import { newestScheme } from "../src/scheme.ts";
import { publishScheme, saveDraft } from "../src/schemeDraft.ts";
import { listUnits } from "../src/unit.ts";
import { verifyWhole } from "../src/verify/verifyBeside.ts";
import { editItem } from "./editItem.ts";
import { freshStore } from "./engine.ts";
import { actingAs, askedAndHeard, by, grant, placeAt, plantCohort, plantStation, termOf } from "./terms.ts";

const [old, further, today] = ["c1-100001", "c1-100001-x1", "2026-08-06"];
const evidence = { number: "户字 8 号", title: "户籍证明", date: "2026-08-01" };

test("a corrected sex moves the half day of the term before and what it hands on, in one transaction", async () => {
  const store = await freshStore();
  const hr = actingAs(store, "hr", today);
  const approver = actingAs(store, "approver", today);
  const newest = await newestScheme(store, "literal");
  const ref = { id: "literal", version: (newest?.version ?? 0) + 1 };
  const settings = { extensionResetsCount: false, groupHalfDays: "off" } as const;
  await saveDraft(hr, { ...ref, seen: 0, settings });
  await publishScheme(approver, ref, { seen: 1, reason: "议定" });
  const days = shippedNotices().find(({ year }) => year === 2026)?.days ?? [];
  const halfDays = [{ date: "2026-03-10", half: "pm" as const, group: "women" as const }];
  await loadNotice(hr, { year: 2026, days, halfDays }, { id: "n1" });
  expect(await confirmNotice(approver, { id: "n1" })).toMatchObject({ outcome: "committed" });
  await plantStation(store);
  await placeAt(store, await plantCohort(store, "c1", "2025-08-26"), "100001");
  await askedAndHeard(store, old);
  await grant(store, old, today);
  const sick = { class: "sick", from: "2026-03-10", to: "2026-03-10" } as const;
  await by(actingAs(store, "officer", today), old, (ground) => recordAbsence(ground, sick));
  await by(approver, old, (ground) => approveAbsence(ground, "a1", {}));
  expect((await termOf(store, further))?.continues).toMatchObject({ carriedDays: 0.5 });

  const units = await listUnits(store);
  const propose = (countsSeen?: string) => {
    const input: CorrectionInput = { seen: 1, sex: "male", evidence, countsSeen };
    const rule: Parameters<typeof changeCorrection>[1]["rule"] = (ground) => proposeCorrection(ground, input);
    return changeCorrection(actingAs(store, "hr", today), { serviceNumber: "100001", units, rule });
  };
  const counts = "一元派出所 0.5→1";
  expect(await propose()).toMatchObject({
    outcome: "refused",
    refusals: [{ code: "count-changes", field: "countsSeen", params: { counts } }],
  });
  expect(await propose(counts)).toMatchObject({ outcome: "committed" });
  const approval = { id: "k1", decision: "approve", countsSeen: counts } as const;
  const approved = await changeCorrection(approver, {
    serviceNumber: "100001",
    units,
    rule: (ground) => decideCorrection(ground, approval),
  });
  expect(approved).toMatchObject({ outcome: "committed" });

  expect(await termOf(store, old)).toMatchObject({
    officer: { sex: "female" },
    corrected: [{ counts: [{ secondmentId: old, from: 0.5, to: 1 }] }],
  });
  const handedOn = await termOf(store, further);
  expect(handedOn).toMatchObject({ continues: { id: old, carriedDays: 1, changedOn: today } });
  expect(handedOn?.corrected?.[0]).not.toHaveProperty("counts");

  const notice = await loadRecord(store, noticeNoun, "n1");
  const calendars = await calendarHistory(notice ? [notice] : []);
  const found = (kind: Kind, id: string, at = store) => verifyWhole(at, { kind, id }, calendars);
  const whole = { chain: [], faults: [] };
  for (const id of [old, further]) expect(await found("secondment", id), id).toEqual(whole);
  expect(await found("officer", "100001")).toEqual(whole);

  // Somebody writes the setting of the published scheme anew, past the product.
  await editItem(store, recordKey("scheme", `literal.${ref.version}`), ({ record }) => {
    record.scheme.groupHalfDays = "working";
  });
  // A store of its own has not read the scheme before, like the run of a check.
  const again = { ...store };
  expect((await found("scheme", `literal.${ref.version}`, again)).chain).toMatchObject([
    { fault: "altered-record" },
  ]);
});
