import { amendAbsence, voidAbsence } from "@dunmiao/domain/absence/amendAbsence";
import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { confirmFinding, contestFinding } from "@dunmiao/domain/absence/finding";
import { rejectAbsence } from "@dunmiao/domain/absence/rejectAbsence";
import { takeDayOut } from "@dunmiao/domain/absence/takeDayOut";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { PermittedAct } from "@dunmiao/domain/permissions";
import type { Outcome } from "@dunmiao/domain/refusal";
import type * as z from "zod";
import { amendmentForm, approvalForm, contestForm, dayOutForm, rejectionForm, voidForm } from "./form.ts";

/** One act on an absence: what it is in the table of permissions, its body, and the rule that decides. */
export type DecisionAct<T> = {
  permission: PermittedAct;
  form: z.ZodType<T>;
  rule: (ground: Ground, absenceId: string, input: T) => Outcome<Change>;
};

function decision<T>(made: DecisionAct<T>): DecisionAct<T> {
  return made;
}

/** The acts on an absence by the last part of their URL. */
export const decisions = {
  approve: decision({
    permission: "approve-absence",
    form: approvalForm,
    rule: approveAbsence,
  }),
  /** Also inspectors: whoever proposed a correction may withdraw it. */
  reject: decision({
    permission: "reject-absence",
    form: rejectionForm,
    rule: rejectAbsence,
  }),
  confirm: decision({
    permission: "confirm-finding",
    form: approvalForm,
    rule: confirmFinding,
  }),
  contest: decision({ permission: "contest-finding", form: contestForm, rule: contestFinding }),
  amend: decision({
    permission: "amend-absence",
    form: amendmentForm,
    rule: amendAbsence,
  }),
  "take-out": decision({ permission: "amend-absence", form: dayOutForm, rule: takeDayOut }),
  void: decision({
    permission: "amend-absence",
    form: voidForm,
    rule: voidAbsence,
  }),
};
export type Act = keyof typeof decisions;
