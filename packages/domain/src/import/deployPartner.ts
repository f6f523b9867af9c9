import { earlierOf, lastDayOfTerm } from "../calendarDate.ts";
import type { OfficerInput } from "../officer.ts";
import type { PairInput } from "../pair/planPair.ts";
import type { PairScheme } from "../pairScheme.ts";
import { nameKey } from "../plainText.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Partner } from "./partner.ts";

type OnFile = Pick<OfficerInput, "name" | "sex" | "birthMonth" | "homeUnit">;

/** Where a rule of pairs refuses a member, the list has a column of its own. */
export const partnerColumns: Readonly<Record<string, string>> = {
  mentor: "partner",
  apprentice: "partner",
  eligibility: "eligible",
  scheme: "pairScheme",
  from: "partner",
  to: "partner",
};

/** The pair that a deployment makes: the host unit leads, for the term of the secondment as far as the scheme allows. */
export function deployedPair(
  { number, focus, isEligible, kin }: Partner,
  {
    apprentice,
    term,
    scheme,
  }: { apprentice: string; term: { from: string; to: string }; scheme: PairScheme },
): PairInput {
  const { from } = term;
  return {
    mentor: number,
    apprentice,
    focus,
    from,
    to: earlierOf(term.to, lastDayOfTerm(from, scheme.longestMonths)),
    leading: "mentor",
    eligibility: isEligible ? scheme.eligibility.map(({ key }) => key) : [],
    ...(kin !== undefined && { kin }),
  };
}

/**
 * The partner as somebody to be put on file, where nobody is under the number: refuses `partner-unknown` while sex or
 * birth month is missing. One is a police officer of the host station.
 */
export function partnerAsOfficer(
  { number: serviceNumber, name, sex, birthMonth }: Partner,
  station: string,
): Outcome<OfficerInput> {
  if (!sex || !birthMonth) return refuse("partner-unknown", "partner", { number: serviceNumber });
  return accept({ serviceNumber, name, sex, birthMonth, kind: "officer", homeUnit: station });
}

/** Whether the one on file is whom the row means: refuses `partner-differs` at the fact, `partner-elsewhere`. */
export function checkPartner(partner: Partner, onFile: OnFile, station: string): Outcome<OnFile> {
  const { number } = partner;
  if (nameKey(onFile.name) !== nameKey(partner.name))
    return refuse("partner-differs", "partnerName", { number });
  if (partner.sex && partner.sex !== onFile.sex) return refuse("partner-differs", "partnerSex", { number });
  if (partner.birthMonth && partner.birthMonth !== onFile.birthMonth)
    return refuse("partner-differs", "partnerBirthMonth", { number });
  if (onFile.homeUnit !== station)
    return refuse("partner-elsewhere", "partner", { number, unit: onFile.homeUnit });
  return accept(onFile);
}
