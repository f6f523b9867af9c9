import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { absenceShares } from "../src/absence/absenceShares.ts";
import { amendAbsence } from "../src/absence/amendAbsence.ts";
import { approveAbsence } from "../src/absence/approveAbsence.ts";
import { confirmFinding } from "../src/absence/finding.ts";
import { previewAbsence } from "../src/absence/previewAbsence.ts";
import { recordAbsence } from "../src/absence/recordAbsence.ts";
import { type AbsenceClass, absenceClasses, kindOfClass } from "../src/absenceClass.ts";
import type { Ground } from "../src/change.ts";
import { countOf } from "../src/count/count.ts";
import { explainDays } from "../src/count/explainDays.ts";
import type { Outcome } from "../src/refusal.ts";
import { classRuleOf, undecidedClasses } from "../src/scheme/classRule.ts";
import { changeDraft, publishDraft, startDraft } from "../src/scheme/schemeDraft.ts";
import { presetSchemes, type Scheme } from "../src/scheme.ts";
import { schemeSchema } from "../src/schemeSchema.ts";
import { anyCase } from "./support/arbitraries.ts";
import {
  absencesOf,
  after,
  answerOf,
  calendar,
  factsOf,
  ground,
  literal,
  must,
  person,
  secondment,
  wholeTimetable,
} from "./support/world.ts";

/** A version of before these classes were added to the catalogue. */
function without(classes: readonly AbsenceClass[], scheme: Scheme = literal): Scheme {
  const known = Object.entries(scheme.classes).filter(([name]) => !classes.some((each) => each === name));
  return schemeSchema.parse({ ...scheme, classes: Object.fromEntries(known) });
}

const noNursing = without(["nursing"]);
const day = "2026-03-02";
const nursing = factsOf({ class: "nursing", from: "2026-03-09", to: "2026-03-11" });
const sick = factsOf({ class: "sick", from: "2026-03-09", to: "2026-03-11" });

