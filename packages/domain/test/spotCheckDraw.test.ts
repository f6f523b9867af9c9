import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitSpotCheck } from "../src/spotCheck/commitSpotCheck.ts";
import { drawOf, loadsOf, revealSpotCheck, verifyDraw } from "../src/spotCheck/draw.ts";
import { cancelSpotCheck } from "../src/spotCheck/spotCheckCancellation.ts";
import { openPick } from "../src/spotCheck/spotCheckResult.ts";
import { type SpotCheck, type StationLoad, spotCheckSchema } from "../src/spotCheck.ts";
import { answerOf, must, person } from "./support/world.ts";

const caps = { perStationDay: 1, perStationQuarter: 4 };
const on = "2026-03-04";
const seed = "0f".repeat(32);

/** Two people at each station. */
function people(count: number): [string, string][] {
  return Array.from({ length: count }, (_, at) => [`c1-${100_001 + at}`, `S${Math.floor(at / 2) + 1}`]);
}

function committed(facts: { size?: number; candidates?: [string, string][]; due?: StationLoad[] } = {}) {
  const { size = 4, candidates = people(12), due = [] } = facts;
  return commitSpotCheck(
    { cohort: "c1", on, size },
    { id: "k1", caps, candidates, assessmentsDue: due, seed },
    { actor: person("inspector-1"), today: "2026-03-02" },
  );
}

function revealed(checksDrawn: StationLoad[] = [], facts: Parameters<typeof committed>[0] = {}): SpotCheck {
  const check = must(committed(facts)).after;
  return must(revealSpotCheck(check, { seed, checksDrawn }, { actor: person("hr-1"), today: on })).after;
}

describe("committing and revealing", () => {
  test("what is committed shows the list and the hash of the seed, never the seed", () => {
    const { after, event } = must(committed());
    expect(after).toMatchObject({ state: "committed", picks: [], skipped: [] });
    expect(after.seedHash).toBe(createHash("sha256").update(seed).digest("hex"));
    expect(JSON.stringify([after, event])).not.toContain(seed);
  });

  test.each([
    ["a day that is over", () => committedOn("2026-03-01"), "day-is-over"],
    ["today", () => committedOn("2026-03-02"), "accepted"],
    ["nobody serves then", () => committed({ candidates: [] }), "nobody-serves-then"],
    ["one more than serve", () => committed({ size: 13 }), "more-than-serve"],
    ["as many as serve", () => committed({ size: 12 }), "accepted"],
  ])("%s", (_, commit, answer) => expect(answerOf(commit())).toBe(answer));

  test.each([
    ["the day before", "2026-03-03", "not-yet"],
    ["on the day", on, "accepted"],
    ["a day later", "2026-03-05", "accepted"],
  ])("revealed %s", (_, today, answer) => {
    const check = must(committed()).after;
    const acting = { actor: person("inspector-1"), today };
    expect(answerOf(revealSpotCheck(check, { seed, checksDrawn: [] }, acting))).toBe(answer);
  });

  test("is revealed once, and only by the seed that was committed", () => {
    const acting = { actor: person("inspector-1"), today: on };
    expect(answerOf(revealSpotCheck(revealed(), { seed, checksDrawn: [] }, acting))).toBe("already-revealed");
    const check = must(committed()).after;
    expect(() => revealSpotCheck(check, { seed: "other", checksDrawn: [] }, acting)).toThrow(
      "committed seed",
    );
  });

  test("where every station is at a cap nobody is drawn, and the check is over", () => {
    const full = people(12).map(([, station]): StationLoad => [station, 1, 1]);
    expect(revealed(full)).toMatchObject({ state: "finished", picks: [] });
  });
});

describe("cancelling", () => {
  const reason = "日期录入有误";
  const acting = { actor: person("hr-1"), today: on };
  const cancelled = (of: SpotCheck) => cancelSpotCheck(of, { reason }, acting);
  const check = must(committed()).after;

  test("keeps what was sealed, with who, when and why; nobody is drawn", () => {
    const { after, event } = must(cancelled(check));
    expect(after).toEqual({
      ...check,
      state: "cancelled",
      cancelled: { by: { id: "hr-1", role: "hr" }, on, reason },
    });
    expect(event).toEqual({ type: "spot-check.cancelled", change: { reason } });
    expect(verifyDraw(after)).toEqual([]);
    expect(spotCheckSchema.parse(after)).toEqual(after);
  });

  test.each([
    ["a sealed check is cancelled", () => cancelled(check), "accepted"],
    ["a revealed one is not", () => cancelled(revealed()), "already-revealed"],
    ["a cancelled one is not cancelled again", () => cancelled(gone()), "spot-check-cancelled"],
    ["nor revealed", () => reveal(gone()), "spot-check-cancelled"],
    ["nor has it results", () => openPick(gone(), "c1-100001"), "not-drawn"],
  ])("%s", (_, act, answer) => expect(answerOf(act())).toBe(answer));

  const gone = () => must(cancelled(check)).after;
  const reveal = (of: SpotCheck) => revealSpotCheck(of, { seed, checksDrawn: [] }, acting);
});

