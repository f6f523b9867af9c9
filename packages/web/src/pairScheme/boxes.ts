import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { type PairSettings, pairSettingsSchema } from "@dunmiao/domain/pairSchemeRecord";
import type { Outcome, Refusal } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { refusalsOf } from "../refusalsOf.ts";
import { number } from "../scheme/draftValues.ts";
import { type Boxes, listBoxesOf, listRows } from "./listBoxes.ts";

/** The version that is drafted and the revision on the page, 0 where nothing was saved yet. */
const seenFields = { version: formNumber, seen: formNumber };
/** A change of a draft as a program sends it: only what it names changes. */
export const pairDraftBody = z.strictObject({ ...pairSettingsSchema.shape, ...seenFields });
const { mutual } = pairSettingsSchema.shape;
const wholeForm = z.strictObject({ ...pairSettingsSchema.required().shape, mutual, ...seenFields });
export const pairPublishForm = z.object({ ...seenFields, reason: z.string().trim().min(1).max(500) });

export type PairDraftInput = { version: number; seen: number; settings: PairSettings };

const numbers = [
  "longestMonths",
  "renewals",
  "loadCap",
  "restMonths",
  "secondChances",
  "objectionMonths",
] as const;
export const needs = ["skills", "statement"] as const;
const lists = ["eligibility", "grades", "focuses", "skills", "activityKinds", "mutual"] as const;

/** The form of a scheme as it stands. */
export function boxesOf(scheme: PairScheme): Boxes {
  const plans = scheme.checkpoints.flatMap((plan, at) => {
    const { schedule, opensDaysBefore, remindDaysBefore, escalateAfterWorkingDays: late } = plan;
    const row: Record<string, string> = {
      when: schedule.from === "each-month" ? String(schedule.day) : schedule.months.join(","),
      opens: String(opensDaysBefore),
      remind: remindDaysBefore.join(","),
      branch: String(late.branch),
      bureau: String(late.bureau),
      missed: plan.missedAfterWorkingDays === undefined ? "" : String(plan.missedAfterWorkingDays),
    };
    return Object.entries(row).map(([name, value]): [string, string] => [`c${at}.${name}`, value]);
  });
  return {
    "name.zh": scheme.name["zh-CN"],
    "name.en": scheme.name.en,
    ...Object.fromEntries(numbers.map((each) => [each, String(scheme[each])])),
    approval: scheme.approval,
    kinship: scheme.kinship,
    actsAlone: scheme.actsAlone,
    onFailure: scheme.onFailure,
    testNeeds: scheme.testNeeds.join(","),
    ...listBoxesOf(scheme),
    ...Object.fromEntries(plans),
  };
}

/** A draft from a program's body. */
export function inputOfJson(body: unknown): Outcome<PairDraftInput> {
  return inputOf(pairDraftBody, body);
}

/** A draft from the form: its boxes are read as what they mean, and what is wrong is said of its box. */
export function inputOfBoxes(boxes: Boxes, base: PairScheme): Outcome<PairDraftInput> {
  const read = inputOf(wholeForm, candidate(boxes, base));
  return read.ok ? read : { ok: false, refusals: atBoxes(read.refusals) };
}

const seen = z.object(seenFields);
function inputOf(
  schema: z.ZodType<PairSettings & z.infer<typeof seen>>,
  body: unknown,
): Outcome<PairDraftInput> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return { ok: false, refusals: refusalsOf(parsed.error, body) };
  const { version, seen: revision, ...settings } = parsed.data;
  return { ok: true, value: { version, seen: revision, settings } };
}

