import { type Officer, officerSchema } from "@dunmiao/domain/officer";
import { numberNow } from "@dunmiao/domain/officerCorrection";
import type { Secondment } from "@dunmiao/domain/secondment";
import { loadPeriods } from "../engine/claims.ts";
import type { Store } from "../engine/client.ts";
import { officerClaimKey } from "../engine/keys.ts";
import { readRecord } from "./verify.ts";

/**
 * What of a merge does not agree on both numbers. `merged-into`: the number leads to nobody, round in a circle, to
 * somebody who does not name it, or without the act; `numbers`: it names one that does not lead to it; `claim-of-merged-number`: a
 * number that is gone still holds a secondment. A GetItem for each number on the way.
 */
export async function verifyMerge(store: Store, officer: Officer): Promise<string[]> {
  const faults: string[] = [];
  for (const { number } of officer.numbers ?? []) {
    const way = await wayFrom(store, number);
    if (!way.slice(1).some(({ id }) => id === officer.id)) faults.push(`numbers ${number}`);
  }
  if (officer.mergedInto === undefined) return faults;
  const way = await wayFrom(store, officer.id);
  const isNamed = way
    .slice(1)
    .every(({ numbers = [] }) => numbers.some(({ number }) => number === officer.id));
  const isEnded = way.length > 1 && way.at(-1)?.mergedInto === undefined;
  if (!isEnded || !isNamed || !isAct(officer)) faults.push("merged-into");
  if ((await loadPeriods(store, officerClaimKey(officer.id))).length > 0)
    faults.push("claim-of-merged-number");
  return faults;
}

/** A secondment under a number that was merged, which does not say so. One GetItem. */
export async function verifyNumber(store: Store, record: Secondment): Promise<string[]> {
  const officer = await officerAt(store, numberNow(record));
  return officer?.mergedInto === undefined ? [] : ["merged-number"];
}

/** The officers from a number on over every merge, as far as they exist and none comes twice. */
async function wayFrom(store: Store, number: string): Promise<Officer[]> {
  const way: Officer[] = [];
  let next: string | undefined = number;
  while (next !== undefined && way.every(({ id }) => id !== next)) {
    const officer: Officer | undefined = await officerAt(store, next);
    if (!officer) break;
    way.push(officer);
    next = officer.mergedInto;
  }
  return way;
}

function isAct({ corrections = [], mergedInto }: Officer): boolean {
  return corrections.some(({ state, into }) => state === "effective" && into === mergedInto);
}

/** One that does not parse is named itself. */
async function officerAt(store: Store, id: string): Promise<Officer | undefined> {
  return officerSchema.safeParse((await readRecord(store, { kind: "officer", id }))?.record).data;
}
