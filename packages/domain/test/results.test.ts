import { describe, expect, test } from "vitest";
import { recordAward, revokeAward } from "../src/award/recordAward.ts";
import {
  decideContribution,
  reportContribution,
  verifyContribution,
} from "../src/award/recordContribution.ts";
import type { Change, Ground } from "../src/change.ts";
import { setHeadline } from "../src/cohort/setHeadline.ts";
import { evidenceOf } from "../src/digest.ts";
import type { Outcome } from "../src/refusal.ts";
import type { Secondment } from "../src/secondment.ts";
import { after, answerOf, ground, must, person, secondment } from "./support/world.ts";

const today = "2026-03-02";
const award = {
  level: "third-class-merit",
  date: "2026-02-10",
  documentNumber: "市公奖〔2026〕3号",
} as const;
const result = { kind: "proposal", title: "警情回访办法", area: "basic-work", month: "2026-02" } as const;
const reason = "核对无误";

/** Acts one after the other; each must be allowed. */
function done(
  record: Secondment,
  ...acts: [by: string, rule: (at: Ground) => Outcome<Change>][]
): Secondment {
  return acts.reduce((now, [by, rule]) => after(rule(ground(now, by, today))), record);
}

describe("an award", () => {
  test.each<[string, Partial<Secondment>, string, object, string]>([
    ["HR enters one of inside the term", {}, "hr", {}, "accepted"],
    ["of the first day of the term", {}, "hr", { date: "2025-08-26" }, "accepted"],
    ["of the day before it", {}, "hr", { date: "2025-08-25" }, "award-before-term"],
    ["of today", {}, "hr", { date: today }, "accepted"],
    ["of tomorrow", {}, "hr", { date: "2026-03-03" }, "in-the-future"],
    [
      "after the term, the year ruled",
      { status: "recognised", term: { from: "2024-08-26", to: "2025-08-25" } },
      "hr",
      {},
      "accepted",
    ],
    ["of a year that was not recognised", { status: "not-recognised" }, "hr", {}, "accepted"],
    ["of a secondment that was withdrawn", { status: "withdrawn" }, "hr", {}, "closed-to-facts"],
    ["the station enters one", {}, "station", {}, "not-for-this-role"],
    ["the officer enters one", {}, "officer", {}, "not-for-this-role"],
  ])("%s", (_name, facts, by, input, answer) => {
    const outcome = recordAward(ground(secondment(facts), by, today), { ...award, ...input });
    expect(answerOf(outcome)).toBe(answer);
  });

  test("of a document that is there already is refused, with blanks too, until that one is revoked", () => {
    const once = done(secondment(), ["hr", (at) => recordAward(at, award)]);
    const again = { ...award, documentNumber: "市公奖 〔2026〕 3号" };
    expect(answerOf(recordAward(ground(once, "hr", today), again))).toBe("document-already-entered");
    const revoked = done(once, ["hr-2", (at) => revokeAward(at, "w1", { reason })]);
    const twice = done(revoked, ["hr", (at) => recordAward(at, again)]);
    expect(twice.awards.map(({ id, revoked: gone }) => `${id} ${gone?.reason ?? "stands"}`)).toEqual([
      `w1 ${reason}`,
      "w2 stands",
    ]);
  });

  test("is revoked by another of HR, once", () => {
    const once = done(secondment(), ["hr", (at) => recordAward(at, award)]);
    const revoke = (by: string, id = "w1", record = once) =>
      answerOf(revokeAward(ground(record, by, today), id, { reason }));
    expect(revoke("hr")).toBe("same-person-decides");
    expect(revoke("approver")).toBe("not-for-this-role");
    expect(revoke("hr-2", "w9")).toBe("unknown-award");
    const gone = done(once, ["hr-2", (at) => revokeAward(at, "w1", { reason })]);
    expect(revoke("hr-3", "w1", gone)).toBe("already-revoked");
    expect(gone.awards[0]?.recorded.by.id).toBe("hr");
  });

  test("nobody of HR enters or revokes their own", () => {
    const own = { ...ground(secondment(), "hr", today), actor: { ...person("hr"), serviceNumber: "100001" } };
    expect(answerOf(recordAward(own, award))).toBe("own-case");
  });

  test("number 41 of one term is refused", () => {
    const numbers = Array.from({ length: 40 }, (_, n) => `文${n}`);
    const full = done(
      secondment(),
      ...numbers.map((documentNumber): [string, (at: Ground) => Outcome<Change>] => [
        "hr",
        (at) => recordAward(at, { ...award, documentNumber }),
      ]),
    );
    expect(full.awards).toHaveLength(40);
    expect(answerOf(recordAward(ground(full, "hr", today), award))).toBe("too-many-awards");
  });
});

