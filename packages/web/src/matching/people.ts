import type { Actor } from "@dunmiao/domain/actor";
import type { MatchingQuestion } from "@dunmiao/domain/matching/matching";
import { hasPair, mentorFacts } from "@dunmiao/domain/matching/pairsOnFile";
import type { Unmatched } from "@dunmiao/domain/matching/proposePairs";
import type { Officer } from "@dunmiao/domain/officer";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { may } from "@dunmiao/domain/permissions";
import { accept, type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Store } from "@dunmiao/store/engine/client";
import { allPairs } from "@dunmiao/store/pairDirectory";
import { newestPairScheme } from "@dunmiao/store/pairScheme";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import type { Units } from "@dunmiao/store/unit";
import { atOnce } from "../atOnce.ts";
import { focusKey } from "../pair/focusName.ts";
import type { ProposalsAsked } from "./form.ts";

const readsAtOnce = 32;

/** Who asks, of which store, and where people belong. */
type Asking = { store: Store; actor: Actor; units: Units; today: string };
export type Asked = {
  question: MatchingQuestion;
  officers: ReadonlyMap<string, Officer>;
  scheme: PairScheme;
  /** Who has a pair of the focus already. */
  paired: Unmatched[];
};

/**
 * The people of a question as they are on file, under the number that stays: one GetItem each, and one Query for the
 * pairs on file, which say what of mentors was left out. Somebody who is not on
 * file or whom the actor does not see is `unknown-officer` at their place in the list; the same person twice is
 * `named-twice`, an apprentice for the same focus; a focus that the scheme has not is `unknown-focus`.
 */
export async function peopleAsked(asked: ProposalsAsked, asking: Asking): Promise<Outcome<Asked>> {
  const scheme = await newestPairScheme(asking.store, asked.scheme);
  if (!scheme) return refuse("unknown-pair-scheme", "scheme", { scheme: asked.scheme });
  const { from = asking.today, weights } = asked;
  const officers = await officersOf(asked, asking);
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  const placed = (list: "apprentices" | "mentors", index: number, about: string) => {
    const { serviceNumber } = asked[list][index] ?? { serviceNumber: "" };
    const officer = officers.get(serviceNumber);
    const again = officer && `${list} ${officer.id} ${about}`;
    if (officer && again !== undefined && !seen.has(again)) {
      seen.add(again);
      const { id, homeUnit: unit } = officer;
      return [{ id, unit, branch: branchOf(unit, asking.units) }];
    }
    const code = officer ? "named-twice" : "unknown-officer";
    refusals.push({ code, field: `${list}.${index}.serviceNumber`, params: { serviceNumber } });
    return [];
  };
  const keyOf = (name: string, field: string) => {
    const key = focusKey(name, scheme);
    if (key === undefined) refusals.push({ code: "unknown-focus", field });
    return key ?? name;
  };
  const everybody = asked.apprentices.flatMap(({ focus: named, needs, isNewTrade }, index) => {
    const focus = keyOf(named, `apprentices.${index}.focus`);
    return placed("apprentices", index, focus).map((place) => ({ ...place, focus, needs, isNewTrade }));
  });
  const leads = Map.groupBy(await allPairs(asking.store), ({ mentor: [number] }) => number);
  const learns = Map.groupBy([...leads.values()].flat(), ({ apprentice: [number] }) => number);
  const mentors = asked.mentors.flatMap(({ focuses: named, strengths, ...told }, index) => {
    const focuses = named.map((each) => keyOf(each, `mentors.${index}.focuses`));
    return placed("mentors", index, "").map((place) => {
      const onFile = mentorFacts(leads.get(place.id) ?? [], from, scheme);
      const { load = onFile.load, cap = scheme.loadCap, restsUntil = onFile.restsUntil } = told;
      const { passed = onFile.results.passed, failed = onFile.results.failed } = told;
      return { ...place, focuses, strengths, load, cap, restsUntil, results: { passed, failed } };
    });
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const isPaired = ({ id, focus }: { id: string; focus: string }) =>
    hasPair(learns.get(id) ?? [], focus, from);
  const paired = everybody
    .filter(isPaired)
    .map(({ id: apprentice, focus }): Unmatched => ({ apprentice, focus, code: "already-paired" }));
  const apprentices = everybody.filter((each) => !isPaired(each));
  return accept({
    question: { apprentices, mentors, from, weights },
    scheme,
    paired,
    officers: new Map([...officers.values()].map((officer) => [officer.id, officer])),
  });
}

/** Those on file whom the actor sees, by the number that was asked about. */
async function officersOf({ apprentices, mentors }: ProposalsAsked, { store, actor, units }: Asking) {
  const numbers = [...new Set([...apprentices, ...mentors].map(({ serviceNumber }) => serviceNumber))];
  const found = await atOnce(numbers, readsAtOnce, async (number): Promise<[string, Officer][]> => {
    const officer = await presentOfficer(store, number);
    const parent = officer && units.get(officer.homeUnit)?.parent;
    const isSeen = officer && may(actor, "propose-pairs", { unit: { code: officer.homeUnit, parent } });
    return isSeen ? [[number, officer]] : [];
  });
  return new Map(found.flat());
}

/** The branch of a station; of everything else the unit itself. */
function branchOf(code: string, units: Units): string {
  const unit = units.get(code);
  return unit?.kind === "station" && unit.parent !== undefined ? unit.parent : code;
}
