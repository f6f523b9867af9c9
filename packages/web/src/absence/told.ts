import type { Secondment } from "@dunmiao/domain/secondment";
import type { Context } from "hono";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { standingOf } from "../secondment/told.ts";
import { wantsHtml } from "../wants.ts";

/** A changed absence is answered with itself and the count after the change; a browser sees its line on the case page. */
export async function toldAbsence(
  c: Context<WebEnv>,
  idOf: (record: Secondment) => string,
  status: 200 | 201,
): Promise<Told<Secondment>> {
  const standing = await standingOf(c);
  // Only a browser is told in words: the page says what was last done to the absence that `done` names.
  const said = (id: string) => (wantsHtml(c) ? `?done=${id}` : "");
  return {
    status,
    location: (record) => `/secondments/${record.id}${said(idOf(record))}#absence-${idOf(record)}`,
    body: (record) => ({
      ...standing(record),
      absence: record.absences.find((each) => each.id === idOf(record)),
    }),
  };
}
