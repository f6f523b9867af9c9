import type { Actor } from "@dunmiao/domain/actor";
import type { MatchingQuestion } from "@dunmiao/domain/matching/matching";
import type { Officer } from "@dunmiao/domain/officer";
import { may } from "@dunmiao/domain/permissions";
import { accept, type Outcome, type Refusal } from "@dunmiao/domain/refusal";
import type { Store } from "@dunmiao/store/engine/client";
import { presentOfficer } from "@dunmiao/store/presentOfficer";
import type { Units } from "@dunmiao/store/unit";
import { atOnce } from "../atOnce.ts";
import type { ProposalsAsked } from "./form.ts";

const readsAtOnce = 32;

/** Who asks, of which store, and where people belong. */
type Asking = { store: Store; actor: Actor; units: Units; today: string };
export type Asked = { question: MatchingQuestion; officers: ReadonlyMap<string, Officer> };

/**
 * The people of a question as they are on file, under the number that stays: one GetItem each. Somebody who is not on
 * file or whom the actor does not see is `unknown-officer` at their place in the list; the same person twice is
 * `named-twice`, an apprentice for the same focus.
 */
export async function peopleAsked(asked: ProposalsAsked, asking: Asking): Promise<Outcome<Asked>> {
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
  const apprentices = asked.apprentices.flatMap(({ focus, needs, isNewTrade }, index) =>
    placed("apprentices", index, focus).map((place) => ({ ...place, focus, needs, isNewTrade })),
  );
  const mentors = asked.mentors.flatMap(({ serviceNumber: _, passed, failed, ...rest }, index) =>
    placed("mentors", index, "").map((place) => ({ ...place, ...rest, results: { passed, failed } })),
  );
  if (refusals.length > 0) return { ok: false, refusals };
  const { from = asking.today, weights } = asked;
  return accept({
    question: { apprentices, mentors, from, weights },
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
