import * as z from "zod";
import { isEffective, isPending } from "./absence.ts";
import { countDays } from "./count.ts";
import { dueOn } from "./nextStep.ts";
import type { Scheme } from "./scheme.ts";
import { lastDayServed, limitDaysOf, type Secondment, secondmentStatuses } from "./secondment.ts";
import { todoSchema, todosOf } from "./todo.ts";
import { isProvisional, type WorkCalendar } from "./workCalendar.ts";

const unitPairSchema = z.tuple([z.string(), z.string()]);

/** What lists and to-dos read: derived from the record at every commit, short because indexes repeat it; no rule reads it. */
export const summarySchema = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  sex: z.enum(["male", "female"]),
  born: z.string(),
  /** Code and name. */
  sending: unitPairSchema,
  branch: unitPairSchema,
  station: unitPairSchema,
  from: z.string(),
  to: z.string(),
  status: z.enum(secondmentStatuses),
  counted: z.number(),
  pending: z.number(),
  limit: z.number(),
  provisional: z.literal(true).optional(),
  /** The term ended before its nominal last day and was (or is to be) ruled: not a cancelled one. */
  completedEarly: z.literal(true).optional(),
  next: z.string().optional(),
  todos: z.array(todoSchema),
});
export type Summary = z.infer<typeof summarySchema>;

type Rules = { scheme: Scheme; calendar: WorkCalendar };

/** Derives the summary of a secondment; depends on the record, the scheme and the calendar, never on the day. */
export function summaryOf(secondment: Secondment, rules: Rules): Summary {
  const { officer, sending, hostBranch, hostStation, term } = secondment;
  const effective = secondment.absences.filter(isEffective);
  const counted = countDays(secondment, effective, rules);
  const forecast = countDays(secondment, [...effective, ...secondment.absences.filter(isPending)], rules);
  const next = dueOn(secondment, rules);
  return {
    id: secondment.id,
    number: officer.serviceNumber,
    name: officer.name,
    sex: officer.sex,
    born: officer.birthMonth,
    sending: [sending.code, sending.name],
    branch: [hostBranch.code, hostBranch.name],
    station: [hostStation.code, hostStation.name],
    from: term.from,
    to: lastDayServed(secondment),
    status: secondment.status,
    counted,
    pending: forecast - counted,
    limit: limitDaysOf(secondment, rules.scheme),
    ...(isProvisional(rules.calendar, term.from, lastDayServed(secondment)) && {
      provisional: true as const,
    }),
    ...(secondment.earlyEnd?.outcome === "completed" && { completedEarly: true as const }),
    ...(next && { next }),
    todos: todosOf(secondment, rules),
  };
}
