import * as z from "zod";
import { signatureSchema } from "./actor.ts";
import { calendarDateSchema } from "./calendarDate.ts";

export const formKinds = ["attendance", "opinion", "self-report", "assessment", "showcase"] as const;
export type FormKind = (typeof formKinds)[number];
/** Who files a form: the officer about the own year, or somebody of a unit. */
export const filers = ["officer", "station", "branch", "sending", "hr"] as const;
export type Filer = (typeof filers)[number];

/** 优秀, 称职, 基本称职, 不称职 (Civil Servant Law Art. 38), best first. */
export const grades = ["excellent", "competent", "basically-competent", "incompetent"] as const;
export type Grade = (typeof grades)[number];
/** 德能勤绩廉 (Civil Servant Law Art. 35). */
export const dimensions = ["virtue", "ability", "diligence", "achievement", "integrity"] as const;
export type Dimension = (typeof dimensions)[number];

export const assessmentStates = ["draft", "submitted", "returned", "final"] as const;

const actSchema = z.object({
  act: z.enum(["draft", "submit", "return", "accept"]),
  by: signatureSchema,
  on: calendarDateSchema,
  /** The record version that it made. */
  version: z.int().positive(),
  reason: z.string().max(500).optional(),
});

/** A form that one role files for one checkpoint; its words are an item beside the record, found by its revision. */
export const assessmentSchema = z.object({
  id: z.string().regex(/^f\d{1,4}$/),
  checkpoint: z.string().max(40),
  form: z.enum(formKinds),
  by: z.enum(filers),
  state: z.enum(assessmentStates),
  /** Grows with every change: what somebody who decides on it says to have seen. */
  revision: z.int().positive(),
  /** Revision under which the words that count are kept, and their SHA-256. */
  text: z.object({ revision: z.int().positive(), hash: z.string() }).optional(),
  grade: z.enum(grades).optional(),
  /** One grade for each of the five dimensions, in their order. */
  dimensions: z.array(z.enum(grades)).length(5).optional(),
  /** Duty area and month (YYYY-MM) of each piece of evidence. */
  evidence: z
    .array(z.tuple([z.string(), z.string()]))
    .max(40)
    .default([]),
  /** Attendance only: what the ledger said when it was confirmed. */
  countedDays: z.number().optional(),
  /** Attendance only: a short digest of the half days that counted then; rows of before are compared by their days alone. */
  ledger: z.string().max(16).optional(),
  history: z.array(actSchema),
});
export type Assessment = z.infer<typeof assessmentSchema>;
export type AssessmentAct = z.infer<typeof actSchema>;

/** In, as far as its checkpoint is concerned: filed and not sent back. */
export function isFiled({ state }: Pick<Assessment, "state">): boolean {
  return state === "submitted" || state === "final";
}

/** How a form was sent back, with the reason, while it waits to be filed again. */
export function sentBack({
  state,
  history,
}: Pick<Assessment, "state" | "history">): AssessmentAct | undefined {
  return state === "returned" ? history.findLast(({ act }) => act === "return") : undefined;
}

const accepters = {
  officer: "station",
  station: "branch",
  branch: "hr",
  sending: "hr",
  hr: "approver",
} as const;

/** Whose word makes a form final, or sends it back: the next above who files it. */
export function accepterOf(by: Filer): "station" | "branch" | "hr" | "approver" {
  return accepters[by];
}
