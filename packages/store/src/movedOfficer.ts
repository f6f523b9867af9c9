import type { Officer, OfficerInput } from "@dunmiao/domain/officer";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { isOpenToFacts } from "@dunmiao/domain/secondment";
import type { Store } from "./engine/client.ts";
import type { Sealable } from "./engine/seal.ts";
import type { Beside, ClaimChange } from "./engine/writes.ts";
import { moveFacts } from "./moveFacts.ts";
import { officerChange } from "./officer.ts";
import { termsOf } from "./officerTerms.ts";

type Moved = Sealable<Officer> & { claims: ClaimChange[]; beside: Beside[] };
type Move = { input: OfficerInput; apartFrom?: readonly string[] | undefined };

/**
 * The change that brings an officer on file in line with an input, with the officer's secondments looked at where
 * something would move: none begins unseen meanwhile. A move to where somebody with the same facts is on file is refused
 * (`same-person-other-number` at `serviceNumber`) until it is said that they are another person.
 */
export async function movedOfficer(
  store: Store,
  existing: Officer,
  { input, apartFrom = [] }: Move,
): Promise<Outcome<Moved | undefined>> {
  const moved = officerChange(input, existing);
  if (!moved.ok || !moved.value) return moved.ok ? accept(undefined) : moved;
  const { terms, claim } = await termsOf(store, existing.id);
  const checked = officerChange(input, existing, { isCarried: terms.some(isOpenToFacts) });
  if (!checked.ok) return checked;
  const { alike, open, beside } = await moveFacts(store, existing, { facts: input, apartFrom });
  const known = alike.join("、");
  if (open.length > 0)
    return refuse("same-person-other-number", "serviceNumber", { known, moved: existing.id });
  const told = officerChange(input, existing, { anotherThan: known || undefined });
  if (!told.ok || !told.value) throw new Error("what moved is still a change");
  return accept({ ...told.value, claims: [claim], beside });
}
