import type { Pair } from "@dunmiao/domain/pair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { pairSchemeOf } from "@dunmiao/store/pairScheme";
import { cohortSummaries, secondmentNoun } from "@dunmiao/store/secondment";
import type { Units } from "@dunmiao/store/unit";
import { atOnce } from "../atOnce.ts";
import { isFurther } from "../secondment/list.ts";
import type { FilledRow } from "./template.ts";
import { unitSpelling } from "./unitNames.ts";

const peopleAtOnce = 12;

/**
 * The people of a cohort as rows that our own import takes for what is there already: facts as they are on file now,
 * post and first day as they were planned. Further terms and withdrawn ones come in by no list. One Query, three
 * GetItems a person.
 */
export async function peopleAsRows(store: Store, cohortId: string, units: Units): Promise<FilledRow[]> {
  const spell = unitSpelling(units);
  const people = (await cohortSummaries(store, cohortId)).filter((each) => !isFurther(each));
  const ordered = people.toSorted((one, other) => (one.number < other.number ? -1 : 1));
  const rows = await atOnce(ordered, peopleAtOnce, async ({ id, number }): Promise<FilledRow[]> => {
    const [record, officer, pair] = await Promise.all([
      loadRecord(store, secondmentNoun, id),
      loadRecord(store, officerNoun, number),
      loadRecord(store, pairNoun, id),
    ]);
    if (!record || !officer || record.status === "withdrawn") return [];
    const { name, sex, birthMonth, kind, homeUnit } = officer;
    const { hostStation, post, nominalFrom, term } = record;
    const place = { hostStation: spell(hostStation.code), post, from: nominalFrom ?? term.from };
    return [
      {
        serviceNumber: number,
        name,
        sex,
        birthMonth,
        kind,
        homeUnit: spell(homeUnit),
        ...place,
        ...(pair && partnerCells(pair, await pairSchemeOf(store, pair))),
      },
    ];
  });
  return rows.flat();
}

/** The pair that was made with a secondment, as its row says it. */
function partnerCells(pair: Pair, scheme: PairScheme): FilledRow {
  const { mentor, focus, schemeId, eligibility, kin } = pair;
  const isEligible = scheme.eligibility.every(({ key }) => eligibility.includes(key));
  return {
    partner: mentor.officer.serviceNumber,
    partnerName: mentor.officer.name,
    focus,
    pairScheme: schemeId,
    eligible: isEligible ? "yes" : "no",
    ...(kin !== undefined && { kin: kin ? "yes" : "no" }),
  };
}
