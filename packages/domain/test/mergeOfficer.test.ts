import { describe, expect, test } from "vitest";
import type { Actor } from "../src/actor.ts";
import type { CorrectionGround } from "../src/officer/correctionSteps.ts";
import { proposeMerge } from "../src/officer/mergeOfficer.ts";
import type { Officer } from "../src/officer.ts";
import type { SecondmentStatus } from "../src/secondment.ts";

const facts = { sex: "female", birthMonth: "1994-05", kind: "officer", homeUnit: "JG-01" } as const;
const duplicate: Officer = { id: "705301", version: 1, head: "", name: "王小明", ...facts };
const stays: Officer = { id: "0705301", version: 4, head: "", name: "王晓明", ...facts };
const hr: Actor = { id: "hr-1", role: "hr" };
const evidence = { number: "1", title: "核查结果", date: "2026-02-10" };

type Row = [status: SecondmentStatus, from: string, to: string];
const termsOf = (rows: readonly Row[]) =>
  rows.map(([status, from, to], at) => ({ id: `t${at}`, status, term: { from, to } }));

function answer(own: readonly Row[], other: readonly Row[], change: Partial<CorrectionGround> = {}) {
  const ground: CorrectionGround = {
    officer: duplicate,
    terms: termsOf(own),
    other: { officer: stays, terms: termsOf(other) },
    moves: () => [],
    unitName: () => undefined,
    actor: hr,
    today: "2026-03-02",
    ...change,
  };
  const outcome = proposeMerge(ground, { seen: 1, into: stays.id, evidence });
  return outcome.ok ? outcome.value.after.corrections?.at(-1)?.state : outcome.refusals[0]?.code;
}

const year: Row = ["serving", "2025-08-26", "2026-08-25"];

describe("two numbers of one person", () => {
  test.each<[string, Row[], Row[], string]>([
    ["neither has a secondment", [], [], "effective"],
    ["the duplicate's runs", [year], [], "open"],
    ["the other's runs", [], [year], "open"],
    ["one is ruled", [["recognised", "2023-08-26", "2024-08-25"]], [], "open"],
    ["both run on the same days", [year], [year], "terms-overlap"],
    ["one begins on the last day", [year], [["planned", "2026-08-25", "2027-08-24"]], "terms-overlap"],
    ["one begins on the day after", [year], [["planned", "2026-08-26", "2027-08-25"]], "open"],
    ["one of two on the same days was withdrawn", [year], [["withdrawn", year[1], year[2]]], "open"],
  ])("%s", (_name, own, other, expected) => {
    expect(answer(own, other)).toBe(expected);
  });

  test.each<[string, Partial<CorrectionGround>, string]>([
    ["its own officer", { actor: { ...hr, serviceNumber: "705301" } }, "own-case"],
    ["the officer under the number that stays", { actor: { ...hr, serviceNumber: "0705301" } }, "own-case"],
    [
      "the officer under a number merged before",
      { actor: { ...hr, serviceNumber: "9", mergedNumbers: ["705301"] } },
      "own-case",
    ],
    ["one that was merged", { officer: { ...duplicate, mergedInto: "9" } }, "merged-number"],
    [
      "into one that was merged",
      { other: { officer: { ...stays, mergedInto: "9" }, terms: [] } },
      "merged-number",
    ],
    ["into nobody", { other: undefined }, "unknown-officer"],
    ["what changed since it was looked at", { officer: { ...duplicate, version: 2 } }, "officer-changed"],
  ])("is not merged: %s", (_name, change, expected) => {
    expect(answer([], [], change)).toBe(expected);
  });
});
