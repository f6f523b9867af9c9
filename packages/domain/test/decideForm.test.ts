import { describe, expect, test } from "vitest";
import { todosOf } from "../src/year/todosOf.ts";
import { Filing, timetabled } from "./support/forms.ts";
import { answerOf, calendar } from "./support/world.ts";

const station = { key: "mid-term", by: "station" } as const;
const branch = { key: "mid-term", by: "branch" } as const;
const filedOn = "2026-02-24";

/** The station's opinion at mid-term is in. */
function filed(): Filing {
  return new Filing().do("station", filedOn, { act: "submit", ...station });
}

describe("who decides on a form", () => {
  test.each([
    [
      "station's",
      "mid-term",
      "station",
      {
        branch: "accepted",
        hr: "accepted",
        approver: "needs-accepter",
        station: "same-person-decides",
        "station-2": "needs-accepter",
        officer: "own-case",
        sending: "needs-accepter",
      },
    ],
    [
      "branch's",
      "mid-term",
      "branch",
      {
        hr: "accepted",
        approver: "needs-accepter",
        branch: "same-person-decides",
        "branch-2": "needs-accepter",
        station: "needs-accepter",
      },
    ],
  ] as const)("on the %s", (_name, key, by, answers) => {
    for (const [who, answer] of Object.entries(answers))
      for (const act of ["return", "accept"] as const) {
        const filing = new Filing().do(by, filedOn, { act: "submit", key, by });
        expect([who, act, answerOf(filing.try(who, filedOn, { act, id: "f1" }))]).toEqual([who, act, answer]);
      }
  });

  test("on the officer's report the station, on the sending unit's opinion HR", () => {
    const report = () =>
      new Filing().do("officer", "2026-07-20", { act: "submit", key: "self-report", by: "officer" });
    expect(answerOf(report().try("station", "2026-07-21", { act: "accept", id: "f1" }))).toBe("accepted");
    expect(answerOf(report().try("branch", "2026-07-21", { act: "accept", id: "f1" }))).toBe(
      "needs-accepter",
    );
    const opinion = new Filing().do("sending", "2026-08-20", { act: "submit", key: "end", by: "sending" });
    expect(answerOf(opinion.try("branch", "2026-08-21", { act: "accept", id: "f1" }))).toBe("needs-accepter");
    expect(answerOf(opinion.try("hr", "2026-08-21", { act: "accept", id: "f1" }))).toBe("accepted");
  });

  test("who only began the draft has written on it too", () => {
    const filing = new Filing();
    filing
      .do("station", filedOn, { act: "draft", ...station })
      .do("station-2", filedOn, { act: "submit", ...station });
    expect(answerOf(filing.try("station", filedOn, { act: "accept", id: "f1" }))).toBe("same-person-decides");
  });

  test("a form that nobody has filed, one that is a draft, one that changed meanwhile", () => {
    const filing = filed();
    expect(answerOf(filing.try("branch", filedOn, { act: "accept", id: "f2" }))).toBe("unknown-assessment");
    filing.do("branch", filedOn, { act: "draft", ...branch });
    expect(answerOf(filing.try("hr", filedOn, { act: "accept", id: "f2" }))).toBe("form-not-submitted");
    expect(filing.try("branch", filedOn, { act: "accept", id: "f1", seen: 9 })).toMatchObject({
      refusals: [{ code: "changed-meanwhile", params: { by: "station", on: filedOn } }],
    });
    expect(answerOf(filing.try("branch", filedOn, { act: "accept", id: "f1", seen: 1 }))).toBe("accepted");
  });

  test.each(["recognised", "not-recognised", "withdrawn", "ended-early"] as const)(
    "nobody once it is %s",
    (status) => {
      const filing = filed();
      filing.record = { ...filing.record, status };
      expect(answerOf(filing.try("branch", filedOn, { act: "accept", id: "f1" }))).toBe("closed-to-facts");
    },
  );
});

