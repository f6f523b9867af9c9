import { isAlike } from "@dunmiao/domain/import/samePerson";
import type { Store } from "./engine/client.ts";
import { commitAll } from "./engine/commit.ts";
import type { Key } from "./engine/keys.ts";
import { loadRecord } from "./engine/record.ts";
import { untilSettled } from "./engine/retry.ts";
import { claimed, identityKeys, letGo, loadClaimed } from "./numberClaims.ts";
import { officerNoun } from "./officer.ts";

/** What became of an officer's claims: how many were written, and who else on file is alike. */
export type Held = { written: number; alike: string[] };

/**
 * Writes the claims on number and facts that an officer on file does not hold, as one put on file before there were
 * claims, in one transaction that stands only while the officer does not change. Nobody else's number leaves a claim:
 * who is alike is answered, and for a person to judge. Doing it twice changes nothing.
 * @throws Error when others kept changing the same claims
 */
export async function holdIdentity(store: Store, id: string): Promise<Held> {
  const { settled } = await untilSettled(() => holdOnce(store, id));
  if (!settled) throw new Error(`the claims of officer ${id} kept changing`);
  return settled;
}

async function holdOnce(store: Store, id: string): Promise<Held | undefined> {
  const officer = await loadRecord(store, officerNoun, id);
  if (!officer) return { written: 0, alike: [] };
  const keys = identityKeys({ ...officer, serviceNumber: id });
  const found = await Promise.all(keys.map(async (key) => ({ key, claim: await loadClaimed(store, key) })));
  const missing = found.filter(({ claim }) => !claim?.numbers.includes(id));
  if (missing.length === 0) return { written: 0, alike: [] };
  const beside = missing.map(({ key, claim }) => claimed(key, claim, id));
  const stands = { kind: "officer" as const, id, version: officer.version };
  const written = await commitAll(store, [], { beside, stands });
  if (written.outcome !== "committed") return undefined;
  const others = new Set(found.flatMap(({ claim }) => claim?.numbers ?? []));
  others.delete(id);
  return { written: missing.length, alike: await alikeTo(store, id, [...others]) };
}

/** Who of the numbers is on file and still alike: one that was merged is the other person already. */
async function alikeTo(store: Store, id: string, numbers: readonly string[]): Promise<string[]> {
  const [own, ...others] = await Promise.all(
    [id, ...numbers].map((number) => loadRecord(store, officerNoun, number)),
  );
  if (!own || own.mergedInto !== undefined) return [];
  const person = { ...own, serviceNumber: id };
  return others.flatMap((other) =>
    other && other.mergedInto === undefined && isAlike({ ...other, serviceNumber: other.id }, person)
      ? other.id
      : [],
  );
}

/**
 * Takes out of a claim the numbers behind which no officer stands with that number or those facts: they were left by
 * corrections before these let go of the old. Answers how many; a claim that moves meanwhile is read again.
 * @throws Error when others kept changing the claim
 */
export async function dropStale(
  store: Store,
  key: Key,
  wrongOf: (numbers: readonly string[]) => Promise<string[]>,
): Promise<number> {
  const { settled } = await untilSettled(async () => {
    const claim = await loadClaimed(store, key);
    const wrong = claim ? await wrongOf(claim.numbers) : [];
    if (!claim || wrong.length === 0) return 0;
    const { outcome } = await commitAll(store, [], { beside: [letGo(key, claim, wrong)] });
    return outcome === "committed" ? wrong.length : undefined;
  });
  if (settled === undefined) throw new Error(`the claim ${key.pk} kept changing`);
  return settled;
}
