import { randomBytes } from "node:crypto";
import type { SpotCheckChange } from "@dunmiao/domain/change";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type SpotCheck, type SpotCheckInput, spotCheckSchema } from "@dunmiao/domain/spotCheck";
import { commitSpotCheck } from "@dunmiao/domain/spotCheck/commitSpotCheck";
import { revealSpotCheck } from "@dunmiao/domain/spotCheck/draw";
import { cancelSpotCheck } from "@dunmiao/domain/spotCheck/spotCheckCancellation";
import { standingOf } from "@dunmiao/domain/spotCheck/spotCheckCorrection";
import { assessmentsDueAt, candidatesOn } from "@dunmiao/domain/spotCheck/stationLoad";
import * as z from "zod";
import { listCohorts } from "./cohort.ts";
import { checksDrawnFor, drawnInQuarterOf, drawnWrite } from "./drawn.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { seedKey } from "./engine/keys.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import { loadItem } from "./engine/record.ts";
import type { Derived } from "./engine/seal.ts";
import { loadPeople } from "./stationLoad.ts";

export const spotCheckNoun: Noun<SpotCheck> = { kind: "spot-check", schema: spotCheckSchema };
export const seedItemSchema = z.object({ seed: z.string().min(1) });
const rowSchema = spotCheckSchema
  .pick({ cohortId: true, on: true, size: true, state: true })
  .extend({ picks: z.int(), results: z.int(), absent: z.int(), cancelledBecause: z.string().optional() });

/** A spot check as the list shows it. */
export type SpotCheckRow = z.infer<typeof rowSchema> & { id: string };
export type SpotCheckOnce = { use: KeyUse; answer: (record: SpotCheck) => Answer } | undefined;

/** All spot checks, newest day first: one Query on their directory. */
export async function listSpotChecks(store: Store): Promise<SpotCheckRow[]> {
  const { rows } = await byKind(store, "spot-check", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary })).toReversed();
}

/** How lists show a spot check. */
export function deriveSpotCheck({ id, cohortId, on, size, state, picks, cancelled }: SpotCheck): Derived {
  const results = picks.flatMap(({ result }) => result ?? []);
  const absent = results.filter((each) => standingOf(each).outcome === "absent").length;
  const figures = { picks: picks.length, results: results.length, absent };
  const cancelledBecause = cancelled && { cancelledBecause: cancelled.reason };
  const summary = { cohortId, on, size, state, ...figures, ...cancelledBecause };
  return { summary, index: { directory: { name: "spot-check", sort: `${on}#${id}` } } };
}

/** A change of a spot check, ready to be written. */
export function spotCheckDecision({ after, event }: SpotCheckChange): Decided<SpotCheck> {
  return { after, event, derive: deriveSpotCheck };
}

/**
 * Commits a draw: who serves on the day and what is due at their stations are read now and sealed by their hash, and
 * the seed, which this process chooses at random, is written in the same transaction as an item of its own that only
 * the reveal reads. No route serves that item; the record carries its hash, so that nobody can choose the seed later.
 */
export async function createSpotCheck(
  acting: Acting,
  input: SpotCheckInput,
  options: { id: string; once?: SpotCheckOnce },
): Promise<Changed<SpotCheck>> {
  const decide = async (): Promise<Outcome<Decided<SpotCheck>>> => {
    const cohorts = await listCohorts(acting.store);
    const cohort = cohorts.find(({ id }) => id === input.cohort);
    if (!cohort) return refuse("unknown-cohort", "cohort", { cohort: input.cohort });
    const { own, all } = await loadPeople(acting.store, { cohort, cohorts, on: input.on });
    const seed = randomBytes(32).toString("hex");
    const given = {
      id: options.id,
      caps: own.scheme.spotCheckCaps,
      candidates: candidatesOn(input.on, own),
      assessmentsDue: assessmentsDueAt(input.on, all),
    };
    const outcome = commitSpotCheck(input, { ...given, seed }, acting);
    if (!outcome.ok) return outcome;
    const put = { ...seedKey(options.id), seed };
    return accept({ ...spotCheckDecision(outcome.value), beside: [{ put, onlyOver: "nothing" }] });
  };
  const request = { noun: spotCheckNoun, id: options.id, once: options.once, decide };
  return create(acting.store, request, stampOf(acting, await acting.calendar.current()));
}

/**
 * Reveals the seed and draws, counting what other checks have drawn in the quarter. That list grows in the same
 * transaction: of two draws at the same time the second one sees the first.
 */
export async function revealSeed(
  acting: Acting,
  id: string,
  once?: SpotCheckOnce,
): Promise<Changed<SpotCheck>> {
  const decide = async (check: SpotCheck): Promise<Outcome<Decided<SpotCheck>>> => {
    const [seedItem, drawn] = await Promise.all([
      loadItem(acting.store, seedKey(id), seedItemSchema),
      drawnInQuarterOf(acting.store, check.on),
    ]);
    if (!seedItem) throw new Error(`spot check ${id} has no seed`);
    const told = { seed: seedItem.seed, checksDrawn: checksDrawnFor(drawn, check.on) };
    const outcome = revealSpotCheck(check, told, acting);
    if (!outcome.ok) return outcome;
    const { after } = outcome.value;
    return accept({ ...spotCheckDecision(outcome.value), beside: [drawnWrite(drawn, after)] });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: spotCheckNoun, id, once, decide }, stamp);
}

/** Cancels a check before its reveal; of a cancellation and a reveal at the same time the second one is refused. */
export async function cancelCheck(
  acting: Acting,
  { id, once }: { id: string; once?: SpotCheckOnce },
  input: { reason: string },
): Promise<Changed<SpotCheck>> {
  const decide = (check: SpotCheck): Outcome<Decided<SpotCheck>> => {
    const outcome = cancelSpotCheck(check, input, acting);
    return outcome.ok ? accept(spotCheckDecision(outcome.value)) : outcome;
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: spotCheckNoun, id, once, decide }, stamp);
}
