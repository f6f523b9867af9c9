import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ClaimPeriod, claimPeriod, releasePeriod } from "../src/claim.ts";

const held = { secondmentId: "s-1", from: "2025-08-26", to: "2026-08-25" };
const wanted = (from: string, to: string, secondmentId = "s-2") => ({ secondmentId, from, to });

describe("an officer, and a station post, has one secondment at a time", () => {
  const cases = [
    {
      name: "the next term starts the day after the last day",
      from: "2026-08-26",
      to: "2027-08-25",
      free: true,
    },
    { name: "the next term starts on the last day", from: "2026-08-25", to: "2027-08-24", free: false },
    {
      name: "the term before ends the day before the first day",
      from: "2024-08-26",
      to: "2025-08-25",
      free: true,
    },
    { name: "the term before ends on the first day", from: "2024-08-27", to: "2025-08-26", free: false },
    { name: "the same term", from: held.from, to: held.to, free: false },
    { name: "one day inside", from: "2026-01-01", to: "2026-01-01", free: false },
    { name: "around the whole term", from: "2025-01-01", to: "2026-12-31", free: false },
  ];
  test.each(cases)("$name: free $free", ({ from, to, free }) => {
    const outcome = claimPeriod("post", [held], wanted(from, to));
    if (free) expect(outcome).toMatchObject({ ok: true });
    else expect(outcome).toEqual({ ok: false, refusals: [{ code: "post-busy", params: held }] });
  });

  test("the refusal says who is busy, and with what", () => {
    expect(claimPeriod("officer", [held], wanted("2026-08-25", "2027-08-24"))).toEqual({
      ok: false,
      refusals: [{ code: "officer-busy", params: held }],
    });
  });

  test("a secondment that moves replaces its own period", () => {
    expect(claimPeriod("post", [held], wanted("2025-09-01", "2026-08-31", "s-1"))).toEqual({
      ok: true,
      value: [{ secondmentId: "s-1", from: "2025-09-01", to: "2026-08-31" }],
    });
  });

  test("a secondment that moves into another's period is refused and keeps its own", () => {
    const next = wanted("2026-08-26", "2027-08-25");
    expect(claimPeriod("post", [held, next], { ...held, to: "2026-08-26" })).toMatchObject({
      refusals: [{ code: "post-busy", params: next }],
    });
  });

  test("a period that ends before it starts is refused", () => {
    expect(claimPeriod("post", [], wanted("2026-08-26", "2026-08-25"))).toMatchObject({
      refusals: [{ code: "claim-ends-before-it-starts" }],
    });
    expect(claimPeriod("post", [], wanted("2026-08-26", "2026-08-26"))).toMatchObject({ ok: true });
  });

  test("periods are kept earliest first", () => {
    const before = wanted("2024-08-26", "2025-08-25");
    expect(claimPeriod("post", [held], before)).toEqual({ ok: true, value: [before, held] });
  });
});

describe("releasing", () => {
  test("frees the period for another", () => {
    expect(claimPeriod("post", releasePeriod([held], "s-1"), wanted(held.from, held.to))).toMatchObject({
      ok: true,
    });
  });

  test("what holds nothing changes nothing", () => {
    expect(releasePeriod([held], "s-9")).toEqual([held]);
  });
});

test("whatever is asked in whatever order, no two held periods share a day", () => {
  const day = fc.date({ min: new Date("2025-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  const request = fc.tuple(fc.integer({ min: 1, max: 12 }), day, fc.integer({ min: 0, max: 400 }));
  fc.assert(
    fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
      let periods: ClaimPeriod[] = [];
      for (const [secondment, from, days] of requests) {
        const to = new Date(from.getTime() + days * 86_400_000);
        const outcome = claimPeriod("officer", periods, wanted(dateOf(from), dateOf(to), `s-${secondment}`));
        if (outcome.ok) periods = outcome.value;
      }
      const taken = periods.flatMap(daysOf);
      expect(new Set(taken).size).toBe(taken.length);
      expect(new Set(periods.map(({ secondmentId }) => secondmentId)).size).toBe(periods.length);
    }),
  );
});

function dateOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

function daysOf({ from, to }: ClaimPeriod): string[] {
  const days: string[] = [];
  for (let at = new Date(from); dateOf(at) <= to; at = new Date(at.getTime() + 86_400_000))
    days.push(dateOf(at));
  return days;
}
