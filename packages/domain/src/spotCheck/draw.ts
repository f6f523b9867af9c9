import { createHash } from "node:crypto";
import { signature } from "../actor.ts";
import type { SpotCheckChange } from "../change.ts";
import { hashOf } from "../event.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import { type ActorOn, checkSealed, type SpotCheck, type StationLoad } from "../spotCheck.ts";

type Caps = SpotCheck["caps"];
/** What a station has on the day of the check and in its calendar quarter, before this draw. */
export type LoadOf = (station: string) => { day: number; quarter: number };
export type DrawInputs = Pick<SpotCheck, "candidates" | "size" | "caps"> & { seed: string; loadOf: LoadOf };
export type Drawn = Pick<SpotCheck, "picks" | "skipped">;

/** Hexadecimal SHA-256 of a text in UTF-8. */
function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** What is committed of the seed. */
export function seedHashOf(seed: string): string {
  return sha256(seed);
}

/** What is committed of the list: day, size, caps, candidates and assessments due, as canonical JSON. */
export function listHashOf(
  of: Pick<SpotCheck, "on" | "size" | "caps" | "candidates" | "assessmentsDue">,
): string {
  const { on, size, caps, candidates, assessmentsDue } = of;
  return hashOf({ on, size, caps, candidates, assessmentsDue });
}

/**
 * The draw, which anyone can redo: candidates in the order of SHA-256(seed + "|" + secondment id), hexadecimal; from
 * the first on each is picked whose station is below both caps with what it has and what this draw gave it.
 */
export function drawOf({ candidates, size, caps, seed, loadOf }: DrawInputs): Drawn {
  const order = candidates
    .map(([secondmentId, station]) => ({ secondmentId, station, place: sha256(`${seed}|${secondmentId}`) }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const drawn: { picks: SpotCheck["picks"]; skipped: SpotCheck["skipped"] } = { picks: [], skipped: [] };
  const given = new Map<string, number>();
  for (const { secondmentId, station } of order) {
    if (drawn.picks.length === size) break;
    const own = given.get(station) ?? 0;
    const { day, quarter } = loadOf(station);
    const cap = capReached({ day: day + own, quarter: quarter + own }, caps);
    if (cap) drawn.skipped.push({ secondmentId, station, cap });
    else {
      drawn.picks.push({ secondmentId, station });
      given.set(station, own + 1);
    }
  }
  return drawn;
}

function capReached(load: { day: number; quarter: number }, caps: Caps): "day" | "quarter" | undefined {
  if (load.day >= caps.perStationDay) return "day";
  return load.quarter >= caps.perStationQuarter ? "quarter" : undefined;
}

/** Loads of several sources added up by station. */
export function loadsOf(...sources: readonly (readonly StationLoad[])[]): LoadOf {
  const loads = new Map<string, { day: number; quarter: number }>();
  for (const [station, day, quarter] of sources.flat()) {
    const before = loads.get(station) ?? { day: 0, quarter: 0 };
    loads.set(station, { day: before.day + day, quarter: before.quarter + quarter });
  }
  return (station) => loads.get(station) ?? { day: 0, quarter: 0 };
}

/**
 * Reveals the seed on the day of the check or after, and draws. Whoever committed the draw may reveal it: the server
 * chose the seed and nobody has seen it, so that a second person would add nothing that the hash does not prove.
 */
export function revealSpotCheck(
  check: SpotCheck,
  { seed, checksDrawn }: { seed: string; checksDrawn: StationLoad[] },
  { actor, today }: ActorOn,
): Outcome<SpotCheckChange> {
  const open = checkSealed(check);
  if (!open.ok) return open;
  if (today < check.on) return refuse("not-yet", undefined, { on: check.on });
  if (seedHashOf(seed) !== check.seedHash) throw new Error(`spot check ${check.id}: not the committed seed`);
  const drawn = drawOf({ ...check, seed, loadOf: loadsOf(check.assessmentsDue, checksDrawn) });
  const revealed = { seed, by: signature(actor), on: today, checksDrawn };
  // Where every station is at a cap there is nobody to visit.
  const state = drawn.picks.length === 0 ? ("finished" as const) : ("revealed" as const);
  const picks = drawn.picks.map(({ secondmentId }) => secondmentId);
  return accept({
    after: { ...check, state, revealed, ...drawn },
    event: { type: "spot-check.revealed", change: { seed, picks, skipped: drawn.skipped.length } },
  });
}

export type DrawFault = "list" | "seed" | "draw";

/** Redoes a draw from what its record says: which of list, seed and draw do not fit; before the reveal only the list can be checked. */
export function verifyDraw(check: SpotCheck): DrawFault[] {
  const faults: DrawFault[] = [];
  if (listHashOf(check) !== check.listHash) faults.push("list");
  const { revealed } = check;
  if (!revealed) return faults;
  if (seedHashOf(revealed.seed) !== check.seedHash) faults.push("seed");
  const again = drawOf({
    ...check,
    seed: revealed.seed,
    loadOf: loadsOf(check.assessmentsDue, revealed.checksDrawn),
  });
  const picks = check.picks.map(({ secondmentId, station }) => ({ secondmentId, station }));
  if (hashOf({ picks, skipped: check.skipped }) !== hashOf(again)) faults.push("draw");
  return faults;
}
