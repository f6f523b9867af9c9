import type { Assessment } from "@dunmiao/domain/assessment";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Context } from "hono";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { standingOf } from "../secondment/told.ts";

/** A form that was filed or decided on is answered with itself; a browser sees its page. */
export async function toldForm(
  c: Context<WebEnv>,
  isIt: (each: Assessment) => boolean,
  status: 200 | 201,
): Promise<Told<Secondment>> {
  const standing = await standingOf(c);
  return {
    status,
    location: (record) => `/secondments/${record.id}/assessments/${record.assessments.find(isIt)?.id}`,
    body: (record) => {
      const assessment = record.assessments.find(isIt);
      return { ...standing(record), assessment: assessment && formView(assessment) };
    },
  };
}

/** A form as JSON; `seen` is the revision that a decision sends back. */
export function formView(assessment: Assessment) {
  return { ...assessment, seen: assessment.revision };
}
