import { handOverText, type KeyRing, type Overlap, overlapOf } from "@dunmiao/domain/audit/keyRing";
import { addDays, laterOf } from "@dunmiao/domain/calendarDate";
import { lastKeptDay } from "./auditKey.ts";
import { damaged } from "./damage.ts";
import { fileOf, keepRing, makeKey, ownKeys, ownOf, putBack, readRing } from "./keyFiles.ts";

/** What is wanted: from which day (YYYY-MM-DD) at the earliest, and for how many days both keys sign. */
export type Rotation = { readonly from: string; readonly days: number };

/**
 * Makes the next key of a data directory and writes the hand-over, signed by both, into `anchors/key.txt`; it begins with the
 * first head that is not signed yet. What was stopped in between is taken up. Beside a running server it needs no restart.
 * @returns the keys as they stand now with the overlap, or a sentence that says why nothing was changed
 * @throws DamagedDataError
 */
export async function rotateKey(
  dataDir: string,
  { from, days }: Rotation,
): Promise<{ ring: KeyRing; overlap: Overlap } | { wrong: string }> {
  const ring = readRing(dataDir);
  const before = ring?.at(-1);
  if (!ring || !before) return { wrong: `No key signs in ${dataDir} yet: the first start makes it.` };
  const last = lastKeptDay(dataDir);
  const overlap = overlapOf(last === undefined ? from : laterOf(from, addDays(last, 1)), days);
  if (!overlap) return { wrong: `--overlap ${days} is no number of days from 1 to 366.` };
  const ends = before.handOver?.until;
  if (ends !== undefined && overlap.from <= ends)
    return { wrong: `A hand-over runs until ${ends}: the next can begin on ${addDays(ends, 1)}.` };
  const own = ownKeys(dataDir, before.name);
  const old = ownOf(own, before);
  if (!old) throw damaged(fileOf(dataDir, ring), "is not there any more", putBack);
  const unused = own.find(({ key }) => !ring.some((each) => ownOf(own, each)?.key === key));
  const next = unused ?? makeKey(dataDir, before.name, "next");
  const message = new TextEncoder().encode(handOverText(before, next.key, overlap));
  const handOver = { ...overlap, byBefore: await old.sign(message), byOwn: await next.sign(message) };
  const rotated = [...ring, { ...next.key, handOver }];
  keepRing(dataDir, rotated);
  return { ring: rotated, overlap };
}
