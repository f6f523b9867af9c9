import * as z from "zod";
import { type Dimension, dimensions, type FormKind, type Grade, grades } from "../assessment.ts";
import type { Ground } from "../change.ts";
import { monthsOf } from "../checkpoint.ts";
import { accept, type Outcome, type Refusal } from "../refusal.ts";
import { lastDayServed } from "../secondment.ts";

/** Parts of a self-report (述职): what was done, what came of it, what fell short, what comes next. */
export const sections = ["duties", "results", "shortcomings", "plans"] as const;
export type Section = (typeof sections)[number];
export const longestTextCharacters = 2000;
const longestEvidenceCharacters = 300;
export const mostEvidence = 40;
const shortestNarrativeCharacters = 20;

/** A browser ends lines with two characters: they count as one. */
const words = z
  .string()
  .overwrite((typed) => typed.replaceAll("\r\n", "\n"))
  .trim()
  .min(1)
  .max(longestTextCharacters);
const evidenceItemSchema = z.object({
  area: z.string().max(24),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  text: z.string().trim().min(1).max(longestEvidenceCharacters),
});

/** What a form may say; which parts it must say is a matter of its kind. */
export const formInputSchema = z.object({
  text: words.optional(),
  sections: z.partialRecord(z.enum(sections), words).optional(),
  grade: z.enum(grades).optional(),
  dimensions: z.partialRecord(z.enum(dimensions), z.enum(grades)).optional(),
  narrative: words.optional(),
  evidence: z.array(evidenceItemSchema).max(mostEvidence).default([]),
  /** Attendance only: the days that the page showed when it was confirmed. */
  countedDays: z.number().multipleOf(0.5).nonnegative().optional(),
});
export type FormInput = z.infer<typeof formInputSchema>;

/** The words that are kept beside the record, and what the record itself keeps. */
export type FormContent = {
  words: Readonly<Record<string, unknown>>;
  grade?: Grade;
  dimensions?: Grade[];
  evidence: [area: string, month: string][];
};

/** Parts of each kind of form. */
const partsOf = {
  attendance: [],
  opinion: ["text", "grade", "evidence"],
  "self-report": ["sections", "evidence"],
  assessment: ["dimensions", "grade", "narrative", "evidence"],
  showcase: ["text"],
} as const satisfies Record<FormKind, readonly (keyof FormInput)[]>;

/** The parts that a kind of form has. */
export function partsOfForm(form: FormKind): readonly (keyof FormInput)[] {
  return partsOf[form];
}

/** Whether a kind of form has this part at all. */
function hasPart(form: FormKind, part: keyof FormInput): boolean {
  return partsOf[form].some((each) => each === part);
}

/** Checks that a form says everything that its kind asks for; what does not belong to the kind is left out. */
export function checkForm(ground: Ground, form: FormKind, input: FormInput): Outcome<FormContent> {
  const refusals = [...missing(form, input), ...badEvidence(ground, hasPart(form, "evidence") ? input : {})];
  if (refusals.length > 0) return { ok: false, refusals };
  const kept = partsOf[form].flatMap((part) => (input[part] === undefined ? [] : [[part, input[part]]]));
  const graded = hasPart(form, "grade") ? input.grade : undefined;
  const inOrder = dimensions.flatMap((each) => input.dimensions?.[each] ?? []);
  return accept({
    words: Object.fromEntries(kept),
    ...(graded && { grade: graded }),
    ...(form === "assessment" && { dimensions: inOrder }),
    evidence: hasPart(form, "evidence") ? input.evidence.map(({ area, month }) => [area, month]) : [],
  });
}

function missing(form: FormKind, input: FormInput): Refusal[] {
  const required = (field: string): Refusal => ({ code: "required", field });
  if (form === "opinion" || form === "showcase") return input.text ? [] : [required("text")];
  if (form === "self-report")
    return sections.filter((each) => !input.sections?.[each]).map((each) => required(`sections.${each}`));
  if (form !== "assessment") return [];
  return [
    ...dimensions
      .filter((each: Dimension) => !input.dimensions?.[each])
      .map((each) => required(`dimensions.${each}`)),
    ...(input.grade ? [] : [required("grade")]),
    ...narrativeMissing(input),
  ];
}

/** The two extreme grades have to be explained (domain.md, "Checkpoints and assessment"). */
function narrativeMissing({ grade, narrative = "" }: FormInput): Refusal[] {
  const isExtreme = grade === "excellent" || grade === "incompetent";
  if (!isExtreme || narrative.length >= shortestNarrativeCharacters) return [];
  return [{ code: "narrative-required", field: "narrative", params: { min: shortestNarrativeCharacters } }];
}

/** Evidence belongs to an area of the scheme and to a month of the term that has begun. */
function badEvidence(
  { secondment, scheme, today }: Ground,
  { evidence = [] }: Partial<FormInput>,
): Refusal[] {
  const months = monthsOf({ from: secondment.term.from, to: lastDayServed(secondment) });
  const allowed = months.filter((month) => month <= today.slice(0, 7));
  return evidence.flatMap(({ area, month }, at): Refusal[] => {
    const isArea = scheme.dutyAreas.some(({ key }) => key === area);
    if (!isArea) return [{ code: "unknown-duty-area", field: `evidence.${at}.area` }];
    if (allowed.includes(month)) return [];
    const span = { from: months[0] ?? "", to: allowed.at(-1) ?? "" };
    return [{ code: "month-outside-term", field: `evidence.${at}.month`, params: span }];
  });
}
