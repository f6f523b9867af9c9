import { claimPeriodSchema } from "@dunmiao/domain/claim";
import { loadPeriods } from "@dunmiao/store/engine/claims";
import type { Store } from "@dunmiao/store/engine/client";
import { digestKey, type Key } from "@dunmiao/store/engine/keys";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import { claimedSchema, loadClaimed } from "@dunmiao/store/numberClaims";
import { claimsHeld } from "@dunmiao/store/termClaims";
import { isBehind } from "@dunmiao/store/verify/verifyClaims";
import { isPostBehind } from "@dunmiao/store/verify/verifyConcurrentPost";
import { verifyDrawn } from "@dunmiao/store/verify/verifyDrawn";
import { notBehind } from "@dunmiao/store/verify/verifyIdentity";
import { strayPairs } from "@dunmiao/store/verify/verifyPair";
import * as z from "zod";
import type { Fault } from "./fault.ts";
import type { Keyed } from "./scanTable.ts";

/**
 * A claim, or a row among the people of a cohort, behind which no secondment or pair stands, or no officer where it is on a
 * number or facts; a list of a quarter's draws that is not what its checks drew. Other items have no faults here.
 */
export async function verifyReference(store: Store, item: Keyed): Promise<Fault[]> {
  if (/^CLAIM#(MENTOR|APPRENTICE)#/.test(item.pk)) return verifyPairClaim(store, item);
  if (item.pk.startsWith("CLAIM#")) return verifyClaim(store, item);
  if (item.sk === "NUMBER" || item.sk === "FACTS") return verifyIdentityClaim(store, item);
  if (item.sk === "DRAWN") return verifyDraws(store, item.pk.slice("DRAWN#".length));
  if (item.pk.startsWith("PEOPLE#")) return verifyPeopleRow(store, item);
  return [];
}

const periodsSchema = z.array(claimPeriodSchema);

async function verifyClaim(store: Store, { pk, sk, periods }: Keyed): Promise<Fault[]> {
  const named = { kind: "claim", id: pk.slice("CLAIM#".length) };
  const parsed = periodsSchema.safeParse(periods);
  if (!parsed.success) return [{ ...named, fault: "unreadable" }];
  const faults: Fault[] = [];
  for (const { secondmentId } of parsed.data)
    if (!(await holds(store, pk, secondmentId)) && (await isStillThere(store, { pk, sk }, secondmentId)))
      faults.push({ ...named, fault: `without-record ${secondmentId}` });
  return faults;
}

async function verifyPairClaim(store: Store, { pk, sk, periods }: Keyed): Promise<Fault[]> {
  const named = { kind: "claim", id: pk.slice("CLAIM#".length) };
  const stray = await strayPairs(store, { pk, sk }, periods);
  if (!stray) return [{ ...named, fault: "unreadable" }];
  return stray.map((each) => ({ ...named, fault: `without-record ${each}` }));
}

function holds(store: Store, pk: string, secondmentId: string): Promise<boolean> {
  if (pk.startsWith("CLAIM#PLACE#")) return isPostBehind(store, secondmentId, pk);
  return isBehind(store, secondmentId, (record) => {
    const { officer, post } = claimsHeld(record);
    return [officer, post].some(({ key, period }) => period !== undefined && key.pk === pk);
  });
}

/** The secondment may have let go since the claim was read. */
async function isStillThere(store: Store, key: Key, secondmentId: string): Promise<boolean> {
  return (await loadPeriods(store, key)).some((each) => each.secondmentId === secondmentId);
}

async function verifyIdentityClaim(store: Store, item: Keyed): Promise<Fault[]> {
  const named = { kind: "claim", id: item.pk };
  const parsed = claimedSchema.safeParse(item);
  if (!parsed.success) return [{ ...named, fault: "unreadable" }];
  const key = { pk: item.pk, sk: item.sk };
  const wrong = await notBehind(store, key, parsed.data.numbers);
  if (wrong.length === 0) return [];
  // Who changed their facts may have let go since the claim was read.
  const still = (await loadClaimed(store, key))?.numbers ?? [];
  return wrong
    .filter((each) => still.includes(each))
    .map((each) => ({ ...named, fault: `without-record ${each}` }));
}

async function verifyPeopleRow(store: Store, { pk, sk }: Keyed): Promise<Fault[]> {
  const id = decodeURIComponent(sk.split("#")[1] ?? "");
  const isRight = await isBehind(store, id, (record) => {
    const key = digestKey(record.cohortId, record.officer.serviceNumber, record.id);
    return key.pk === pk && key.sk === sk;
  });
  return isRight
    ? []
    : [{ kind: "people-row", id: `${pk.slice("PEOPLE#".length)} ${sk}`, fault: "without-record" }];
}

async function verifyDraws(store: Store, quarter: string): Promise<Fault[]> {
  const named = { kind: "drawn", id: quarter };
  try {
    const { surplus, lacking } = await verifyDrawn(store, quarter);
    return [
      ...surplus.map((entry) => ({ ...named, fault: `without-record ${entry}` })),
      ...lacking.map((entry) => ({ ...named, fault: `lacks ${entry}` })),
    ];
  } catch (error) {
    // A check that does not parse is named itself; what it drew is not known. Else it is the list.
    if (error instanceof StoredRowError) return [{ ...named, fault: `unreadable: ${error.row}` }];
    throw error;
  }
}