function candidate(boxes: Boxes, base: PairScheme): object {
  const skills = listRows(boxes, "skills");
  const focuses = listRows(boxes, "focuses").map((row) => ({
    ...named(row),
    skills: skills.filter(({ focus }) => focus === row.key).map(named),
  }));
  const items = listRows(boxes, "mutual").map(({ list, ...row }) => ({ ...named(row), list }));
  const grades = listRows(boxes, "grades").toSorted((one, other) => placeOf(one) - placeOf(other));
  return {
    version: boxes.version,
    seen: boxes.seen,
    name: { "zh-CN": boxes["name.zh"], en: boxes["name.en"] },
    ...Object.fromEntries(numbers.map((each) => [each, number(boxes[each])])),
    approval: boxes.approval,
    kinship: boxes.kinship,
    actsAlone: boxes.actsAlone,
    onFailure: boxes.onFailure,
    testNeeds: needs.filter((each) => boxes.testNeeds?.includes(each)),
    eligibility: listRows(boxes, "eligibility").map(named),
    grades: grades.map(({ pass, allowanceZh, allowanceEn, ...row }) => ({
      ...named(row),
      isPass: pass === "pass" ? true : pass === "fail" ? false : pass,
      ...((allowanceZh ?? allowanceEn) && { allowance: { "zh-CN": allowanceZh, en: allowanceEn } }),
    })),
    focuses,
    activityKinds: listRows(boxes, "activityKinds").map(named),
    // What was never listed stays unsaid.
    ...((items.length > 0 || base.mutual) && { mutual: items }),
    checkpoints: base.checkpoints.flatMap((plan, at) => planOf(boxes, plan, at)),
  };
}

/** A step of the timetable; a look at the middle without months falls away. */
function planOf(boxes: Boxes, plan: PairScheme["checkpoints"][number], at: number): object[] {
  const box = (name: string) => boxes[`c${at}.${name}`];
  const list = (text = "") =>
    text.trim() === ""
      ? []
      : text
          .trim()
          .split(/[,，、\s]+/)
          .map(number);
  const when = box("when");
  if (plan.kind === "mid-term" && list(when).length === 0) return [];
  const schedule =
    plan.schedule.from === "each-month"
      ? { from: plan.schedule.from, day: number(when) }
      : { ...plan.schedule, months: list(when) };
  const missed = number(box("missed"));
  const { missedAfterWorkingDays: _, ...kept } = plan;
  return [
    {
      ...kept,
      schedule,
      opensDaysBefore: number(box("opens")),
      remindDaysBefore: list(box("remind")),
      escalateAfterWorkingDays: { branch: number(box("branch")), bureau: number(box("bureau")) },
      ...(missed !== undefined && { missedAfterWorkingDays: missed }),
    },
  ];
}

type Row = ReturnType<typeof listRows>[number];

function named({ key, zh, en }: Row) {
  return { key, name: { "zh-CN": zh, en } };
}

/** Grades stand as they are numbered; one without a number stands last. */
function placeOf({ place }: Row): number {
  const at = Number(place);
  return place !== undefined && Number.isFinite(at) ? at : Number.MAX_SAFE_INTEGER;
}

const boxOf: readonly [path: RegExp, box: string][] = [
  [/^name\.zh-CN$/, "name.zh"],
  [/^focuses\.\d+\.skills.*$/, "skills"],
  [/^(eligibility|grades|focuses|activityKinds|testNeeds|mutual)\..*$/, "$1"],
  [/^checkpoints\.(\d+)\.schedule.*$/, "c$1.when"],
  [/^checkpoints\.(\d+)\.opensDaysBefore$/, "c$1.opens"],
  [/^checkpoints\.(\d+)\.remindDaysBefore.*$/, "c$1.remind"],
  [/^checkpoints\.(\d+)\.escalateAfterWorkingDays\.(branch|bureau)$/, "c$1.$2"],
  [/^checkpoints\.(\d+)\.missedAfterWorkingDays$/, "c$1.missed"],
];

/** Refusals of settings at the boxes that hold them, one for each box. */
export function atBoxes(refusals: readonly Refusal[]): Refusal[] {
  const said = new Set<string>();
  return refusals.flatMap((refusal) => {
    const path = refusal.field ?? "";
    const [pattern, box = ""] = boxOf.find(([each]) => each.test(path)) ?? [];
    const field = pattern ? path.replace(pattern, box) : path;
    if (field !== "" && said.has(field)) return [];
    said.add(field);
    return [{ ...inWords(refusal, field), ...(field !== "" && { field }) }];
  });
}

function inWords(refusal: Refusal, field: string): Refusal {
  const isList = lists.some((each) => each === field);
  const isBroken = ["required", "invalid-value", "invalid-format"].includes(refusal.code);
  if (isList && isBroken && refusal.field !== field) return { code: "line-not-read" };
  if (refusal.code !== "invalid-value") return refusal;
  if (/\.(when|remind)$/.test(field)) return { code: "number-list-expected" };
  const isNumber = numbers.some((each) => each === field) || /^c\d+\./.test(field);
  return isNumber ? { code: "whole-number-expected" } : refusal;
}