describe("returned, filed again, final", () => {
  test("a form that closed its checkpoint opens it again; filed again it closes it again", () => {
    const filing = filed().do("branch", filedOn, { act: "submit", ...branch });
    expect(filing.checkpoint("mid-term").state).toBe("done");
    filing.do("branch", "2026-02-25", { act: "return", id: "f1" });
    expect(filing.checkpoint("mid-term").state).toBe("open");
    expect(filing.checkpoint("mid-term").doneOn).toBeUndefined();
    filing.do("station", "2026-02-26", { act: "submit", ...station });
    expect(filing.checkpoint("mid-term")).toMatchObject({ state: "done", doneOn: "2026-02-26" });
    filing.do("branch", "2026-02-27", { act: "accept", id: "f1" });
    expect(filing.form("f1")).toMatchObject({ state: "final", revision: 4 });
    expect(filing.form("f1").history.map(({ act, by, reason }) => [act, by.id, reason])).toEqual([
      ["submit", "station", undefined],
      ["return", "branch", "Which night shifts?"],
      ["submit", "station", undefined],
      ["accept", "branch", undefined],
    ]);
    expect(filing.events).toEqual([
      "form.submitted",
      "form.submitted",
      "form.returned",
      "form.submitted",
      "form.accepted",
    ]);
  });

  test("sent back after the due date it is late the next time that somebody looks", () => {
    const filing = filed().do("branch", filedOn, { act: "submit", ...branch });
    filing.do("branch", "2026-03-10", { act: "return", id: "f1" }).sweep("2026-03-10");
    expect(filing.checkpoint("mid-term")).toMatchObject({ state: "late" });
    filing.do("station", "2026-03-11", { act: "submit", ...station });
    expect(filing.checkpoint("mid-term")).toMatchObject({ state: "done", doneOn: "2026-03-11" });
  });

  test("sent back when its checkpoint has long run out it can still be filed again, for it was in", () => {
    const filing = filed().do("branch", filedOn, { act: "submit", ...branch });
    filing.do("branch", "2026-05-11", { act: "return", id: "f1" }).sweep("2026-05-11");
    expect(filing.checkpoint("mid-term").state).toBe("missed");
    filing
      .do("station", "2026-05-12", { act: "draft", ...station })
      .do("station", "2026-05-12", { act: "submit", ...station });
    expect(filing.checkpoint("mid-term").state).toBe("done");
  });

  test.each([
    ["returned twice", "return", "return", "form-not-submitted"],
    ["accepted after a return", "return", "accept", "form-not-submitted"],
    ["returned after it is final", "accept", "return", "form-not-submitted"],
    ["accepted twice", "accept", "accept", "form-not-submitted"],
  ] as const)("not %s", (_name, first, second, answer) => {
    const filing = filed().do("branch", filedOn, { act: first, id: "f1" });
    expect(answerOf(filing.try("hr", filedOn, { act: second, id: "f1" }))).toBe(answer);
  });

  test.each([
    ["submitted", [], "form-already-in"],
    ["final", ["accept"], "form-already-in"],
    ["returned", ["return"], "accepted"],
  ] as const)("a form that is %s", (_name, acts, answer) => {
    const filing = filed();
    for (const act of acts) filing.do("branch", filedOn, { act, id: "f1" });
    expect(answerOf(filing.try("station", filedOn, { act: "submit", ...station }))).toBe(answer);
  });
});

describe("to-dos of a form", () => {
  const formTodos = ({ record }: Filing) =>
    todosOf(record, { scheme: timetabled, calendar })
      .filter(([what, , , , about]) => what.endsWith("-form") && ["f1", "mid-term"].includes(about))
      .map(([what, whose, , due]) => [what, whose, due]);

  test("from whoever has to file it to whoever has to decide on it, and back", () => {
    const filing = filed();
    expect(formTodos(filing)).toEqual([
      ["file-form", "branch", "2026-02-26"],
      ["accept-form", "branch", "2026-03-02"],
    ]);
    filing.do("branch", filedOn, { act: "return", id: "f1" });
    expect(formTodos(filing)).toEqual([
      ["file-form", "station", "2026-02-26"],
      ["file-form", "branch", "2026-02-26"],
    ]);
  });

  test("a form sent back when its checkpoint had run out is still somebody's", () => {
    const filing = filed().do("branch", filedOn, { act: "submit", ...branch });
    filing.do("branch", "2026-05-11", { act: "return", id: "f1" }).sweep("2026-05-11");
    expect(formTodos(filing)).toEqual([["file-form", "station", "2026-05-18"]]);
  });

  test("nobody decides once the year is ruled", () => {
    const filing = filed();
    expect(formTodos(new Filing({ ...filing.record, status: "recognised", checkpoints: [] }))).toEqual([]);
  });
});
