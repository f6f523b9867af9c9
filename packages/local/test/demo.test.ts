import { absenceClasses } from "@dunmiao/domain/absenceClass";
import { formTextName } from "@dunmiao/domain/assessment/fileForm";
import { addDays } from "@dunmiao/domain/calendarDate";
import { hashOf } from "@dunmiao/domain/event";
import { spotCheckOutcomes } from "@dunmiao/domain/spotCheck";
import { verifyDraw } from "@dunmiao/domain/spotCheck/draw";
import { checkOnLeave } from "@dunmiao/domain/spotCheck/spotCheckResult";
import { isWorkingDay } from "@dunmiao/domain/workCalendar";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { listCohorts } from "@dunmiao/store/cohort";
import { drawnInQuarterOf } from "@dunmiao/store/drawn";
import type { Store } from "@dunmiao/store/engine/client";
import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { loadRecordText } from "@dunmiao/store/recordText";
import { cohortSummaries, secondmentNoun } from "@dunmiao/store/secondment";
import { listSpotChecks, spotCheckNoun } from "@dunmiao/store/spotCheck";
import { listUnits } from "@dunmiao/store/unit";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { freshStore } from "../../store/test/engine.ts";
import { demoTermStart, seedDemo } from "../src/demo/seed.ts";

const today = "2026-03-02";

/** Everyone of the one cohort, as lists show them. */
async function everyone(store: Store) {
  const [cohort] = await listCohorts(store);
  return cohortSummaries(store, cohort?.id ?? "");
}

async function recordsOf(store: Store) {
  const found = await Promise.all(
    (await everyone(store)).map(({ id }) => loadRecord(store, secondmentNoun, id)),
  );
  return found.flatMap((each) => each ?? []);
}

/** The one spot check. */
async function checkOf(store: Store) {
  const checks = await listSpotChecks(store);
  const found = await loadRecord(store, spotCheckNoun, checks[0]?.id ?? "");
  if (checks.length !== 1 || !found) throw new Error(`${checks.length} spot checks`);
  return found;
}

let store: Store;
let records: Awaited<ReturnType<typeof recordsOf>>;
beforeAll(async () => {
  store = await freshStore();
  await seedDemo({ store, calendar: calendarReader(store) }, today);
  records = await recordsOf(store);
});

describe("the demo cohort", () => {
  test("is 224 officers at 224 stations in 13 districts, 9 of them women, 72 born in the 1990s", async () => {
    const people = await everyone(store);
    expect(people).toHaveLength(224);
    expect(new Set(people.map(({ station }) => station[0])).size).toBe(224);
    expect(new Set(people.map(({ branch }) => branch[0])).size).toBe(13);
    expect(people.filter(({ sex }) => sex === "female")).toHaveLength(9);
    expect(people.filter(({ born }) => born.startsWith("199"))).toHaveLength(72);
    const units = [...(await listUnits(store)).values()];
    expect(people.every(({ sending }) => units.find(({ id }) => id === sending[0])?.kind === "office")).toBe(
      true,
    );
  });

  test("names nobody: officers are numbers, service numbers are text with leading zeros", async () => {
    for (const { name, number } of await everyone(store)) {
      expect(name).toMatch(/^民警\d{4}$/);
      expect(number).toMatch(/^0\d{5}$/);
    }
  });

  test("has people at every count that matters", async () => {
    const counted = new Set((await everyone(store)).map((each) => each.counted));
    for (const days of [0, 9.5, 10, 13, 14.5, 15, 15.5, 18]) expect(counted).toContain(days);
  });

  test("has absences of every class, and every matter that waits for somebody", () => {
    const absences = records.flatMap((record) => record.absences);
    expect(new Set(absences.map((each) => each.class))).toEqual(new Set(absenceClasses));
    expect(new Set(absences.map((each) => each.state))).toEqual(
      new Set(["requested", "approved", "rejected", "recorded", "confirmed", "void"]),
    );
    expect(absences.some(({ contest }) => contest)).toBe(true);
    expect(absences.some(({ proposal }) => proposal)).toBe(true);
    expect(absences.some(({ fromHalf, toHalf }) => fromHalf || toHalf)).toBe(true);
    expect(absences.some(({ from, to }) => from < "2026-02-15" && to > "2026-02-23")).toBe(true);
    expect(absences.some(({ from, to }) => from <= "2025-12-31" && to > "2026-01-01")).toBe(true);
    expect(records.filter(({ reportedInOn }) => reportedInOn === undefined)).toHaveLength(1);
    expect(
      records.some(
        ({ checkpoints }) => checkpoints[0]?.doneOn && checkpoints[0].doneOn > checkpoints[0].dueOn,
      ),
    ).toBe(true);
  });

  test("has seven months of forms: most filed in time, some late, missed, sent back or waiting, and results", () => {
    const checkpoints = records.flatMap((record) => record.checkpoints);
    const past = checkpoints.filter(({ dueOn }) => dueOn < today);
    const inTime = past.filter(({ doneOn, dueOn }) => doneOn !== undefined && doneOn <= dueOn);
    expect(inTime.length / past.length).toBeGreaterThan(0.7);
    for (const state of ["done", "late", "missed", "open", "planned"])
      expect([state, checkpoints.some((each) => each.state === state)]).toEqual([state, true]);
    const forms = records.flatMap((record) => record.assessments);
    for (const state of ["submitted", "returned", "final"])
      expect([state, forms.some((each) => each.state === state)]).toEqual([state, true]);
    expect(new Set(forms.map(({ form }) => form))).toEqual(new Set(["attendance", "opinion"]));
    expect(new Set(forms.flatMap(({ grade }) => grade ?? [])).size).toBeGreaterThan(2);
    expect(records.some(({ awards }) => awards.length > 0)).toBe(true);
    const results = records.flatMap((record) => record.contributions);
    expect(new Set(results.map(({ state }) => state))).toEqual(
      new Set(["reported", "verified", "adopted", "not-adopted"]),
    );
  });

  test("keeps the words of what was filed beside the record", async () => {
    const filed = records.find(({ assessments }) => assessments.some(({ text }) => text));
    const form = filed?.assessments.find(({ text }) => text);
    const id = `${form?.id}.${form?.text?.revision}`;
    const words = await loadRecordText(store, filed?.id ?? "", { name: formTextName, id });
    expect(hashOf(words)).toBe(form?.text?.hash);
  });

  test("has nothing that was decided after today or by who asked, and no time that runs backwards", async () => {
    for (const record of records) {
      const of = { kind: "secondment", id: record.id } as const;
      const times = (await loadEvents(store, of, { limit: 1_000 })).events.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      // The demo is written at any hour of today: what it tells came before, so that what follows comes after.
      expect((times.at(-1) ?? "") <= `${addDays(today, -1)}T16:00:00.000Z`).toBe(true);
      for (const { recordedBy, recordedOn, decisions } of record.absences) {
        expect([recordedOn, ...decisions.map(({ on }) => on)].every((on) => on <= today)).toBe(true);
        const deciders = decisions.filter(({ act }) => ["approve", "confirm", "reject"].includes(act));
        expect(deciders.some(({ by }) => by.id === recordedBy.id)).toBe(false);
      }
    }
  });
});

