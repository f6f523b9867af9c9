import { postStateOn } from "@dunmiao/domain/concurrentPost";
import type { PostRow } from "@dunmiao/store/concurrentPost";
import type { Store } from "@dunmiao/store/engine/client";
import { listOfficers } from "@dunmiao/store/officer";
import { atOnce } from "../atOnce.ts";

const unitsAtOnce = 16;

/** Posts that are not over and whose officer has left the unit that they had: one Query for each of these units. */
export async function movedOf(store: Store, rows: readonly PostRow[], today: string): Promise<PostRow[]> {
  const open = rows.filter((row) => postStateOn(row, today) !== "past");
  const units = [...new Set(open.map(({ unit }) => unit.code))];
  const lists = await atOnce(units, unitsAtOnce, async (unit): Promise<string[]> => {
    return (await listOfficers(store, unit)).map(({ serviceNumber }) => `${unit} ${serviceNumber}`);
  });
  const atHome = new Set(lists.flat());
  return open.filter(({ unit, officer }) => !atHome.has(`${unit.code} ${officer.serviceNumber}`));
}