function committedOn(day: string) {
  const given = { id: "k1", caps, candidates: people(2), assessmentsDue: [], seed };
  const acting = { actor: person("inspector-1"), today: "2026-03-02" };
  return commitSpotCheck({ cohort: "c1", on: day, size: 1 }, given, acting);
}

describe("anyone can redo a draw", () => {
  test("in a few lines of their own, from the record alone", () => {
    const check = revealed([["S2", 1, 1]], { due: [["S3", 0, 4]] });
    const sha = (text: string) => createHash("sha256").update(text).digest("hex");
    const days: Record<string, number> = { S2: 1, S3: 99 };
    const expected: string[] = [];
    const ids = check.candidates.map(([id]) => id);
    for (const id of ids.sort((a, b) => sha(`${seed}|${a}`).localeCompare(sha(`${seed}|${b}`)))) {
      const station = check.candidates.find(([each]) => each === id)?.[1] ?? "";
      if (expected.length < check.size && !days[station]) expected.push(id);
      if (expected.includes(id)) days[station] = 1;
    }
    expect(check.picks.map(({ secondmentId }) => secondmentId)).toEqual(expected);
    expect(expected).toHaveLength(4);
    expect(verifyDraw(check)).toEqual([]);
  });

  test.each([
    ["a candidate taken off the list", { candidates: people(11) }, ["list", "draw"]],
    ["a cap raised", { caps: { perStationDay: 2, perStationQuarter: 4 } }, ["list", "draw"]],
    ["another seed", { revealed: { ...mustReveal(), seed: "aa" } }, ["seed", "draw"]],
    ["a pick exchanged", { picks: [{ secondmentId: "c1-100001", station: "S1" }] }, ["draw"]],
  ])("%s is found out", (_, change: Partial<SpotCheck>, faults) => {
    const check = revealed([], { size: 6 });
    expect(verifyDraw({ ...check, ...change })).toEqual(faults);
  });

  test("a result does not change the draw", () => {
    const check = revealed();
    const result = { outcome: "present" as const, by: { id: "hr-1", role: "hr" as const }, on };
    expect(verifyDraw({ ...check, picks: check.picks.map((each) => ({ ...each, result })) })).toEqual([]);
  });
});

function mustReveal() {
  const { revealed: found } = revealed();
  if (!found) throw new Error("not revealed");
  return found;
}

const seeds = fc.string({ minLength: 1, maxLength: 64 });
const stations = fc.integer({ min: 1, max: 8 }).map((n) => `S${n}`);
const candidateLists = fc
  .array(stations, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((station, at): [string, string] => [`c1-${100_001 + at}`, station]));
const loads = fc.array(fc.tuple(stations, fc.nat({ max: 2 }), fc.nat({ max: 5 })), { maxLength: 8 });
const someCaps = fc.record({
  perStationDay: fc.integer({ min: 1, max: 3 }),
  perStationQuarter: fc.integer({ min: 1, max: 5 }),
});
const draws = fc.record({
  candidates: candidateLists,
  seed: seeds,
  size: fc.integer({ min: 1, max: 20 }),
  caps: someCaps,
  loadOf: loads.map((each) => loadsOf(each)),
});

describe("for any seed", () => {
  test("no station goes over a cap, nobody is drawn twice, and no place stays free while somebody may be drawn", () => {
    fc.assert(
      fc.property(draws, (draw) => {
        const { picks, skipped } = drawOf(draw);
        const ids = [...picks, ...skipped].map(({ secondmentId }) => secondmentId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { station } of picks) {
          const own = picks.filter((each) => each.station === station).length;
          const { day, quarter } = draw.loadOf(station);
          expect(day + own).toBeLessThanOrEqual(draw.caps.perStationDay);
          expect(quarter + own).toBeLessThanOrEqual(draw.caps.perStationQuarter);
        }
        if (picks.length < draw.size) expect(ids).toHaveLength(draw.candidates.length);
      }),
    );
  });

  test("the draw is the same for any order of the list", () => {
    const shuffled = draws.chain((draw) =>
      fc
        .shuffledSubarray(draw.candidates, { minLength: draw.candidates.length })
        .map((candidates) => ({ draw, again: { ...draw, candidates } })),
    );
    fc.assert(
      fc.property(shuffled, ({ draw, again }) => {
        expect(drawOf(again)).toEqual(drawOf(draw));
      }),
    );
  });

  test("another seed draws others: over 200 seeds everybody comes first about as often", () => {
    const first = new Map<string, number>();
    for (let n = 0; n < 200; n += 1) {
      const draw = { candidates: people(4), size: 1, caps, seed: `seed ${n}`, loadOf: loadsOf() };
      const id = drawOf(draw).picks[0]?.secondmentId ?? "";
      first.set(id, (first.get(id) ?? 0) + 1);
    }
    expect([...first.values()].sort((a, b) => a - b)[0]).toBeGreaterThan(30);
    expect(first.size).toBe(4);
  });
});
