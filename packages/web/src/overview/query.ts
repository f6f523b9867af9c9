import { filers, grades } from "@dunmiao/domain/assessment";
import { formStandings } from "@dunmiao/domain/assessment/assessmentLoad";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import { refusalsOf } from "../refusalsOf.ts";

const code = z.string().max(60);

/** Query of the timeline: one host branch. */
export const timelineQuerySchema = z.object({ branch: code }).partial();

/** Query of the assessments of a cohort: without one its figures, with one the rows behind a figure. */
export const assessmentsQuerySchema = z
  .object({
    plan: code,
    by: z.enum(filers),
    is: z.enum(formStandings),
    /** Who wrote a graded form. */
    assessor: z.string().max(80),
    /** A final overall grade of the end assessment. */
    overall: z.enum(grades),
    /** Every form asked for. */
    forms: z.enum(["all"]),
    /** People with months, or duty areas, without evidence. */
    without: z.enum(["months", "areas"]),
  })
  .partial();
export type AssessmentsQuery = z.infer<typeof assessmentsQuerySchema>;

/** Parses a query; empty parameters, as forms send them, count as absent. */
export function parseQuery<T>(schema: z.ZodType<T>, given: Record<string, string>): Outcome<T> {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ""));
  const parsed = schema.safeParse(filled);
  return parsed.success ? accept(parsed.data) : { ok: false, refusals: refusalsOf(parsed.error, filled) };
}

/** The URL of a page with a query. */
export function hrefOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  const search = params.toString();
  return search === "" ? path : `${path}?${search}`;
}
