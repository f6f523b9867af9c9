import type { Refusal } from "@dunmiao/domain/refusal";
import { type DraftValues, number } from "./draftValues.ts";

/** Where the form has the box of a setting. */
const boxes: readonly [path: RegExp, box: string][] = [
  [/^name\.zh-CN$/, "name.zh"],
  [/^(warnAtDays|dutyAreas|classes)\..*$/, "$1"],
  [/^checkpoints\.(\d+)\.name\.zh-CN$/, "c$1.zh"],
  [/^checkpoints\.(\d+)\.name\.en$/, "c$1.en"],
  [/^checkpoints\.(\d+)\.schedule\.(from|months|workingDays|day)(\..*)?$/, "c$1.$2"],
  [/^checkpoints\.(\d+)\.schedule$/, "c$1.from"],
  [/^checkpoints\.(\d+)\.(kind|key)$/, "c$1.kind"],
  [/^checkpoints\.(\d+)\.opensDaysBefore$/, "c$1.opens"],
  [/^checkpoints\.(\d+)\.forms(\..*)?$/, "c$1.by"],
  [/^checkpoints\.(\d+)\.remindDaysBefore(\..*)?$/, "c$1.remind"],
  [/^checkpoints\.(\d+)\.escalateAfterWorkingDays\.(branch|bureau)$/, "c$1.$2"],
  [/^checkpoints\.(\d+)\.missedAfterWorkingDays$/, "c$1.missed"],
];

/** Refusals of settings at the boxes of the form that hold them, one for each box. */
export function atBoxes(refusals: readonly Refusal[], values: DraftValues): Refusal[] {
  const said = new Set<string>();
  return refusals.flatMap((refusal) => {
    const path = refusal.field ?? "";
    const [pattern, box = ""] = boxes.find(([each]) => each.test(path)) ?? [];
    const field = pattern ? path.replace(pattern, box) : path;
    if (said.has(field) && field !== "") return [];
    said.add(field);
    return [{ ...inWords(refusal, field, values), ...(field !== "" && { field }) }];
  });
}

const lists = /^(warnAtDays|dutyAreas|c\d+\.(months|remind))$/;
/** The list itself, not one of its members. */
const wholeList = /^(dutyAreas|checkpoints|.*\.(months|remindDaysBefore))$/;

/** "Invalid" of a box that holds a number says which kind of number; a share is written in percent. */
function inWords(refusal: Refusal, field: string, values: DraftValues): Refusal {
  const { code, params } = refusal;
  if (code === "too-small" && lists.test(field) && textOf(field, values).trim() === "")
    return { code: "required" };
  if (code === "too-large" && wholeList.test(refusal.field ?? ""))
    return { code: "too-many", ...(params && { params }) };
  if (field === "excellentShare" && params?.max !== undefined) return { code, params: { max: 100 } };
  const line = /^dutyAreas\.(\d+)\./.exec(refusal.field ?? "")?.[1];
  if (line !== undefined) return { code, params: { ...params, line: Number(line) + 1 } };
  if (code !== "invalid-value") return refusal;
  if (lists.test(field)) return { code: "number-list-expected" };
  const text = textOf(field, values);
  if (!isNumberBox(field)) return refusal;
  if (typeof number(text) !== "number") return { code: "number-expected" };
  return { code: field === "limitDays" ? "half-day-steps" : "whole-number-expected" };
}

function textOf(field: string, { fields, plans }: DraftValues): string {
  const [, row, box] = /^c(\d+)\.(\w+)$/.exec(field) ?? [];
  if (row === undefined) return fields[field] ?? "";
  const found = Object.entries(plans[Number(row)] ?? {}).find(([name]) => name === box)?.[1];
  return typeof found === "string" ? found : "";
}

function isNumberBox(field: string): boolean {
  if (/^c\d+\./.test(field)) return /\.(workingDays|day|opens|branch|bureau|missed)$/.test(field);
  return /^(termMonths|limitDays|extensionMonths|reviewWindowDays|excellentShare)$|^(ladderDays|extensionWindow|spotCheckCaps|dismissalAlarm)\./.test(
    field,
  );
}
