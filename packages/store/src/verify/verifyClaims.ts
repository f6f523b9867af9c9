import { type Secondment, secondmentSchema } from "@dunmiao/domain/secondment";
import { loadPeriods } from "../engine/claims.ts";
import type { Store } from "../engine/client.ts";
import { claimsHeld } from "../termClaims.ts";
import { readRecord } from "./verify.ts";

/** Officer and post that a secondment does not hold for its period, or holds otherwise than its withdrawal left them. */
export async function verifyClaims(store: Store, record: Secondment): Promise<string[]> {
  const claims = claimsHeld(record);
  const faults: string[] = [];
  for (const holder of ["officer", "post"] as const) {
    const { key, period } = claims[holder];
    const held = (await loadPeriods(store, key)).filter((each) => each.secondmentId === record.id);
    const [first, ...more] = held;
    const isRight = first?.from === period?.from && first?.to === period?.to && more.length === 0;
    if (!isRight) faults.push(`${holder}-claim`);
  }
  return faults;
}

/** Whether a secondment stands behind what a claim, or a row among the people of a cohort, says of it. One GetItem. */
export async function isBehind(
  store: Store,
  id: string,
  says: (record: Secondment) => boolean,
): Promise<boolean> {
  const item = await readRecord(store, { kind: "secondment", id });
  const parsed = secondmentSchema.safeParse(item?.record);
  // One that does not parse is named itself.
  return item !== undefined && (!parsed.success || says(parsed.data));
}
