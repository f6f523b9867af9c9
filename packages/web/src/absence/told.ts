import type { Secondment } from "@dunmiao/domain/secondment";
import type { Context } from "hono";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { standingOf } from "../secondment/told.ts";

/** A changed absence is answered with itself and the count after the change; a browser sees its line on the case page. */
export async function toldAbsence(
  c: Context<WebEnv>,
  idOf: (record: Secondment) => string,
  status: 200 | 201,
): Promise<Told<Secondment>> {
  const standing = await standingOf(c);
  return {
    status,
    location: (record) => `/secondments/${record.id}#absence-${idOf(record)}`,
    body: (record) => ({
      ...standing(record),
      absence: record.absences.find((each) => each.id === idOf(record)),
    }),
  };
}
