import type { Pair } from "@dunmiao/domain/pair";
import { followedBy } from "@dunmiao/domain/pair/continuation";
import { apprenticeFollows, mentorFollows } from "@dunmiao/domain/pair/followSecondment";
import type { PairChange, PairRules } from "@dunmiao/domain/pair/ground";
import { type PairInput, planPair } from "@dunmiao/domain/pair/planPair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import { type PairRequest, pairRail } from "./changePair.ts";
import { earlierPair } from "./earlierPair.ts";
import { daysOf, isElsewhere } from "./elsewhere.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, create, type Decided } from "./engine/change.ts";
import { loadOfficerClaim } from "./engine/claims.ts";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";
import { derivePair, pairNoun } from "./pair.ts";
import { movedHeld } from "./pairClaims.ts";
import { presentOfficer } from "./presentOfficer.ts";
import { sealOnRail } from "./rail.ts";
import { secondmentNoun } from "./secondment.ts";
import type { Units } from "./unit.ts";

type NewPair = { id: string; scheme: PairScheme; units: Units; once?: PairRequest["once"] };

/**
 * Plans a pair: record, event and all claims in one transaction, and the earlier pair that it follows learns of it. Of
 * many at the same time for one mentor only as many stand as the scheme allows: whoever comes second reads the claims
 * again. Secondments of either that are known are days away or a pause from the beginning.
 */
export async function createPair(acting: Acting, input: PairInput, to: NewPair): Promise<Changed<Pair>> {
  const { store, actor, today } = acting;
  const { id, scheme, units, once } = to;
  const calendar = await acting.calendar.current();
  const rules = { scheme, calendar };
  const decide = async (): Promise<Outcome<Decided<Pair>>> => {
    const [mentor, apprentice] = await Promise.all([
      presentOfficer(store, input.mentor),
      presentOfficer(store, input.apprentice),
    ]);
    const two = { mentor: mentor?.id ?? input.mentor, apprentice: apprentice?.id ?? input.apprentice };
    const { focus, from } = input;
    const { earlier, known } = await earlierPair(store, { ...two, focus, from });
    const ground = { id, ...rules, units, mentor, apprentice, earlier, actor, today };
    const planned = planPair(input, ground);
    if (!planned.ok) return planned;
    const away = await secondedAlready(acting, planned.value, rules);
    const changes = [planned.value, ...away.changes].map(({ after, event }) => ({
      after,
      event: { ...event, scheme: schemeLabel(scheme) },
      actor,
    }));
    const last = changes.at(-1);
    if (!last) throw new Error("a pair that is planned is a change");
    const held = await movedHeld(store, [{ after: last.after, scheme }], { known });
    if (!held.ok) return held;
    const before = await toldEarlier(acting, last.after);
    if (!before.ok) return before;
    return accept({
      ...last,
      earlier: changes.slice(0, -1),
      derive: derivePair(rules),
      claims: away.claims,
      beside: held.value,
      together: before.value,
    });
  };
  return create(store, { noun: pairNoun, id, decide, once }, stampOf(acting, calendar));
}

/** The earlier pair with the one that follows it. */
async function toldEarlier(acting: Acting, { id, continues }: Pair) {
  if (!continues) return accept([]);
  const { pairId, how } = continues;
  const rule = ({ record }: { record: Pair }) => accept(followedBy(record, { pairId: id, how }));
  const sealed = await sealOnRail(pairRail, acting, { id: pairId, rule });
  return sealed.ok ? accept([sealed.value.sealed]) : sealed;
}

/**
 * Days away and pauses by secondments that are planned already. The claims on both officers are written again, so that
 * one that is planned at the same time makes all of it run again.
 */
async function secondedAlready(acting: Acting, { after }: PairChange, rules: PairRules) {
  const { store, actor, today } = acting;
  const changes: PairChange[] = [];
  const claims = [];
  for (const as of ["mentor", "apprentice"] as const) {
    const { key, seen, periods } = await loadOfficerClaim(store, after[as].officer.serviceNumber);
    claims.push({ key, seen, periods });
    for (const { secondmentId } of periods.filter(({ to }) => to >= after.term.from)) {
      const secondment = await loadSecondment(store, secondmentId);
      if (!secondment || (as === "apprentice" && !isElsewhere(after, secondment))) continue;
      const pair = changes.at(-1)?.after ?? after;
      const follows = as === "mentor" ? mentorFollows : apprenticeFollows;
      const of = { source: secondment.id, days: daysOf(secondment) };
      const change = follows({ pair, ...rules, actor, today }, of);
      if (change.ok) changes.push(change.value);
    }
  }
  return { changes, claims };
}

function loadSecondment(store: Store, id: string) {
  return loadRecord(store, secondmentNoun, id);
}