test("the demo stands in unbroken chains, and nothing beside its records differs from what they say", async () => {
  const { checked, faults, recounting } = await verifyTable(store);
  expect({ faults, recounting }).toEqual({ faults: [], recounting: {} });
  expect(checked).toBeGreaterThan(2 * records.length);
});

describe("the demo's spot check", () => {
  test("was drawn some weeks ago and can be redone: present, on leave, and one absent with a finding", async () => {
    const check = await checkOf(store);
    expect(verifyDraw(check)).toEqual([]);
    expect(await verifyRecord(store, { kind: "spot-check", id: check.id })).toEqual([]);
    const { events } = await loadEvents(store, { kind: "spot-check", id: check.id }, { limit: 1_000 });
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    // All of it lies before today: its noons cannot come after what the product does from now on.
    expect((times.at(-1) ?? "") < `${today}T00:00:00.000Z`).toBe(true);
    expect([check.on < addDays(today, -20), check.on > addDays(today, -60)]).toEqual([true, true]);
    const results = check.picks.flatMap(({ result }) => result ?? []);
    expect(results.every(({ on }) => on > check.on && on < today)).toBe(true);
    const counts = spotCheckOutcomes.map((each) => results.filter(({ outcome }) => outcome === each).length);
    expect(counts[0]).toBeGreaterThan(1);
    expect(counts[1]).toBeGreaterThan(0);
    expect([counts[2], results.length]).toEqual([1, 6]);
    expect((await drawnInQuarterOf(store, check.on)).picks).toHaveLength(6);
  });

  test("agrees with the ledgers: the finding counts little, and leave that day stands in them", async () => {
    const { id, on, picks } = await checkOf(store);
    for (const { secondmentId, result } of picks) {
      const record = records.find((each) => each.id === secondmentId);
      const finding = record?.absences.find(({ foundBy }) => foundBy === id);
      expect(finding?.id).toBe(result?.absenceId);
      expect(record && checkOnLeave(record, on).ok).toBe(result?.outcome === "on-leave");
      if (!finding) continue;
      expect(finding).toMatchObject({ state: "confirmed", class: "unexplained", from: on, to: on });
      expect((await everyone(store)).find((each) => each.id === secondmentId)?.counted).toBe(1);
    }
    expect(records.flatMap(({ absences }) => absences.filter(({ foundBy }) => foundBy))).toHaveLength(1);
  });
});

test("the same first day gives the same people and the same hashes; seeding again changes nothing", async () => {
  const other = await freshStore();
  await seedDemo({ store: other, calendar: calendarReader(other) }, today);
  const heads = (all: typeof records) => all.map(({ id, head }) => [id, head]);
  const { head } = await checkOf(store);
  expect(heads(await recordsOf(other))).toEqual(heads(records));
  expect((await checkOf(other)).head).toBe(head);
  await seedDemo({ store: other, calendar: calendarReader(other) }, today);
  expect(heads(await recordsOf(other))).toEqual(heads(records));
  expect((await checkOf(other)).head).toBe(head);
});

test.each(["2026-11-22", "2025-01-15", "2024-02-29", "2030-08-31"])(
  "any first day will do: %s",
  async (day) => {
    const other = await freshStore();
    const calendar = calendarReader(other);
    await seedDemo({ store: other, calendar }, day);
    expect(await everyone(other)).toHaveLength(224);
    const outcomes = (await checkOf(other)).picks.flatMap(({ result }) => result?.outcome ?? []);
    expect(new Set(outcomes)).toEqual(new Set(spotCheckOutcomes));
    expect(isWorkingDay(await calendar.current(), demoTermStart(await calendar.current(), day))).toBe(true);
  },
);
