import { type AbsenceAct, absenceActs } from "@dunmiao/domain/absence/acts";
import type { CaseAct } from "@dunmiao/domain/caseAct";
import type { Context, Hono } from "hono";
import type { WebEnv } from "../deps.ts";
import { mountCaseAct, type Posted } from "../secondment/mountCaseAct.ts";
import type { Failed } from "./actForm.tsx";
import { amendmentForm, approvalForm, contestForm, dayOutForm, rejectionForm, voidForm } from "./form.ts";
import { toldAbsence } from "./told.ts";

type Show = (c: Context<WebEnv>, failed: Failed) => Promise<Response>;

/** Every act on an absence by the last part of its URL; a refused one is shown by `show` on the page that held its form. */
export function decisionRoutes(app: Hono<WebEnv>, show: Show): void {
  const mount = <Input>(name: AbsenceAct, act: CaseAct<Input>, posted: Posted<Input>) =>
    mountCaseAct(app, {
      ...posted,
      path: `/secondments/:id/absences/:absenceId/${name}`,
      about: "absenceId",
      act,
      told: (c) => toldAbsence(c, () => c.req.param("absenceId") ?? "", 200),
      show: (c, refused) => show(c, { act: name, ...refused }),
    });
  const { approve, reject, confirm, contest, amend } = absenceActs;
  mount("approve", approve, { form: approvalForm, summary: "Approve a request or a proposal" });
  mount("reject", reject, {
    form: rejectionForm,
    summary: "Reject a request, dismiss a finding, drop a proposal",
  });
  mount("confirm", confirm, { form: approvalForm, summary: "Confirm a finding as the second person" });
  mount("contest", contest, { form: contestForm, summary: "Object to a finding" });
  mount("amend", amend, { form: amendmentForm, summary: "Correct an absence" });
  mount("take-out", absenceActs["take-out"], {
    form: dayOutForm,
    summary: "Take one day out of the middle of approved leave",
  });
  mount("void", absenceActs.void, { form: voidForm, summary: "Take an absence back" });
}
