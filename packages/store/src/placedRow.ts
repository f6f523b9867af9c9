import type { ImportRow } from "@dunmiao/domain/import/importRow";
import type { Partner } from "@dunmiao/domain/import/partner";
import type { SecondmentPlan } from "@dunmiao/domain/term/planSecondment";

type SecondmentRow = ImportRow & { sheet: "secondments" };
/** `anotherThan` is the number of somebody alike whom a person told apart from the row's, `alike` all who were alike then. */
export type PlacedRow = SecondmentPlan & {
  anotherThan?: string | undefined;
  alike?: readonly string[] | undefined;
  partner?: Partner | undefined;
};

/** What a row plans. */
export function planOfRow({
  officer,
  hostStation,
  post,
  from,
  anotherThan,
  alike,
  partner,
}: SecondmentRow): PlacedRow {
  const told = {
    ...(anotherThan && { anotherThan }),
    ...(alike && { alike }),
    ...(partner && { partner }),
  };
  return { officer, hostStation, post, ...(from && { from }), ...told };
}
