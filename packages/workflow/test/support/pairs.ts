import { createPair } from "@dunmiao/store/createPair";
import { newestPairScheme } from "@dunmiao/store/pairScheme";
import { saveOfficer } from "@dunmiao/store/saveOfficer";
import { listUnits } from "@dunmiao/store/unit";
import { officerOf, type World } from "./world.ts";

/** Persons 1 to `count` on file, without secondments. */
export async function putOnFile(world: World, count: number): Promise<void> {
  for (let n = 1; n <= count; n += 1) await saveOfficer(world.acting(), officerOf(n));
}

/** A pair of person 1, who leads, and person 2, both on file, from 2026-03-02 to 2026-04-30; it waits for a second person unless all that makes eligible is ticked. */
export async function planPair(world: World, id: string, focus: string, eligibility: string[] = []) {
  const scheme = await newestPairScheme(world.store, "pair-standard");
  if (!scheme) throw new Error("no pair scheme");
  const term = { from: "2026-03-02", to: "2026-04-30" };
  const facts = { mentor: "100001", apprentice: "100002", focus, ...term };
  const input = { ...facts, leading: "mentor" as const, eligibility, kin: false };
  return createPair(world.acting(), input, { id, scheme, units: await listUnits(world.store) });
}
