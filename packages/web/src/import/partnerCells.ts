import type { Partner } from "@dunmiao/domain/import/partner";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { accept, type Outcome, type Refusal } from "@dunmiao/domain/refusal";
import type { SecondmentCells } from "./cellSchemas.ts";

const needed = ["partnerName", "focus", "pairScheme"] as const;
const others = [...needed, "partnerSex", "partnerBirthMonth", "eligible", "kin"] as const;

/**
 * The partner whom the cells of a row name, undefined where they name none. Refused by column: what a partner needs and
 * lacks (`required`; `kinship-not-said` where the scheme asks), and what is said of a partner without a number
 * (`partner-needed`).
 */
export function partnerOf(
  cells: { readonly [Key in keyof SecondmentCells]?: SecondmentCells[Key] | undefined },
  schemes: readonly PairScheme[],
): Outcome<Partner | undefined> {
  const { partner: number, partnerName: name, focus, pairScheme: scheme } = cells;
  if (number === undefined) {
    const said = others.some((key) => cells[key] !== undefined);
    return said ? { ok: false, refusals: [{ code: "partner-needed", field: "partner" }] } : accept(undefined);
  }
  const refusals: Refusal[] = needed
    .filter((key) => cells[key] === undefined)
    .map((field) => ({ code: "required", field }));
  const asksKin = schemes.some(({ id, kinship }) => id === scheme && kinship === "asked");
  if (asksKin && cells.kin === undefined) refusals.push({ code: "kinship-not-said", field: "kin" });
  if (refusals.length > 0 || !name || !focus || !scheme) return { ok: false, refusals };
  const { partnerSex, partnerBirthMonth, eligible, kin } = cells;
  return accept({
    number,
    name,
    ...(partnerSex && { sex: partnerSex }),
    ...(partnerBirthMonth && { birthMonth: partnerBirthMonth }),
    focus,
    scheme,
    isEligible: eligible === "yes",
    ...(kin && { kin: kin === "yes" }),
  });
}
