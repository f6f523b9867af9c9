import { describe, expect, test } from "vitest";
import { checkForm } from "../src/assessment/formInput.ts";
import type { FormKind } from "../src/assessment.ts";
import { arrived, content, timetabled } from "./support/forms.ts";
import { ground } from "./support/world.ts";

const at = ground(arrived(), "station", "2026-02-24", timetabled);

/** Codes and fields of what is wrong with a form. */
function wrong(form: FormKind, given: Record<string, unknown>): string[] {
  const checked = checkForm(at, form, content(given));
  return checked.ok ? [] : checked.refusals.map(({ code, field }) => `${code} ${field}`);
}

describe("the narrative of an extreme grade", () => {
  test.each([
    ["excellent", "", ["narrative-required narrative"]],
    ["excellent", "a".repeat(19), ["narrative-required narrative"]],
    ["excellent", "a".repeat(20), []],
    ["incompetent", "一".repeat(19), ["narrative-required narrative"]],
    ["incompetent", "一".repeat(20), []],
    ["competent", "", []],
    ["basically-competent", "", []],
  ])("%s with %j", (grade, narrative, answer) => {
    expect(wrong("assessment", { grade, ...(narrative && { narrative }) })).toEqual(answer);
  });
});

describe("each kind asks for its own parts", () => {
  test.each<[FormKind, Record<string, unknown>, string[]]>([
    ["opinion", { text: undefined }, ["required text"]],
    ["opinion", { grade: undefined, dimensions: undefined, sections: undefined }, []],
    ["showcase", { text: undefined }, ["required text"]],
    [
      "self-report",
      { sections: { duties: "a", plans: "d" } },
      ["required sections.results", "required sections.shortcomings"],
    ],
    ["self-report", { text: undefined, grade: undefined }, []],
    ["assessment", { grade: undefined }, ["required grade"]],
    [
      "assessment",
      {
        dimensions: {
          virtue: "competent",
          ability: "competent",
          diligence: "competent",
          achievement: "competent",
        },
      },
      ["required dimensions.integrity"],
    ],
    ["assessment", { text: undefined, evidence: [] }, []],
  ])("%s %j", (form, given, answer) => {
    expect(wrong(form, given)).toEqual(answer);
  });

  test("what belongs to another kind is not kept", () => {
    const checked = checkForm(at, "showcase", content());
    expect(checked).toMatchObject({ value: { words: { text: content().text }, evidence: [] } });
    expect(checked.ok && Object.keys(checked.value)).toEqual(["words", "evidence"]);
  });
});

describe("evidence", () => {
  const item = (area: string, month: string) => ({ evidence: [{ area, month, text: "x" }] });
  test.each([
    ["the first month of the term", "basic-work", "2025-08", []],
    ["a month before it", "basic-work", "2025-07", ["month-outside-term evidence.0.month"]],
    ["this month", "casework", "2026-02", []],
    ["a month that has not begun", "casework", "2026-03", ["month-outside-term evidence.0.month"]],
    ["an area that the scheme does not have", "gardening", "2026-02", ["unknown-duty-area evidence.0.area"]],
  ])("%s", (_name, area, month, answer) => {
    expect(wrong("assessment", item(area, month))).toEqual(answer);
    expect(wrong("opinion", item(area, month))).toEqual(answer);
  });
});