describe("a class that came after a scheme version", () => {
  test("the version parses as it was written, and leaves it open", () => {
    expect(classRuleOf(noNursing, "nursing")).toBe("not-decided");
    expect(undecidedClasses(noNursing)).toEqual(["nursing"]);
    expect(classRuleOf(noNursing, "sick")).toBe("counts");
    expect(classRuleOf(noNursing, "ordered-duty")).toBe("does-not-count");
  });

  test("a class that nobody knows is none, in a version as elsewhere", () => {
    const classes = { ...literal.classes, "study-leave": true };
    expect(schemeSchema.safeParse({ ...literal, classes }).success).toBe(false);
  });

  test("the newest preset of each scheme decides every class", () => {
    for (const id of ["literal", "statutory-leave-excluded"])
      expect(
        presetSchemes
          .filter((each) => each.id === id)
          .map(undecidedClasses)
          .at(-1),
      ).toEqual([]);
  });

  const requested = () => {
    const absences = absencesOf([{ class: "nursing", from: "2026-03-09", state: "requested" }]);
    return secondment({ absences });
  };
  const standing = () => secondment({ absences: absencesOf([{ class: "sick", from: "2026-03-09" }]) });
  const found = () =>
    secondment({ absences: absencesOf([{ class: "recall", from: "2026-02-24", state: "recorded" }]) });
  const noRecall = without(["recall"]);

  test.each<[string, (scheme: Scheme) => Outcome<unknown>]>([
    ["asked for", (scheme) => recordAbsence(ground(secondment(), "officer", day, scheme), nursing)],
    ["previewed", (scheme) => previewAbsence(ground(secondment(), "officer", day, scheme), nursing)],
    [
      "what another absence is corrected to",
      (scheme) =>
        amendAbsence(ground(standing(), "hr", day, scheme), "a1", { class: "nursing", reason: "更正" }),
    ],
    [
      "approved, where it was asked for before",
      (scheme) => approveAbsence(ground(requested(), "station", day, scheme), "a1", {}),
    ],
  ])("is refused with the reason when it is %s", (_name, act) => {
    expect(act(noNursing)).toEqual({
      ok: false,
      refusals: [{ code: "class-not-decided", field: "class", params: { class: "nursing", version: 1 } }],
    });
    expect(answerOf(act(literal))).toBe("accepted");
  });

  test("is refused when a finding of it is confirmed", () => {
    expect(answerOf(confirmFinding(ground(found(), "hr", day, noRecall), "a1", {}))).toBe(
      "class-not-decided",
    );
    expect(answerOf(confirmFinding(ground(found(), "hr", day, literal), "a1", {}))).toBe("accepted");
  });

  test("other classes are recorded and approved under the version as ever", () => {
    const asked = after(recordAbsence(ground(secondment(), "officer", day, noNursing), sick));
    expect(answerOf(approveAbsence(ground(asked, "station", day, noNursing), "a1", {}))).toBe("accepted");
  });

  test("where one stands nevertheless, it is not counted and says why", () => {
    const record = secondment({ absences: absencesOf([{ class: "nursing", from: "2026-03-09" }]) });
    expect(countOf(record, noNursing, calendar, day).countedDays).toBe(0);
    expect(absenceShares(record, { scheme: noNursing, calendar })).toEqual([
      { id: "a1", workingDays: 1, countedDays: 0, uncounted: [{ rule: "class-not-decided", days: 1 }] },
    ]);
    const explained = explainDays(record, noNursing, calendar, day).find(({ date }) => date === "2026-03-09");
    expect(explained).toMatchObject({ rule: "class-not-decided", counted: 0 });
    expect(countOf(record, literal, calendar, day).countedDays).toBe(1);
  });

  test("whatever classes a version leaves open, they are never counted and always refused", () => {
    fc.assert(
      fc.property(anyCase, fc.subarray([...absenceClasses]), (given, open) => {
        const { subject, scheme, calendar: known, today } = given;
        const shortened = without(open, scheme);
        const uncounted = {
          ...scheme,
          classes: { ...scheme.classes, ...Object.fromEntries(open.map((each) => [each, false])) },
        };
        expect(undecidedClasses(shortened)).toEqual(absenceClasses.filter((each) => open.includes(each)));
        expect(countOf(subject, shortened, known, today)).toEqual(countOf(subject, uncounted, known, today));
        for (const each of absenceClasses) expect(recorded(each, shortened)).toBe(open.includes(each));
      }),
      { numRuns: 40 },
    );
  });
});

/** Whether recording an absence of a class is refused for its class. */
function recorded(absenceClass: AbsenceClass, scheme: Scheme): boolean {
  const by = kindOfClass(absenceClass) === "finding" ? "station" : "officer";
  const on: Ground = ground(secondment(), by, day, scheme);
  return answerOf(recordAbsence(on, factsOf({ class: absenceClass, from: day }))) === "class-not-decided";
}

describe("the next version decides it", () => {
  const hr = { actor: person("hr"), today: day };
  const approver = { actor: person("approver"), today: day };
  const newest = without(["nursing", "injury-on-duty"], wholeTimetable);
  const drafted = () => must(startDraft(newest, { limitDays: 20 }, hr)).after;

  test("a draft may leave it open, and is not published before it is decided", () => {
    expect(publishDraft(drafted(), { seen: 1, reason: "议定" }, approver)).toEqual({
      ok: false,
      refusals: [
        { code: "class-left-open", params: { class: "nursing" } },
        { code: "class-left-open", params: { class: "injury-on-duty" } },
      ],
    });
  });

  test("a change that names one class leaves the others as they are", () => {
    const settings = { classes: { nursing: false } };
    const one = must(changeDraft(drafted(), { seen: 1, settings }, hr)).after;
    expect(one.scheme.classes).toEqual({ ...newest.classes, nursing: false });
    const both = must(
      changeDraft(one, { seen: 2, settings: { classes: { "injury-on-duty": true } } }, hr),
    ).after;
    const { scheme } = must(publishDraft(both, { seen: 3, reason: "议定" }, approver)).after;
    expect(undecidedClasses(scheme)).toEqual([]);
    expect(answerOf(recordAbsence(ground(secondment(), "officer", day, scheme), nursing))).toBe("accepted");
  });
});
