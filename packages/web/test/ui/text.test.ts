import { absenceStates } from "@dunmiao/domain/absence";
import { absenceClasses } from "@dunmiao/domain/absenceClass";
import { personRoles } from "@dunmiao/domain/actor";
import { rungs } from "@dunmiao/domain/scheme";
import { secondmentStatuses } from "@dunmiao/domain/secondment";
import { unitKinds } from "@dunmiao/domain/unit";
import { describe, expect, it } from "vitest";
import { nameOf } from "../../src/ui/nameOf.ts";
import { fieldMessages, refusalSentence } from "../../src/ui/refusalSentence.ts";
import { verdictWords } from "../../src/ui/tag.ts";
import { languages } from "../../src/ui/text.ts";
import { textFor } from "./texts.ts";

/** Every text of a catalogue with its path; a function is called with figures that answer any name. */
function sentences(group: unknown, path: string): { path: string; sentence: string }[] {
  if (typeof group === "string") return [{ path, sentence: group }];
  if (typeof group === "function") {
    const figures = new Proxy({}, { get: (_, name) => (name === "month" ? "3" : "7") });
    return [{ path, sentence: String(group(figures)) }];
  }
  return Object.entries(Object(group)).flatMap(([key, each]) => sentences(each, `${path}.${key}`));
}

describe("catalogues", () => {
  const zh = sentences(textFor("zh-CN"), "text");
  const en = sentences(textFor("en"), "text");

  it("have the same keys in both languages", () => {
    expect(en.map((each) => each.path).sort()).toEqual(zh.map((each) => each.path).sort());
  });

  it("have no empty sentence and none with a missing figure", () => {
    for (const { path, sentence } of [...zh, ...en])
      expect(sentence, path).not.toMatch(/^\s*$|undefined|\[object|NaN/);
  });

  it("have no Chinese character in the English one", () => {
    // The lines of a notice are typed in Chinese: their hint quotes one.
    const quoting = ["text.calendarPage.daysHint", "text.calendarPage.documentNumberHint"];
    for (const { path, sentence } of en)
      if (!quoting.includes(path)) expect(sentence, path).not.toMatch(/\p{Script=Han}/u);
  });

  it("have no English word without Chinese beside it in the Chinese one", () => {
    const left = zh.filter(({ sentence }) => /[a-z]{3}/i.test(sentence) && !/\p{Script=Han}/u.test(sentence));
    expect(left).toEqual([]);
  });

  it("use one term for one thing, as personnel work does", () => {
    const givenUp =
      /待定天数|已计天数|字面口径|第二人|(?<!尚)未办(?!结|理)|作缺失|缺办|工作领域|职责方面|佐证|揭示|哈希|流水|公布数|接收派出所|接任者|逾期升级|超限复核|培训·请假|公布总|公布分项|减公布|待批准天数|^(各.{1,2})?不在岗天数$/;
    expect(zh.filter(({ sentence }) => givenUp.test(sentence))).toEqual([]);
    const text = textFor("zh-CN");
    expect([text.status.serving, text.status["under-review"]]).toEqual(["挂职中", "超限核查"]);
  });

  it("say no verdict within the limit where what waits would exceed it", () => {
    expect(verdictWords(textFor("zh-CN"), "within", "exceeded")).toBe("连同审批中：超限");
    expect(verdictWords(textFor("en"), "within", "exceeded")).toBe("Over the limit with everything pending");
    expect(verdictWords(textFor("en"), "within", "within")).toBe("Within the limit");
  });

  for (const language of languages)
    it(`name every code of the domain (${language})`, () => {
      const text = textFor(language);
      const codes = [
        [text.absenceClass, absenceClasses],
        [text.absenceState, absenceStates],
        [text.status, secondmentStatuses],
        [text.role, personRoles],
        [text.unitKind, unitKinds],
        [text.rung, rungs],
        [text.verdict, ["within", "at-limit", "exceeded"]],
        [text.risk, ["below-10", "from-10", "from-13", "at-limit", "exceeded"]],
      ] as const;
      for (const [group, expected] of codes)
        for (const code of expected) expect(Object.keys(group)).toContain(code);
    });

  it("show an unknown code as it is", () => {
    expect(nameOf(textFor("en").status, "serving")).toBe("Serving");
    expect(nameOf(textFor("en").status, "toString")).toBe("toString");
  });
});

describe("refusals", () => {
  it("become a sentence with their figures", () => {
    const refusal = { code: "from-after-to", params: { from: "2026-03-05" } };
    expect(refusalSentence(textFor("zh-CN"), refusal)).toBe("结束日期不得早于起始日期（2026-03-05）");
    expect(refusalSentence(textFor("en"), refusal)).toContain("2026-03-05");
  });

  it("of a code without a sentence name the code, also when it looks like a method", () => {
    for (const code of ["brand-new", "toString", "constructor"])
      expect(refusalSentence(textFor("zh-CN"), { code })).toContain(code);
  });

  it("keep their field", () => {
    expect(
      fieldMessages(textFor("en"), [{ code: "required", field: "evidence.number" }, { code: "required" }]),
    ).toEqual([
      { code: "required", message: "This is required", field: "evidence.number" },
      { code: "required", message: "This is required" },
    ]);
  });
});
