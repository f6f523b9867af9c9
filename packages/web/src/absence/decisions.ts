import { amendAbsence, voidAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { confirmFinding, contestFinding } from "@dunmiao/domain/absence/finding";
import { rejectAbsence } from "@dunmiao/domain/absence/rejectAbsence";
import type { PersonRole } from "@dunmiao/domain/actor";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { Outcome } from "@dunmiao/domain/refusal";
import type * as z from "zod";
import { amendmentForm, approvalForm, contestForm, rejectionForm, voidForm } from "./form.ts";

/** One act on an absence: who may try it, its body, and the rule that decides. */
export type Decision<T> = {
  roles: readonly PersonRole[];
  form: z.ZodType<T>;
  rule: (ground: Ground, absenceId: string, input: T) => Outcome<Change>;
};

function decision<T>(made: Decision<T>): Decision<T> {
  return made;
}

/** The acts on an absence by the last part of their URL; roles are those that domain/access.ts lets any case of the act do. */
export const decisions = {
  approve: decision({
    roles: ["station", "branch", "approver", "hr"],
    form: approvalForm,
    rule: approveAbsence,
  }),
  /** Also inspectors: whoever proposed a correction may withdraw it. */
  reject: decision({
    roles: ["station", "branch", "approver", "hr", "inspector"],
    form: rejectionForm,
    rule: rejectAbsence,
  }),
  confirm: decision({
    roles: ["station", "branch", "approver", "hr"],
    form: approvalForm,
    rule: confirmFinding,
  }),
  contest: decision({ roles: ["officer"], form: contestForm, rule: contestFinding }),
  amend: decision({
    roles: ["hr", "station", "branch", "approver", "inspector", "officer"],
    form: amendmentForm,
    rule: amendAbsence,
  }),
  void: decision({
    roles: ["hr", "station", "branch", "approver", "inspector", "officer"],
    form: voidForm,
    rule: voidAbsence,
  }),
};
export type Act = keyof typeof decisions;
