import { type Difference, isOpenDifference } from "@dunmiao/domain/audit/difference";
import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import type { Store } from "../engine/client.ts";
import { differenceOf, putDifference } from "./differences.ts";

type Of = Pick<Difference, "kind" | "id"> & { version: number };

/**
 * Keeps the signature of whoever explains an open difference as of the version that they saw. False where
 * there is none, it is another one by now, or somebody signed. What stood in a row that cannot be
 * read is lost: it is written anew.
 */
export async function signDifference(
  store: Store,
  of: Of,
  signed: NonNullable<Difference["signed"]>,
): Promise<boolean> {
  const known = await differenceOf(store, of);
  if (!known) return false;
  const { version, ...difference } = known;
  if (!isOpenDifference(known) || version !== of.version) return false;
  const on = shanghaiDate(new Date(signed.at));
  const { since = on, seenOn = on } = difference;
  return putDifference(store, { ...difference, since, seenOn, signed }, version);
}
