import type { Cohort } from "@dunmiao/domain/cohort";
import type { Officer } from "@dunmiao/domain/officer";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import { isSamePlan, type PlanGround, planSecondment } from "@dunmiao/domain/term/planSecondment";
import { planDeployedPair, sealDeployedPair } from "./deployedPair.ts";
import { deriveSecondment } from "./deriveSecondment.ts";
import { rulesOfSecondment } from "./elsewhere.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Claims, loadClaims, planClaims } from "./engine/claims.ts";
import { commitAll } from "./engine/commit.ts";
import { loadRecord, parseRecord } from "./engine/record.ts";
import { untilSettled } from "./engine/retry.ts";
import { type Sealable, seal } from "./engine/seal.ts";
import type { Beside } from "./engine/writes.ts";
import { type Followed, followMove } from "./followMove.ts";
import { movedOfficer } from "./movedOfficer.ts";
import { claimIdentity } from "./numberClaims.ts";
import { officerChange, officerNoun } from "./officer.ts";
import type { ReadAhead } from "./placeAhead.ts";
import type { PlacedRow } from "./placedRow.ts";
import { schemeOf } from "./scheme.ts";
import type { PairRule } from "./sealPairs.ts";
import { secondmentNoun } from "./secondment.ts";
import type { Units } from "./unit.ts";

export type RowResult = "created" | "already-there";
type Attempt = PlacedRow & { isFirst: boolean; ofNew: Claims | undefined };

/** What planning a secondment stands on: the cohort, its scheme, the calendar and the units of the moment. */
export async function planGround(acting: Acting, cohort: Cohort, units: Units): Promise<PlanGround> {
  const scheme = await schemeOf(acting.store, cohort);
  return { cohort, units, scheme, calendar: await acting.calendar.current() };
}

/**
 * Writes one row: officer, secondment and claims (on officer and post; a new person's on number and facts, too), the
 * pair with the partner whom it names, and the pairs that lose their mentor with it, in one transaction; the same row
 * again is `already-there`. With `ahead` the first attempt reads nothing of a person who is not on file.
 */
export async function placeOfficer(
  acting: Acting,
  row: PlacedRow,
  ground: PlanGround,
  ahead?: ReadAhead,
): Promise<Outcome<RowResult>> {
  let isFirst = true;
  const { settled } = await untilSettled(() => {
    const ofNew = isFirst ? ahead?.get(row.officer.serviceNumber) : undefined;
    const attempt = placeOnce(acting, { ...row, isFirst, ofNew }, ground);
    isFirst = false;
    return attempt;
  });
  return settled ?? refuse("record-busy");
}

async function placeOnce(
  acting: Acting,
  row: Attempt,
  ground: PlanGround,
): Promise<Outcome<RowResult> | undefined> {
  const planned = planSecondment(row, ground);
  if (!planned.ok) return planned;
  const { event } = planned.value;
  const ready = await placement(acting, row, planned.value.after);
  // What was read for many may have moved on since: a refusal is judged by what stands now.
  if (!ready.ok) return row.ofNew ? undefined : ready;
  const after = spelt(planned.value.after, ready.value.name);
  const stamp = stampOf(acting, ground.calendar);
  const named = { ...event, scheme: schemeLabel(ground.scheme) };
  const secondment = seal(
    { noun: secondmentNoun, after, event: named, derive: deriveSecondment(ground) },
    stamp,
  );
  const officer = ready.value.officer ? [seal(ready.value.officer, stamp)] : [];
  const identity = await identityOf(acting, row, ready.value);
  if (!identity.ok) return identity;
  const pair = await pairOfRow(acting, row, { secondment: after, ground });
  if (!pair.ok) return pair;
  const { claims } = ready.value;
  const { sealed, beside } = pair.value;
  const follows = (also: readonly PairRule[]) => followPlaced(acting, ready.value.officer, also);
  // Whoever was on no file is in no pair.
  const followed = await follows(row.ofNew ? [] : await rulesOfSecondment(acting, after));
  const written = await commitAll(acting.store, [secondment, ...officer, ...sealed, ...followed.sealed], {
    claims: [...claims, ...followed.claims],
    beside: [...identity.value, ...beside, ...followed.beside],
  });
  if (written.outcome === "committed") return accept("created");
  if (written.outcome !== "exists" || written.kind !== "secondment") return undefined;
  const existing = parseRecord(secondmentNoun, after.id, written.record);
  if (!isSamePlan(existing, after, officer.length === 0)) return refuse("planned-differently", "hostStation");
  // The secondment stands; what is new about the officer, and a pair that it has not yet, is written alone.
  const isPaired = sealed.length > 0;
  if (officer.length === 0 && !isPaired) return accept("already-there");
  const moved = await follows([]);
  const alone = await commitAll(acting.store, [...officer, ...sealed, ...moved.sealed], {
    claims: moved.claims,
    beside: [...identity.value, ...beside, ...moved.beside],
  });
  if (alone.outcome !== "committed") return undefined;
  return accept(isPaired ? "created" : "already-there");
}

