import { openDifferences } from "@dunmiao/store/audit/differences";
import type { Anchor } from "@dunmiao/workflow/anchor";
import { taskHandlers } from "@dunmiao/workflow/handlers";
import type { World } from "../../workflow/test/support/world.ts";

/** What checking the table behind the sweep of a day leaves open: `kind id since: faults`. */
export async function checkedDay(world: World, anchor: Anchor, day: string): Promise<string[]> {
  world.clock.today = day;
  const { verifyPage } = taskHandlers({ ...world.deps, anchor });
  while ((await verifyPage({ asOf: day })).next === "more");
  const open = await openDifferences(world.store);
  return open.map(({ kind, id, faults, since }) => `${kind} ${id} ${since}: ${faults.join(", ")}`);
}
