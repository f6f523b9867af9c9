import type { Partner } from "@dunmiao/domain/import/partner";
import { type PairScheme, presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { nameKey } from "@dunmiao/domain/plainText";
import { accept, type Outcome, type Refusal } from "@dunmiao/domain/refusal";
import { focusKey } from "../pair/focusName.ts";
import type { SecondmentCells } from "./cellSchemas.ts";

const needed = ["partnerName", "focus", "pairScheme"] as const;
const others = [...needed, "partnerSex", "partnerBirthMonth", "eligible", "kin"] as const;

/**
 * The partner whom the cells of a row name, undefined where they name none. Refused by column: what a partner needs and
 * lacks (`required`; `kinship-not-said` where the scheme asks), `unknown-focus` where the scheme has none of that name, and
 * what is said of a partner without a number (`partner-needed`).
 */
export function partnerOf(
  cells: { readonly [Key in keyof SecondmentCells]?: SecondmentCells[Key] | undefined },
  schemes: readonly PairScheme[],
): Outcome<Partner | undefined> {
  const { partner: number, partnerName: name, focus: named, pairScheme } = cells;
  if (number === undefined) {
    const said = others.some((key) => cells[key] !== undefined);
    return said ? { ok: false, refusals: [{ code: "partner-needed", field: "partner" }] } : accept(undefined);
  }
  const refusals: Refusal[] = needed
    .filter((key) => cells[key] === undefined)
    .map((field) => ({ code: "required", field }));
  const rules = pairScheme === undefined ? undefined : schemeNamed(pairScheme, schemes);
  if (pairScheme !== undefined && !rules) refusals.push({ code: "not-a-pair-scheme", field: "pairScheme" });
  if (rules?.kinship === "asked" && cells.kin === undefined)
    refusals.push({ code: "kinship-not-said", field: "kin" });
  const focus = named !== undefined && rules ? focusOf(named, rules) : named;
  if (named !== undefined && focus === undefined) refusals.push({ code: "unknown-focus", field: "focus" });
  if (refusals.length > 0 || !name || !focus || !rules) return { ok: false, refusals };
  const { partnerSex, partnerBirthMonth, eligible, kin } = cells;
  return accept({
    number,
    name,
    ...(partnerSex && { sex: partnerSex }),
    ...(partnerBirthMonth && { birthMonth: partnerBirthMonth }),
    focus,
    scheme: rules.id,
    isEligible: eligible === "yes",
    ...(kin && { kin: kin === "yes" }),
  });
}

/** By its key or its name now; else by the name that the template offers, where a version has named it anew. */
function schemeNamed(named: string, schemes: readonly PairScheme[]): PairScheme | undefined {
  const means = ({ id, name }: Pick<PairScheme, "id" | "name">) =>
    [id, ...Object.values(name)].some((each) => nameKey(each) === nameKey(named));
  const before = presetPairSchemes.find(means)?.id;
  return schemes.find(means) ?? schemes.find(({ id }) => id === before);
}

/** As the scheme names it; else as the template offers it, where a version has named it anew. */
function focusOf(named: string, scheme: PairScheme): string | undefined {
  const before = presetPairSchemes.map((preset) => focusKey(named, preset)).find(Boolean);
  const isOfScheme = scheme.focuses.some(({ key }) => key === before);
  return focusKey(named, scheme) ?? (isOfScheme ? before : undefined);
}
