import type { Store } from "@dunmiao/store/engine/client";
import { recordOf } from "@dunmiao/store/engine/keys";
import { dropStale, holdIdentity } from "@dunmiao/store/holdIdentity";
import { claimedSchema } from "@dunmiao/store/numberClaims";
import { notBehind } from "@dunmiao/store/verify/verifyIdentity";
import { scanTable } from "./scanTable.ts";

/** Claims written and numbers taken out of claims; pairs of numbers on file that may be one person's, for a person to judge. */
export type HeldClaims = { officers: number; written: number; dropped: number; alike: [string, string][] };

/**
 * Brings the claims on numbers and facts in line with the officers: writes those of people who were put on file before
 * there were claims, and takes out what corrections left behind. One small transaction each, while everybody works;
 * again and again changes nothing. It reads everything: a Scan, which no role of the product may do.
 */
export async function holdClaims(store: Store): Promise<HeldClaims> {
  const held: HeldClaims = { officers: 0, written: 0, dropped: 0, alike: [] };
  for await (const { pk, sk, numbers } of officersAndClaims(store)) {
    const of = recordOf(pk);
    if (of?.kind === "officer") {
      const { written, alike } = await holdIdentity(store, of.id);
      held.officers += 1;
      held.written += written;
      held.alike.push(...alike.map((other): [string, string] => [of.id, other]));
    } else if (claimedSchema.safeParse({ numbers }).success) {
      const key = { pk, sk };
      held.dropped += await dropStale(store, key, (found) => notBehind(store, key, found));
    }
  }
  return held;
}

function officersAndClaims(store: Store) {
  return scanTable(store, {
    FilterExpression: "(sk = :record AND begins_with(pk, :officer)) OR sk IN (:number, :facts)",
    ExpressionAttributeValues: {
      ":record": "RECORD",
      ":officer": "OFFICER#",
      ":number": "NUMBER",
      ":facts": "FACTS",
    },
    ProjectionExpression: "pk, sk, numbers",
  });
}
