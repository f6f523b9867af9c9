import { personKey } from "@dunmiao/domain/import/samePerson";
import type { Officer } from "@dunmiao/domain/officer";
import type { Store } from "./engine/client.ts";
import type { Beside } from "./engine/writes.ts";
import { claimed, identityKeys, letGo, loadClaimed } from "./numberClaims.ts";
import { otherNumbers } from "./otherNumbers.ts";

type Facts = Pick<Officer, "name" | "sex" | "birthMonth" | "homeUnit">;
/** Everybody else who has the new facts, who of them nobody told apart, and the writes that go with the change. */
export type MovedFacts = { alike: string[]; open: string[]; beside: Beside[] };

/**
 * What a change of an officer's facts does to the claims, for the transaction that writes it: the new facts are held,
 * the number too where it was put on file before there were claims, and the old facts are let go for whoever comes.
 * Claims are read before people are looked for: who comes in between moves a claim on, and all of it runs again.
 */
export async function moveFacts(
  store: Store,
  { id, ...before }: Officer,
  { facts, apartFrom }: { facts: Facts; apartFrom: readonly string[] },
): Promise<MovedFacts> {
  const serviceNumber = id;
  const now = { ...facts, serviceNumber };
  const was = { ...before, serviceNumber };
  if (personKey(was) === personKey(now)) return { alike: [], open: [], beside: [] };
  const [numberKey, newKey] = identityKeys(now);
  const [, oldKey] = identityKeys(was);
  const [number, taken, left] = await Promise.all(
    [numberKey, newKey, oldKey].map((key) => loadClaimed(store, key)),
  );
  const others = (await otherNumbers(store, [now]))(now);
  const alike = others.filter((each) => personKey(each) === personKey(now)).map((each) => each.serviceNumber);
  const isHeld = number?.numbers.includes(serviceNumber);
  return {
    alike,
    open: alike.filter((each) => !apartFrom.includes(each)),
    beside: [
      ...(isHeld ? [] : [claimed(numberKey, number, serviceNumber)]),
      claimed(newKey, taken, serviceNumber),
      ...(left?.numbers.includes(serviceNumber) ? [letGo(oldKey, left, [serviceNumber])] : []),
    ],
  };
}
