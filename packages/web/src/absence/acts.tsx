import { evidenceSchema } from "@dunmiao/domain/absence";
import { type AbsenceAct, absenceActNames, absenceActs } from "@dunmiao/domain/absence/acts";
import type { CaseAct } from "@dunmiao/domain/caseAct";
import type { Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import * as z from "zod";
import { formNumber } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import { mountCaseAct, type Posted } from "../secondment/mountCaseAct.ts";
import type { Bind } from "../ui/oneOfForms.ts";
import { Details } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { ActForm, bindAct, type Failed } from "./actForm.tsx";
import { DayOutForm } from "./dayOutForm.tsx";
import {
  AmendForm,
  ContestForm,
  DecideForm,
  type DecisionProps,
  RejectForm,
  VoidForm,
} from "./decisionForms.tsx";
import { EvidenceFields } from "./factsFields.tsx";
import { amendmentForm, approvalForm, contestForm, dayOutForm, rejectionForm, voidForm } from "./form.ts";
import { toldAbsence } from "./told.ts";

/** `day`: of which it is asked what taking it out would mean. */
export type ActProps = DecisionProps & { day: string | undefined };
type Show = (c: Context<WebEnv>, failed: Failed) => Promise<Response>;
/** An act where it meets people: its route, and its form on the page of the absence. */
type PageAct = {
  mount: (app: Hono<WebEnv>, name: AbsenceAct, show: Show) => void;
  Form: (props: ActProps) => Child;
  /** Beside the others that answer the same question; else below, folded up. */
  isBeside?: boolean;
};

/** Every act on an absence; the last part of its URL is its name. */
export const pageActs: Readonly<Record<AbsenceAct, PageAct>> = {
  approve: onPage(absenceActs.approve, {
    form: approvalForm,
    summary: "Approve a request or a proposal",
    Form: (props) => <DecideForm {...props} act="approve" />,
    isBeside: true,
  }),
  confirm: onPage(absenceActs.confirm, {
    form: approvalForm,
    summary: "Confirm a finding as the second person",
    Form: (props) => <DecideForm {...props} act="confirm" />,
    isBeside: true,
  }),
  reject: onPage(absenceActs.reject, {
    form: rejectionForm,
    summary: "Reject a request, dismiss a finding, drop a proposal",
    Form: RejectForm,
    isBeside: true,
  }),
  contest: onPage(absenceActs.contest, {
    form: contestForm,
    summary: "Object to a finding",
    Form: ContestForm,
  }),
  amend: onPage(absenceActs.amend, { form: amendmentForm, summary: "Correct an absence", Form: AmendForm }),
  "add-evidence": onPage(absenceActs["add-evidence"], {
    form: z.object({ seen: formNumber.optional(), evidence: evidenceSchema }),
    summary: "Add a document that came later",
    Form: folded("add-evidence", (text, field) => <EvidenceFields text={text} field={field} isNeeded />),
  }),
  "take-out": onPage(absenceActs["take-out"], {
    form: dayOutForm,
    summary: "Take one day out of the middle of approved leave",
    Form: DayOutForm,
  }),
  void: onPage(absenceActs.void, { form: voidForm, summary: "Take an absence back", Form: VoidForm }),
};

function onPage<Input>(
  act: CaseAct<Input>,
  { form, summary, ...shown }: Posted<Input> & Omit<PageAct, "mount">,
): PageAct {
  return {
    ...shown,
    mount: (app, name, show) =>
      mountCaseAct(app, {
        form,
        summary,
        path: `/secondments/:id/absences/:absenceId/${name}`,
        about: "absenceId",
        act,
        told: (c) => toldAbsence(c, () => c.req.param("absenceId") ?? "", 200),
        show: (c, refused) => show(c, { act: name, ...refused }),
      }),
  };
}

/** A form that is folded up: what it is for, its fields, its button. */
function folded(
  name: keyof Text["absence"]["folded"],
  fields: (text: Text, field: Bind) => Child,
): PageAct["Form"] {
  return (props) => {
    const { text, failed } = props;
    const words = text.absence.folded[name];
    return (
      <Details summary={words.title} isOpen={failed?.act === name}>
        <p class="govuk-body">{words.hint}</p>
        <ActForm {...props} act={name} kind="secondary" label={words.title}>
          {fields(text, bindAct(text, name, failed))}
        </ActForm>
      </Details>
    );
  };
}

/** Puts every act into the app; a refused one is shown by `show` on the page that held its form. */
export function actRoutes(app: Hono<WebEnv>, show: Show): void {
  for (const name of absenceActNames) pageActs[name].mount(app, name, show);
}
