import { GetCommand } from "@aws-sdk/lib-dynamodb";
import {
  type ClaimHolder,
  type ClaimPeriod,
  claimPeriod,
  claimPeriodSchema,
  releasePeriod,
} from "@dunmiao/domain/claim";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import * as z from "zod";
import type { Store } from "./client.ts";
import { type Key, officerClaimKey, placeClaimKey, postClaimKey } from "./keys.ts";
import { parseStored } from "./parseStored.ts";
import type { ClaimChange } from "./writes.ts";

const claimSchema = z.object({ version: z.int().positive(), periods: z.array(claimPeriodSchema) });

/** A claim item as read: `seen` 0 when there is none yet. */
export type LoadedClaim = ClaimChange & { holder: ClaimHolder };
/** Whom and what a secondment holds. */
export type Claimant = { serviceNumber: string; station: string; post: string };
export type Claims = { officer: LoadedClaim; post: LoadedClaim };

/** Both claims that a secondment touches: two consistent GetItems at the same time; one that `needs` leaves out counts as free. */
export async function loadClaims(
  store: Store,
  of: Claimant,
  needs: { officer: boolean; post: boolean } = { officer: true, post: true },
): Promise<Claims> {
  const load = (holder: ClaimHolder, key: Key) =>
    needs[holder] ? loadClaim(store, holder, key) : claimOf(holder, key);
  const [officer, post] = await Promise.all([
    load("officer", officerClaimKey(of.serviceNumber)),
    load("post", postClaimKey(of.station, of.post)),
  ]);
  return { officer, post };
}

/**
 * Holds officer and post for each period (both days included), in this order: the two writes for the transaction, or
 * why not (`officer-busy` first, then `post-busy`). A secondment that already holds them moves.
 */
export function planClaims(claims: Claims, ...wanted: readonly ClaimPeriod[]): Outcome<ClaimChange[]> {
  const changes: ClaimChange[] = [];
  for (const { holder, key, seen, periods } of [claims.officer, claims.post]) {
    let held = periods;
    for (const period of wanted) {
      const outcome = claimPeriod(holder, held, period);
      if (!outcome.ok) return outcome;
      held = outcome.value;
    }
    changes.push({ key, seen, periods: held });
  }
  return accept(changes);
}

/** Lets go of what a secondment holds; claims that do not hold it are left alone. */
export function planRelease(claims: Claims, secondmentId: string): ClaimChange[] {
  return [claims.officer, claims.post]
    .filter(({ periods }) => periods.some((held) => held.secondmentId === secondmentId))
    .map(({ key, seen, periods }) => ({ key, seen, periods: releasePeriod(periods, secondmentId) }));
}

/** The claim on an officer. One consistent GetItem. */
export function loadOfficerClaim(store: Store, serviceNumber: string): Promise<LoadedClaim> {
  return loadClaim(store, "officer", officerClaimKey(serviceNumber));
}

/** The claim of an officer on a role at a place. One consistent GetItem. */
export function loadPlaceClaim(store: Store, of: Parameters<typeof placeClaimKey>[0]): Promise<LoadedClaim> {
  return loadClaim(store, "post", placeClaimKey(of));
}

/** What one claim item holds. One consistent GetItem. */
export async function loadPeriods(store: Store, key: Key): Promise<readonly ClaimPeriod[]> {
  return (await loadClaim(store, "officer", key)).periods;
}

async function loadClaim(
  { documents, tableName }: Store,
  holder: ClaimHolder,
  key: Key,
): Promise<LoadedClaim> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
  );
  return claimOf(holder, key, Item);
}

/** A claim as its item says, free where there is none. */
export function claimOf(holder: ClaimHolder, key: Key, Item?: Record<string, unknown>): LoadedClaim {
  if (!Item) return { holder, key, seen: 0, periods: [] };
  const { version, periods } = parseStored(claimSchema, Item, `${holder} claim`);
  return { holder, key, seen: version, periods };
}
