import type { Change, Ground } from "@dunmiao/domain/change";
import type { Step } from "@dunmiao/domain/nextStep";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { decisionMessages } from "@dunmiao/domain/term/decisionMessage";
import { secondmentSteps } from "@dunmiao/domain/year/catchUp";
import { carriedChanges } from "./carriedDays.ts";
import { deriveSecondment } from "./deriveSecondment.ts";
import { daysOf, pairsOfSecondment } from "./elsewhere.ts";
import type { Acting } from "./engine/acting.ts";
import type { Changed } from "./engine/change.ts";
import { inboxWrites } from "./notification.ts";
import { changeOnRail, type OnRail, type Rail, type RailRequest, sealOnRail } from "./rail.ts";
import { rolesOfEndedTerm, rolesOfSecondment } from "./rolesThatFollow.ts";
import type { SealedPairs } from "./sealPairs.ts";
import { secondmentNoun } from "./secondment.ts";
import { type Rules, rulesFor } from "./secondmentRules.ts";
import { movedClaims } from "./termClaims.ts";

/** A secondment on the rails: claims follow its term, days are handed on, and who asked hears what was decided. */
export const secondmentRail: Rail<Secondment, Rules, Step> = {
  noun: secondmentNoun,
  steps: secondmentSteps,
  rulesFor,
  labelOf: ({ scheme }) => schemeLabel(scheme),
  derive: deriveSecondment,
  besides: async (acting, { before, change, rules, version }) => {
    const { after, event, told, further } = change;
    const claims = await movedClaims(acting.store, before, change);
    if (!claims.ok) return claims;
    const pairs = await pairsThatFollow(acting, before, change);
    const roles = await rolesThatFollow(acting, before, change);
    const decided = { actor: acting.actor, on: acting.today, version, scheme: rules.scheme };
    return accept({
      claims: claims.value,
      together: [...(further ? [] : await carriedChanges(acting, after, rules)), ...pairs.sealed, ...roles],
      beside: [
        ...inboxWrites([...(told ? [told] : []), ...decisionMessages(after, event, decided)]),
        ...pairs.beside,
      ],
    });
  },
};

/** The pairs of the officer, where days served move or a further term begins; else nothing is read. */
async function pairsThatFollow(
  acting: Acting,
  before: Secondment,
  { after, further }: { after: Secondment; further?: { after: Secondment } | undefined },
): Promise<SealedPairs> {
  const [was, now] = [daysOf(before), daysOf(after)];
  const isSame = was?.from === now?.from && was?.to === now?.to;
  if (isSame && !further) return { sealed: [], beside: [] };
  return pairsOfSecondment(acting, after, ...(further ? [further.after] : []));
}

/** The account of the officer, where the secondment ends before it would have, or has ended; else nothing is read. */
async function rolesThatFollow(
  acting: Acting,
  before: Secondment,
  { after, further }: { after: Secondment; further?: { after: Secondment } | undefined },
) {
  const [was, now] = [daysOf(before), daysOf(after)];
  const isShorter = was !== undefined && (now === undefined || now.to < was.to);
  if (isShorter) return rolesOfSecondment(acting, after);
  const isOver = isUnderWay(before) && !isUnderWay(after);
  return isOver ? rolesOfEndedTerm(acting, after, further?.after) : [];
}

function isUnderWay({ status }: Secondment): boolean {
  return ["planned", "serving", "under-review"].includes(status);
}

/** How a change of a secondment ended. */
export type SecondmentChanged = Changed<Secondment>;
export type SecondmentRequest = Pick<RailRequest<Secondment, Rules>, "id" | "once" | "leaveDueSteps"> & {
  /** Runs on the record with everything that was due done first, and again after every conflict. */
  rule: (ground: Ground) => Outcome<Change | undefined>;
};

/** Runs one rule on one secondment and commits what it says: one GetItem and one TransactWriteItems. */
export function changeSecondment(acting: Acting, request: SecondmentRequest): Promise<SecondmentChanged> {
  const rule = (at: OnRail<Secondment, Rules>) => request.rule(groundAt(acting, at));
  return changeOnRail(secondmentRail, acting, { ...request, rule });
}

type SealRequest = Pick<SecondmentRequest, "id" | "leaveDueSteps"> & {
  rule: (ground: Ground) => Outcome<Change>;
};

/**
 * The same change, sealed for a transaction in which another record leads: reload and run it again when that one is
 * not written. One GetItem.
 */
export function sealSecondmentChange(acting: Acting, request: SealRequest) {
  const rule = (at: OnRail<Secondment, Rules>) => request.rule(groundAt(acting, at));
  return sealOnRail(secondmentRail, acting, { ...request, rule });
}

function groundAt({ actor, today }: Acting, { record, rules }: OnRail<Secondment, Rules>): Ground {
  return { secondment: record, ...rules, actor, today };
}
