import { describe, expect, test } from "vitest";
import { planCheckpoints } from "../src/checkpoint.ts";
import { previewSchedule } from "../src/scheme/previewSchedule.ts";
import { presetSchemes, type Scheme } from "../src/scheme.ts";
import { schemeSchema } from "../src/schemeSchema.ts";
import { calendar } from "./support/world.ts";

const scheme = schemeSchema.parse(presetSchemes.find(({ id, version }) => id === "literal" && version === 2));
const post = (branch: string, station: string, sending = "JG-01") => ({ branch, station, sending });
/** Two people at one station, one at another of the same branch, one elsewhere. */
const posts = [post("B1", "S11"), post("B1", "S12", "JG-02"), post("B1", "S11"), post("B2", "S21", "JG-02")];

function preview(allowed = 2, changed: Partial<Scheme> = {}, startsOn = "2025-08-26") {
  return previewSchedule({ ...scheme, ...changed }, startsOn, { posts, calendar, allowed });
}

describe("what a scheme would mean for four people from 2025-08-26", () => {
  test("every date is one that planning would set, earliest first, with the forms of all four", () => {
    const { dates, term } = preview();
    expect(term).toEqual({ from: "2025-08-26", to: "2026-08-25" });
    const planned = planCheckpoints(term, scheme, calendar);
    expect(dates.map(({ key, dueOn }) => `${key} ${dueOn}`).toSorted()).toEqual(
      planned.map(({ key, dueOn }) => `${key} ${dueOn}`).toSorted(),
    );
    expect(dates.map(({ dueOn }) => dueOn)).toEqual(dates.map(({ dueOn }) => dueOn).toSorted());
    const formsOf = (key: string) => dates.find((each) => each.key === key)?.forms;
    expect([
      formsOf("report-in"),
      formsOf("attendance.2025-09"),
      formsOf("mid-term"),
      formsOf("end"),
    ]).toEqual([0, 4, 8, 12]);
    // The 5th of October is a holiday: 2025-10-09 is the first working day after it.
    expect(dates.find(({ key }) => key === "attendance.2025-09")?.dueOn).toBe("2025-10-09");
  });

  test("a station with two people files twice as much; months stand in order and add up", () => {
    const { stations, months, total } = preview();
    expect(stations.map(({ station }) => station)).toEqual(["S11", "S12", "S21"]);
    expect(months[0]).toBe("2025-08");
    const november = months.indexOf("2025-11");
    // Attendance of October and the first quarter review.
    expect(stations.map(({ forms }) => forms[november])).toEqual([4, 2, 2]);
    // The end assessment and attendance of the last July are the station's, the others add branch and sending unit.
    const august = months.indexOf("2026-08");
    expect(stations.map(({ forms }) => forms[august])).toEqual([4, 2, 2]);
    expect(total[august]).toBe(16);
    const byStation = stations.flatMap(({ forms }) => forms).reduce((sum, each) => sum + each, 0);
    // 13 attendances, 2 quarters, mid-term and end for each of the four.
    expect(byStation).toBe(4 * 17);
  });

  test("days with more than two forms at one desk: the branch with three people, never exactly two", () => {
    const { crowded } = preview(2);
    expect(crowded.filter(({ level }) => level === "branch")).toEqual([
      { level: "branch", unit: "B1", dueOn: "2026-02-26", forms: 3 },
      { level: "branch", unit: "B1", dueOn: "2026-08-26", forms: 3 },
    ]);
    expect(crowded.filter(({ level }) => level === "station")).toEqual([]);
    expect(crowded.filter(({ level }) => level === "bureau")).toEqual([
      { level: "bureau", unit: "", dueOn: "2026-10-26", forms: 4 },
    ]);
    expect(preview(1).crowded).toContainEqual({
      level: "station",
      unit: "S11",
      dueOn: "2026-08-26",
      forms: 2,
    });
    expect(preview(4).crowded).toEqual([]);
  });

  test("two steps on one day are one load", () => {
    const checkpoints = scheme.checkpoints.map((each) =>
      each.key === "showcase"
        ? { ...each, schedule: { from: "start" as const, months: [6] }, kind: "review" as const }
        : each,
    );
    const moved = checkpoints.map((each) =>
      each.key === "showcase"
        ? { ...each, forms: [{ form: "opinion" as const, by: "branch" as const }] }
        : each,
    );
    expect(preview(5, { checkpoints: moved }).crowded).toEqual([
      { level: "branch", unit: "B1", dueOn: "2026-02-26", forms: 6 },
    ]);
  });

  test("dates in a year without a notice are provisional, the others are not", () => {
    const { dates, isProvisional } = preview(2, {}, "2026-03-02");
    expect(isProvisional).toBe(true);
    expect(dates.find(({ key }) => key === "mid-term")?.isProvisional).toBe(false);
    expect(dates.find(({ key }) => key === "end")?.isProvisional).toBe(true);
    expect(preview(2, {}, "2025-01-02").isProvisional).toBe(false);
  });

  test("nobody in the cohort: the dates all the same, no load", () => {
    const { dates, stations, crowded } = previewSchedule(scheme, "2025-08-26", {
      posts: [],
      calendar,
      allowed: 1,
    });
    expect(dates).toHaveLength(21);
    expect([stations, crowded]).toEqual([[], []]);
  });
});
