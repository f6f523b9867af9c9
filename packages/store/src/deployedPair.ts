import {
  checkPartner,
  deployedPair,
  partnerAsOfficer,
  partnerColumns,
} from "@dunmiao/domain/import/deployPartner";
import type { Partner } from "@dunmiao/domain/import/partner";
import type { OfficerInput } from "@dunmiao/domain/officer";
import type { Pair } from "@dunmiao/domain/pair";
import { planPair } from "@dunmiao/domain/pair/planPair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { type Acting, stampOf } from "./engine/acting.ts";
import { loadOfficerClaim } from "./engine/claims.ts";
import { apprenticeClaimKey, mentorClaimKey } from "./engine/keys.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealable, type Sealed, seal } from "./engine/seal.ts";
import type { Beside } from "./engine/writes.ts";
import { claimIdentity, identityKeys } from "./numberClaims.ts";
import { officerChange } from "./officer.ts";
import { derivePair, pairNoun } from "./pair.ts";
import { movedHeld } from "./pairClaims.ts";
import { newestPairScheme } from "./pairScheme.ts";
import { presentOfficer } from "./presentOfficer.ts";
import type { Units } from "./unit.ts";

/** What a deployment stands on beside its secondment; `officer` is whom it sends. */
export type Deployment = {
  secondment: Secondment;
  officer: OfficerInput;
  units: Units;
  calendar: WorkCalendar;
  /** What is known not to be there is not read: the secondment on file, and so its pair; its officer, and so their claims. */
  isNew?: { secondment: boolean; officer: boolean };
};
/** The pair to be made, with its mentor where they are to be put on file; undefined where the pair is there. */
export type PlannedPair = {
  pair: Pair;
  scheme: PairScheme;
  change: Sealable<Pair>;
  mentor?: OfficerInput;
  beside: readonly Beside[];
};

/**
 * Plans the pair of a deployment, under the id of its secondment: the partner at the host station becomes the mentor,
 * and is put on file where the row says enough of them. Refused by column, as the pair scheme and the claims say; a pair
 * of the same mentor and focus is there already. One GetItem for the pair, the mentor, and each of three claims, where they
 * can be there.
 */
export async function planDeployedPair(
  acting: Pick<Acting, "store" | "actor" | "today">,
  partner: Partner,
  of: Deployment,
): Promise<Outcome<PlannedPair | undefined>> {
  const { store } = acting;
  const { secondment, officer, isNew } = of;
  const scheme = await newestPairScheme(store, partner.scheme);
  if (!scheme) return refuse("not-a-pair-scheme", "pairScheme");
  const [existing, onFile] = await Promise.all([
    isNew?.secondment ? undefined : loadRecord(store, pairNoun, secondment.id),
    presentOfficer(store, partner.number),
  ]);
  if (existing) return isThere(existing, [partner.number, onFile?.id], partner);
  const station = secondment.hostStation.code;
  const asNew = onFile ? undefined : partnerAsOfficer(partner, station);
  if (asNew && !asNew.ok) return asNew;
  const mentor = asNew?.value;
  if (mentor && isOfOne(mentor, officer)) return refuse("self-mentoring", "partner");
  const free: Beside[] = [];
  if (onFile) {
    const isMeant = checkPartner(partner, onFile, station);
    if (!isMeant.ok) return isMeant;
    const isFree = await freeToLead(acting, onFile.id, secondment.term);
    if (!isFree.ok) return isFree;
    free.push(isFree.value);
  }
  return planned(acting, { partner, scheme, mentor, onFile, free }, of);
}

type Known = {
  partner: Partner;
  scheme: PairScheme;
  mentor: OfficerInput | undefined;
  onFile: Awaited<ReturnType<typeof presentOfficer>>;
  free: readonly Beside[];
};