/** The pairs and posts of somebody whom a list moves, with what the secondment itself does to pairs. */
function followPlaced(
  acting: Acting,
  change: Sealable<Officer> | undefined,
  also: readonly PairRule[],
): Promise<Followed> {
  const { before, after } = change ?? {};
  const officer = before ?? { id: "", name: "", homeUnit: "" };
  return followMove(acting, officer, before && after ? after.homeUnit : officer.homeUnit, also);
}

/** What makes the pair of a row; nothing where it names no partner, or the pair is there. */
async function pairOfRow(
  acting: Acting,
  { officer, partner }: PlacedRow,
  { secondment, ground: { units, calendar } }: { secondment: Secondment; ground: PlanGround },
): ReturnType<typeof sealDeployedPair> {
  if (!partner) return accept({ sealed: [], beside: [] });
  const named = { ...officer, name: secondment.officer.name };
  const planned = await planDeployedPair(acting, partner, { secondment, officer: named, units, calendar });
  if (!planned.ok) return planned;
  return planned.value
    ? sealDeployedPair(acting, planned.value, calendar)
    : accept({ sealed: [], beside: [] });
}

/** Officer and claims as they stand. Claims first: whoever merges the number after they were read has moved them, and the write fails; before, the record says so. */
async function onFileOf({ store }: Acting, { officer, hostStation, post }: Secondment) {
  const { serviceNumber } = officer;
  const claims = await loadClaims(store, { serviceNumber, station: hostStation.code, post });
  return { claims, existing: await loadRecord(store, officerNoun, serviceNumber) };
}

async function placement(acting: Acting, row: Attempt, planned: Secondment) {
  const { term } = planned;
  const { claims, existing } = row.ofNew
    ? { claims: row.ofNew, existing: undefined }
    : await onFileOf(acting, planned);
  // A term that was made under a number before that was merged stands as it is.
  if (existing?.mergedInto !== undefined && (await loadRecord(acting.store, secondmentNoun, planned.id)))
    return accept({ isNew: false, name: existing.name, officer: undefined, moved: [], claims: [] });
  const { anotherThan } = row;
  const told = { input: row.officer, apartFrom: apartFrom(row) };
  const onFile = existing && (await movedOfficer(acting.store, existing, told));
  if (onFile && !onFile.ok) return onFile;
  const change = onFile ?? officerChange(row.officer, undefined, { anotherThan });
  if (!change.ok) return change;
  const moved = onFile?.value?.beside ?? [];
  const periods = planClaims(claims, {
    secondmentId: planned.id,
    from: term.from,
    to: lastDayServed(planned),
  });
  const isNew = existing === undefined;
  if (periods.ok)
    return accept({ isNew, name: existing?.name, officer: change.value, moved, claims: periods.value });
  // A term that waits for its ruling has let go of its claims, and others may hold them: it is there all the same.
  const there = await loadRecord(acting.store, secondmentNoun, planned.id);
  return there ? accept({ isNew, name: existing?.name, officer: change.value, moved, claims: [] }) : periods;
}

/** The name as it is on file: lists put blanks into short names, and the same person is not called twice. */
function spelt(planned: Secondment, name = planned.officer.name): Secondment {
  return { ...planned, officer: { ...planned.officer, name } };
}

type Ready = { isNew: boolean; moved: Beside[] };

/**
 * What a new person holds, and one on file whose facts move. Of a new one it is read only where somebody is known to be
 * alike, or was met at the first attempt.
 */
async function identityOf(acting: Acting, row: Attempt, { isNew, moved }: Ready) {
  if (!isNew) return accept(moved);
  const apart = apartFrom(row);
  const isRead = !row.isFirst || apart.length > 0;
  return claimIdentity(acting.store, row.officer, { apartFrom: apart, isRead });
}

function apartFrom({ anotherThan, alike = [] }: PlacedRow): readonly string[] {
  return anotherThan === undefined ? alike : [anotherThan, ...alike];
}
