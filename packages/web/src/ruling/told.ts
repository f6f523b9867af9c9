import type { Secondment } from "@dunmiao/domain/secondment";
import type { Context } from "hono";
import type { Told } from "../answer.ts";
import type { WebEnv } from "../deps.ts";
import { standingOf } from "../secondment/told.ts";

/** A changed ruling is answered with itself and where the case stands; a browser sees the decision pack. */
export async function toldRuling(
  c: Context<WebEnv>,
  { rulingId, status = 200 }: { rulingId?: string | undefined; status?: 200 | 201 },
): Promise<Told<Secondment>> {
  const standing = await standingOf(c);
  const rulingOf = ({ rulings }: Secondment) =>
    rulingId === undefined ? rulings.at(-1) : rulings.find(({ id }) => id === rulingId);
  return {
    status,
    location: (record) => `/secondments/${record.id}/ruling#${rulingOf(record)?.id ?? "rulings"}`,
    body: (record) => ({ ...standing(record), ruling: rulingOf(record) }),
  };
}

/** A statement is answered with itself. */
export async function toldStatement(c: Context<WebEnv>): Promise<Told<Secondment>> {
  const standing = await standingOf(c);
  return {
    status: 201,
    location: (record) => `/secondments/${record.id}/ruling#statements`,
    body: (record) => ({ ...standing(record), statement: record.statements.at(-1) }),
  };
}