async function planned(
  { store, actor, today }: Pick<Acting, "store" | "actor" | "today">,
  { partner, scheme, mentor, onFile, free }: Known,
  { secondment, officer, units, calendar, isNew }: Deployment,
): Promise<Outcome<PlannedPair>> {
  const apprentice = { ...officer, id: officer.serviceNumber };
  const { id, term } = secondment;
  const input = deployedPair(partner, { apprentice: apprentice.id, term, scheme });
  const rules = { scheme, calendar };
  const leads = mentor ? { ...mentor, id: mentor.serviceNumber } : onFile;
  const plan = planPair(input, { id, ...rules, units, mentor: leads, apprentice, actor, today });
  if (!plan.ok) return byColumn(plan);
  const { after, event } = plan.value;
  const nobodyHolds = [
    ...(isNew && mentor ? [mentorClaimKey(mentor.serviceNumber)] : []),
    ...(isNew?.officer ? [apprenticeClaimKey(apprentice.id, after.focus)] : []),
  ];
  const known = new Map(nobodyHolds.map((key) => [key.pk, { key, version: 0, periods: [] }]));
  const held = await movedHeld(store, [{ after, scheme }], { known });
  if (!held.ok) return byColumn(held);
  const named = { ...event, scheme: schemeLabel(scheme) };
  const change = { noun: pairNoun, after, event: named, derive: derivePair(rules) };
  return accept({ pair: after, scheme, change, ...(mentor && { mentor }), beside: [...held.value, ...free] });
}

/** The writes of a planned pair, for the transaction of its secondment. */
export async function sealDeployedPair(
  acting: Acting,
  planned: PlannedPair,
  calendar: WorkCalendar,
): Promise<Outcome<{ sealed: Sealed[]; beside: Beside[] }>> {
  const stamp = stampOf(acting, calendar);
  const { change, mentor, beside } = planned;
  const pair = seal(change, stamp);
  if (!mentor) return accept({ sealed: [pair], beside: [...beside] });
  const identity = await claimIdentity(acting.store, mentor, { apartFrom: [], isRead: true });
  if (!identity.ok) return byColumn(identity, "partner");
  const created = officerChange(mentor, undefined);
  if (!created.ok || !created.value) throw new Error("somebody who is not on file is put on file");
  return accept({ sealed: [pair, seal(created.value, stamp)], beside: [...beside, ...identity.value] });
}

function isThere(
  existing: Pair,
  numbers: readonly (string | undefined)[],
  { focus }: Partner,
): Outcome<undefined> {
  const { officer } = existing.mentor;
  if (numbers.includes(officer.serviceNumber) && existing.focus === focus) return accept(undefined);
  return refuse("paired-otherwise", "partner", { number: officer.serviceNumber, name: officer.name });
}

/**
 * Whoever is on a secondment of their own in these days leads nobody. The claim is written again as it stands, so that a
 * secondment at the same time makes the row run again.
 */
async function freeToLead(
  { store }: Pick<Acting, "store">,
  number: string,
  term: Secondment["term"],
): Promise<Outcome<Beside>> {
  const { key, seen, periods } = await loadOfficerClaim(store, number);
  const away = periods.find(({ from, to }) => from <= term.to && term.from <= to);
  if (away) return refuse("partner-seconded", "partner", { from: away.from, to: away.to });
  const put = { ...key, version: seen + 1, periods };
  return accept({ put, onlyOver: seen === 0 ? "nothing" : { version: seen } });
}

/** Two spellings of one number are one person, who leads nobody. */
function isOfOne(mentor: OfficerInput, officer: OfficerInput): boolean {
  return identityKeys(mentor)[0].pk === identityKeys(officer)[0].pk;
}

function byColumn<T>(outcome: Outcome<T> & { ok: false }, column?: string): Outcome<never> {
  const refusals = outcome.refusals.map((each) => {
    const field = column ?? partnerColumns[each.field ?? ""] ?? each.field ?? "partner";
    return { ...each, field };
  });
  return { ok: false, refusals };
}
