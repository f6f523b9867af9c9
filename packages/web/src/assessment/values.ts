import { type FormInput, formInputSchema } from "@dunmiao/domain/assessment/formInput";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { refusalsOf } from "../refusalsOf.ts";

/** What stands in the fields of a form, by the names of the fields. */
export type Values = Readonly<Record<string, string>>;
type Parts = Readonly<Record<string, unknown>>;

const partsSchema = z.record(z.string(), z.unknown());
const rowName = /^evidence(\d{1,2})$/;
const plain = ["text", "grade", "narrative", "countedDays"] as const;
const nested = ["sections", "dimensions"] as const;
const rowFields = ["area", "month", "text"] as const;
/** A draft may be longer than what is submitted in the end; all of it together fits into one item. */
const longestValueCharacters = 10_000;
const longestDraftCharacters = 60_000;

/** A form by its parts, as JSON names them: the rows of evidence that a browser sends one by one become a list. */
export function partsOf(sent: Parts): Parts {
  const rows = Object.keys(sent)
    .flatMap((name) => rowName.exec(name)?.[1] ?? [])
    .toSorted((one, other) => Number(one) - Number(other))
    .map((number) => sent[`evidence${number}`]);
  const { countedDays } = sent;
  return {
    ...Object.fromEntries([...plain, ...nested].map((name) => [name, sent[name]])),
    evidence: sent.evidence ?? rows,
    ...(typeof countedDays === "string" && { countedDays: Number(countedDays) }),
  };
}

/** The same by the names of the fields: what a page shows again and a draft keeps. Only text stands in fields. */
export function valuesOf(parts: Parts): Values {
  const values: Record<string, string> = {};
  const put = (name: string, value: unknown) => {
    if (typeof value === "string" && value !== "") values[name] = value;
  };
  for (const name of plain) put(name, parts[name]);
  for (const name of nested)
    for (const [key, value] of Object.entries(partsSchema.catch({}).parse(parts[name])))
      put(`${name}.${key}`, value);
  const rows = Array.isArray(parts.evidence) ? parts.evidence : [];
  for (const [at, row] of rows.entries())
    for (const field of rowFields) put(`evidence${at + 1}.${field}`, partsSchema.catch({}).parse(row)[field]);
  return values;
}

/** Reads parts through the one schema. */
export function inputOf(parts: Parts): Outcome<FormInput> {
  const parsed = formInputSchema.safeParse(parts);
  if (parsed.success) return accept(parsed.data);
  return { ok: false, refusals: refusalsOf(parsed.error, parts) };
}

/** The parts of a form whose fields hold these values: the way back from a draft. */
export function partsOfValues(values: Values): Parts {
  const sent: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const [outer = name, inner] = name.split(".", 2);
    sent[outer] =
      inner === undefined ? value : { ...partsSchema.catch({}).parse(sent[outer]), [inner]: value };
  }
  return partsOf(sent);
}

/** Whether a draft can be kept: refuses `too-long` with the field that is. */
export function keepable(values: Values): Outcome<Values> {
  const long = Object.entries(values).find(([, value]) => value.length > longestValueCharacters);
  if (long) return refuse("too-long", long[0], { max: longestValueCharacters });
  const length = Object.values(values).reduce((sum, value) => sum + value.length, 0);
  if (length > longestDraftCharacters) return refuse("too-long", undefined, { max: longestDraftCharacters });
  return accept(values);
}

/** The name of the field that a refusal is about: `evidence.0.month` of the content is `evidence1.month` on the page. */
export function fieldOf(path: string): string {
  return path.replace(/^evidence\.(\d+)/, (_, at) => `evidence${Number(at) + 1}`);
}
