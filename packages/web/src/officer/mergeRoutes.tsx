import { type MergeInput, proposeMerge } from "@dunmiao/domain/officer/mergeOfficer";
import { plainCode } from "@dunmiao/domain/plainText";
import type { Refusal } from "@dunmiao/domain/refusal";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { type CorrectionRequest, changeCorrection } from "@dunmiao/store/officerCorrection";
import type { Context, Hono } from "hono";
import { allow } from "../access.ts";
import { mountAct } from "../act.ts";
import { actingOf } from "../acting.ts";
import type { WebEnv } from "../deps.ts";
import { chromeOf } from "../page.tsx";
import { answerProblem, statusOf } from "../problem.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { mergeForm } from "./form.ts";
import { MergePage } from "./mergePage.tsx";
import { alikeOf, readMerge } from "./mergeRead.ts";
import { officerHref } from "./show.tsx";
import { currentUnits, toldAs } from "./told.ts";

/** HR merges a number into another one of the same person. */
export function mergeRoutes(app: Hono<WebEnv>): void {
  app.get(
    "/officers/:serviceNumber/merge",
    allow("correct-officer", "Form of a merge into another number"),
    (c) => {
      const { into } = c.req.query();
      const values: Record<string, string> = into === undefined ? {} : { into: plainCode(into) };
      return showForm(c, c.req.param("serviceNumber"), values);
    },
  );
  mountAct(app, {
    path: "/officers/:serviceNumber/merge",
    permission: "correct-officer",
    form: mergeForm,
    summary:
      "Merge a number into another one of the same person; waits for another person where either has a secondment",
    told: () => toldAs(201),
    change: async (c, input, once) => {
      const serviceNumber = c.req.param("serviceNumber") ?? "";
      const units = await currentUnits(c);
      const request = { serviceNumber, into: input.into, rule: ruleOf(input), units, once };
      return changeCorrection(actingOf(c), request);
    },
    show: (c, { values, refusals }) => showForm(c, c.req.param("serviceNumber") ?? "", values, refusals),
  });
}

function ruleOf(input: MergeInput): CorrectionRequest["rule"] {
  return (ground) => proposeMerge(ground, input);
}

/** The number first; with one, what would be merged, or why it cannot be. */
async function showForm(
  c: Context<WebEnv>,
  serviceNumber: string,
  values: Readonly<Record<string, string>>,
  refusals?: readonly Refusal[],
) {
  const { store } = c.var.deps;
  const officer = await loadRecord(store, officerNoun, serviceNumber);
  if (!officer) return answerProblem(c, "not-found");
  if (officer.mergedInto !== undefined && !refusals) return c.redirect(officerHref(serviceNumber), 303);
  const { into } = values;
  const units = await currentUnits(c);
  const [alike, read] = await Promise.all([
    alikeOf(store, officer),
    into === undefined ? undefined : readMerge(c.var.deps, { officer, into, units }),
  ]);
  const said = refusals ?? read?.refused?.refusals ?? [];
  const errors = fieldMessages(c.var.text, said);
  const props = { chrome: chromeOf(c), officer, units, alike, read, values, errors };
  return c.html(<MergePage {...props} />, said.length > 0 ? statusOf(said) : 200);
}
