import { describe, expect, test } from "vitest";
import type { Actor } from "../src/actor.ts";
import { eventsOfKind } from "../src/eventType.ts";
import { peopleFigures, peopleOfQuota, quotaOn } from "../src/unit/quota.ts";
import { recordForce } from "../src/unit/recordForce.ts";
import type { Unit } from "../src/unit.ts";

const today = "2026-03-02";
const units = new Map<string, { parent?: string }>([
  ["C", {}],
  ["C-1", { parent: "C" }],
  ["C-1-S", { parent: "C-1" }],
  ["C-2", { parent: "C" }],
  ["X", {}],
]);
type Status = Parameters<typeof quotaOn>[1]["sent"][number]["status"];
const from = (unit: string, status: Status = "serving", starts = "2026-01-05", ends = "2027-01-04") => ({
  status,
  from: starts,
  to: ends,
  sending: [unit, unit] as [string, string],
});
const city = { level: "city", sharePercent: 20 } as const;
const forces = new Map([
  ["C", [{ ...city, from: "2025-01-01", people: 1_005 }]],
  [
    "C-1",
    [
      { level: "county", from: "2025-01-01", people: 90, sharePercent: 10 },
      { level: "county", from: "2026-03-02", people: 101, sharePercent: 7.5 },
      { level: "county", from: "2026-03-03", people: 500, sharePercent: 50 },
    ],
  ],
  ["C-2", [{ ...city, from: "2026-03-03", people: 10 }]],
] as const);

describe("the quota of a day", () => {
  test("counts everybody once, for the nearest unit whose force is known, and adds up", () => {
    const sent = [
      from("C"),
      from("C-2"),
      from("C-1"),
      from("C-1-S", "under-review"),
      from("C-1-S", "planned"),
      from("C-1", "planned", "2026-03-03"),
      from("X"),
    ];
    const { rows, total, withoutForce } = quotaOn(today, { forces, units, sent });
    expect(rows).toMatchObject([
      { unit: "C", planned: 201, actual: 2, gap: 199, coming: 0 },
      { unit: "C-1", people: 101, planned: 8, actual: 3, gap: 5, coming: 1 },
    ]);
    expect(total).toEqual({ people: 1_106, planned: 209, actual: 5, coming: 1, gap: 204 });
    expect(withoutForce).toEqual({ actual: 1, coming: 0 });
    for (const figure of peopleFigures) {
      const behind = (unit?: string) =>
        peopleOfQuota(today, { forces, units, sent }, { unit, figure }).length;
      expect(rows.map(({ unit }) => behind(unit))).toEqual(rows.map((row) => row[figure]));
      expect([behind(), behind("")]).toEqual([total[figure], withoutForce[figure]]);
    }
  });

  test.each([
    ["the first day", from("C", "serving", today), 1],
    ["the last day", from("C", "serving", "2025-03-03", today), 1],
    ["the day after the last", from("C", "under-review", "2025-03-02", "2026-03-01"), 0],
    ["not begun", from("C", "planned", "2026-03-03"), 0],
    ["withdrawn", from("C", "withdrawn"), 0],
    ["ended early", from("C", "ended-early"), 0],
  ])("counts who is in the term: %s", (_, one, actual) => {
    expect(quotaOn(today, { forces, units, sent: [one] }).total.actual).toBe(actual);
  });

  test.each([
    [1, 20, 1],
    [5, 20, 1],
    [6, 20, 2],
    [1_005, 20, 201],
    [1_000, 0, 0],
    [1_000, 14.29, 143],
    [700, 1.1, 8],
  ])("%i people at %f %% are %i", (people, sharePercent, planned) => {
    const one = new Map([["C", [{ level: "county" as const, from: today, people, sharePercent }]]]);
    expect(quotaOn(today, { forces: one, units, sent: [] }).total.planned).toBe(planned);
  });
});

describe("a force", () => {
  const hr: Actor = { id: "hr-1", role: "hr" };
  const unit: Unit = { id: "C", version: 1, head: "", name: "市局", kind: "bureau" };
  const input = { level: "city", from: today, people: 1_000, source: "政〔2026〕1号" } as const;
  const entered = recordForce(unit, input, { actor: hr, today });
  const after = entered.ok && entered.value ? entered.value.after : unit;

  test("has a fifth unless told, in the record and in an event of its form", () => {
    expect(after.forces).toMatchObject([{ sharePercent: 20, entered: { by: { id: "hr-1" }, on: today } }]);
    const change = entered.ok ? entered.value?.event.change : undefined;
    expect(eventsOfKind.unit["unit.force-entered"].parse(change)).toEqual({ ...input, sharePercent: 20 });
  });

  test.each([
    ["the same again changes nothing", {}, 1, undefined],
    ["another of the same day takes its place", { people: 1_001 }, 1, 1_001],
    ["one of an earlier day stands before it", { from: "2025-01-01", people: 900 }, 2, 900],
  ])("%s", (_, change, entries, first) => {
    const again = recordForce(after, { ...input, ...change }, { actor: hr, today });
    const forcesThen = again.ok ? again.value?.after.forces : [];
    expect(forcesThen?.length ?? entries).toBe(entries);
    expect(forcesThen?.[0]?.people).toBe(first);
  });

  test.each([
    [
      "a county says its share",
      unit,
      { ...input, level: "county" as const },
      hr,
      "share-not-said",
      "sharePercent",
    ],
    ["a station has none", { ...unit, kind: "station" as const }, input, hr, "force-of-station", "unit"],
    ["it is HR's", unit, input, { id: "b", role: "branch" } satisfies Actor, "forbidden", undefined],
  ])("%s", (_, of, said, actor, code, field) => {
    const refused = recordForce(of, said, { actor, today });
    expect(refused.ok ? [] : refused.refusals).toMatchObject([{ code, ...(field && { field }) }]);
  });
});