describe("a contribution", () => {
  test.each<[string, Partial<Secondment>, string, object, string]>([
    ["the officer reports one", {}, "officer", {}, "accepted"],
    ["the station reports one", {}, "station", {}, "accepted"],
    ["HR reports one", {}, "hr", {}, "accepted"],
    ["the branch does not report", {}, "branch", {}, "not-for-this-role"],
    ["an auditor does not report", {}, "auditor", {}, "not-for-this-role"],
    ["of the first month of the term", {}, "officer", { month: "2025-08" }, "accepted"],
    ["of the month before it", {}, "officer", { month: "2025-07" }, "month-outside-term"],
    ["of this month", {}, "officer", { month: "2026-03" }, "accepted"],
    ["of next month", {}, "officer", { month: "2026-04" }, "in-the-future"],
    [
      "of the month after a term that ended early",
      { status: "ended-early", endedOn: "2026-01-31" },
      "hr",
      {},
      "month-outside-term",
    ],
    [
      "of the last month of a term that ended early",
      { status: "ended-early", endedOn: "2026-02-01" },
      "hr",
      {},
      "accepted",
    ],
    ["of an area that the scheme does not have", {}, "officer", { area: "fishing" }, "unknown-duty-area"],
    ["when the year is ruled", { status: "recognised" }, "station", {}, "accepted"],
    ["before the term began", { status: "planned" }, "officer", {}, "closed-to-facts"],
    ["of a secondment that was withdrawn", { status: "withdrawn" }, "hr", {}, "closed-to-facts"],
  ])("%s", (_name, facts, by, input, answer) => {
    const outcome = reportContribution(ground(secondment(facts), by, today), { ...result, ...input });
    expect(answerOf(outcome)).toBe(answer);
  });

  const reported = done(secondment(), ["station", (at) => reportContribution(at, result)]);
  const verified = done(reported, ["branch", (at) => verifyContribution(at, "k1", { seen: 1 })]);
  const adopted = done(verified, [
    "hr",
    (at) => decideContribution(at, "k1", { seen: 2, reason, outcome: "adopted" }),
  ]);

  test.each<[string, string, number | undefined, string]>([
    ["the branch", "branch", 1, "accepted"],
    ["HR", "hr", undefined, "accepted"],
    ["another of the station", "station-2", 1, "accepted"],
    ["who reported it", "station", 1, "same-person-decides"],
    ["the officer", "officer", 1, "not-for-this-role"],
    ["the approver", "approver", 1, "not-for-this-role"],
    ["somebody who saw another revision", "branch", 2, "changed-meanwhile"],
  ])("is verified by %s", (_name, by, seen, answer) => {
    expect(answerOf(verifyContribution(ground(reported, by, today), "k1", { seen }))).toBe(answer);
  });

  test.each<[string, Secondment, string, "adopted" | "not-adopted", string]>([
    ["adopted by another of the branch", verified, "branch-2", "adopted", "accepted"],
    ["adopted by who verified it", verified, "branch", "adopted", "same-person-decides"],
    ["turned down by who verified it", verified, "branch", "not-adopted", "same-person-decides"],
    ["turned down by HR", verified, "hr", "not-adopted", "accepted"],
    ["adopted before anybody verified it", reported, "branch", "adopted", "not-waiting-for-adoption"],
    ["turned down before anybody verified it", reported, "branch", "not-adopted", "accepted"],
    ["adopted by the station", verified, "station-2", "adopted", "not-for-this-role"],
    ["turned down after it was adopted", adopted, "branch-2", "not-adopted", "not-waiting-for-adoption"],
  ])("is %s", (_name, record, by, outcome, answer) => {
    expect(answerOf(decideContribution(ground(record, by, today), "k1", { reason, outcome }))).toBe(answer);
  });

  test("says who reported, verified and decided it, and what was the matter with a second try", () => {
    expect(adopted.contributions[0]).toMatchObject({
      state: "adopted",
      revision: 3,
      recorded: { by: { id: "station" } },
      verified: { by: { id: "branch" } },
      decided: { by: { id: "hr" }, reason },
    });
    expect(answerOf(verifyContribution(ground(adopted, "hr-2", today), "k1", {}))).toBe(
      "not-waiting-for-verification",
    );
    expect(answerOf(verifyContribution(ground(adopted, "hr-2", today), "k2", {}))).toBe(
      "unknown-contribution",
    );
    const own = { ...ground(reported, "hr", today), actor: { ...person("hr"), serviceNumber: "100001" } };
    expect(answerOf(verifyContribution(own, "k1", {}))).toBe("own-case");
  });

  test("that HR reported is not adopted by the same person", () => {
    const byHr = done(
      secondment(),
      ["hr", (at) => reportContribution(at, result)],
      ["branch", (at) => verifyContribution(at, "k1", {})],
    );
    const outcome = decideContribution(ground(byHr, "hr", today), "k1", { reason, outcome: "adopted" });
    expect(answerOf(outcome)).toBe("same-person-decides");
  });

  test("is evidence from the moment that somebody verified it", () => {
    expect(evidenceOf(reported)).toEqual([]);
    expect(evidenceOf(verified)).toEqual([["basic-work", "2026-02"]]);
  });
});

describe("a headline", () => {
  const cohort = {
    id: "c1",
    version: 1,
    head: "",
    name: "第一批",
    schemeId: "literal",
    schemeVersion: 2,
    startsOn: "2025-08-26",
    endsOn: "2026-08-25",
  };
  const input = {
    title: "第一批成果",
    total: 56,
    parts: [{ level: "commendation", count: 36 } as const],
    source: "新闻稿",
    on: today,
  };
  const set = (facts: object, by = "hr", seen?: number, on = cohort) =>
    setHeadline({ cohort: on, actor: person(by), today }, { ...input, ...facts }, seen);

  test("is set by HR with whatever difference it has, and changed on sight of the last one", () => {
    const { after: first } = must(set({}));
    expect(first.headline).toMatchObject({ total: 56, revision: 1, setBy: { id: "hr" } });
    expect(answerOf(set({ total: 55 }, "hr-2", 1, first))).toBe("accepted");
    const { after: second } = must(set({ total: 55 }, "hr-2", 1, first));
    expect(answerOf(set({ total: 54 }, "hr", 1, second))).toBe("changed-meanwhile");
  });

  test.each<[string, object, string, string]>([
    ["by the approver", {}, "approver", "not-for-this-role"],
    ["of a report of tomorrow", { on: "2026-03-03" }, "hr", "in-the-future"],
    ["that names a level twice", { parts: [input.parts[0], input.parts[0]] }, "hr", "level-named-twice"],
  ])("%s is refused", (_name, facts, by, code) => {
    expect(answerOf(set(facts, by))).toBe(code);
  });
});
