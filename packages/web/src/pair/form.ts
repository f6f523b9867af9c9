import { calendarDateSchema } from "@dunmiao/domain/calendarDate";
import { serviceNumberInputSchema } from "@dunmiao/domain/officer";
import { pairSchema, pairStatuses } from "@dunmiao/domain/pair";
import { activityInputSchema } from "@dunmiao/domain/pair/activities";
import { fileTaskInputSchema } from "@dunmiao/domain/pair/assignFile";
import { endInputSchema } from "@dunmiao/domain/pair/endPair";
import { handOverInputSchema } from "@dunmiao/domain/pair/handOverPair";
import { substituteInputSchema } from "@dunmiao/domain/pair/nameSubstitute";
import { objectionDecisionSchema, objectionInputSchema } from "@dunmiao/domain/pair/objections";
import { pairTodoKinds } from "@dunmiao/domain/pair/pairTodos";
import { pairInputSchema } from "@dunmiao/domain/pair/planPair";
import { testInputSchema } from "@dunmiao/domain/pair/recordTest";
import { midTermInputSchema } from "@dunmiao/domain/pair/reviewMidTerm";
import { agreementInputSchema } from "@dunmiao/domain/pair/signAgreement";
import { skillInputSchema } from "@dunmiao/domain/pair/signSkill";
import { pairStatementSchema } from "@dunmiao/domain/pair/statePair";
import { itemInputSchema } from "@dunmiao/domain/pair/tickItem";
import * as z from "zod";
import { formNumber } from "../body.ts";
import { cursorSchema } from "../cursor.ts";
import { whens } from "./when.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Papers of a pair. */
export const pairSheets = ["agreement", "cover", "file", "test"] as const;
export type PairSheet = (typeof pairSheets)[number];
export const pairPrintQuery = z.object({ sheet: z.enum(pairSheets).default("file") });
const { eligibility, ...planned } = pairInputSchema.shape;
const code = z.string().max(60);

/** Yes or no as a form sends it. */
const formAnswer = z.union([z.boolean(), z.enum(["true", "false"]).transform((said) => said === "true")]);

/** Of a checklist, what is ticked. */
const ticked = z
  .union([
    eligibility,
    z
      .string()
      .max(24)
      .transform((only) => [only]),
  ])
  .default([]);

/** Body of a new pair. */
export const pairForm = z.object({
  ...planned,
  /** `pair-standard` or `pair-strict`. */
  scheme: z.string().min(1).max(40),
  eligibility: ticked,
  kin: formAnswer.optional(),
});

/** Body of an activity. */
export const activityForm = activityInputSchema.extend({
  minutes: formNumber.pipe(z.int().positive().max(1440)).optional(),
});
/** Body of an agreement; the plan of a month as `plan.2026-03`. */
export const agreementForm = agreementInputSchema;
export const substituteForm = substituteInputSchema;
export const testForm = testInputSchema;
export const endForm = endInputSchema;
export const fileTaskForm = fileTaskInputSchema;

/** The most files that are assigned at once: each is a transaction of its own. */
export const mostFiles = 200;
const pairId = pairSchema.shape.id;
/** Several files at once; a form sends one ticked box as text, several as a list. */
export const fileTasksForm = fileTaskInputSchema.extend({
  pair: z.union([pairId.transform((each) => [each]), z.array(pairId).min(1).max(mostFiles)]),
});
export type FileTasks = z.infer<typeof fileTasksForm>;

/** Query of what is to be done about pairs; every member is optional. */
export const pairTasksQuerySchema = z
  .object({
    what: z.enum(pairTodoKinds),
    /** What is the reader's own to do, unless all is asked for. */
    whose: z.enum(["mine", "all"]),
    leads: code,
    when: z.enum(whens),
    cursor: cursorSchema,
  })
  .partial();
export type PairTasksQuery = z.infer<typeof pairTasksQuerySchema>;

export const skillForm = skillInputSchema;
export const itemForm = itemInputSchema;
export const midTermForm = midTermInputSchema;
export const statementForm = pairStatementSchema;
export const handOverForm = handOverInputSchema.extend({ eligibility: ticked, kin: formAnswer.optional() });
/** The first day on which somebody is there again. */
export const returnForm = z.object({ on: calendarDateSchema });
export const pauseForm = substituteInputSchema.pick({ why: true, from: true, to: true });
export const objectionForm = objectionInputSchema;
export const decisionForm = objectionDecisionSchema;
/** Of a mentor with all of their pairs; a secondment says so itself. */
export const mentorAwayReasons = ["moved", "leave", "left", "hr"] as const;
export const mentorAwayForm = z.object({
  mentor: serviceNumberInputSchema,
  why: z.enum(mentorAwayReasons),
  from: calendarDateSchema,
  to: calendarDateSchema.optional(),
});

const asked = z.string().max(60).optional().catch(undefined);
/** What the form of a new pair is filled in with, as a proposal leads to it; a person looks at it and sends it. */
export const newPairQuery = z.object({ mentor: asked, apprentice: asked, focus: asked, from: asked });

/** Query of the list; every member is optional. */
export const pairQuerySchema = z
  .object({
    unit: code,
    mentor: code,
    apprentice: code,
    focus: code,
    file: z.enum(["complete", "incomplete"]),
    state: z.enum(pairStatuses),
    orphan: z.enum(["true"]),
    /** The unit, or its branch, that leads: each pair is led by one, so that these add up. */
    leads: code,
    /** Pairs with, or running without, an activity in a month. */
    entered: month,
    silent: month,
    /** Of the last final test. */
    grade: code,
    /** Without those that never ran. */
    ran: z.enum(["true"]),
    /** Those whose file the headline counts. */
    counted: z.enum(["true"]),
    /** Start of a service number, or any part of a name. */
    q: z.string().trim().max(40),
    cursor: cursorSchema,
  })
  .partial();
export type PairQuery = z.infer<typeof pairQuerySchema>;
