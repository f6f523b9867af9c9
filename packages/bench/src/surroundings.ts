import type { Cohort } from "@dunmiao/domain/cohort";
import { createCohort } from "@dunmiao/store/changeCohort";
import { systemActor } from "@dunmiao/store/engine/acting";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { seal } from "@dunmiao/store/engine/seal";
import { deriveUnit } from "@dunmiao/store/saveUnit";
import { unitNoun } from "@dunmiao/store/unit";
import { putSealed } from "./bulk.ts";
import { calendar, units } from "./people.ts";

const stamp = {
  actor: systemActor("bench"),
  at: "2025-07-01T02:00:00.000Z",
  on: "2025-07-01",
  calendarVersion: 0,
};

/** Writes the units of the demo bureau and these cohorts. */
export async function writeSurroundings(store: Store, cohorts: readonly Cohort[]): Promise<void> {
  const sealedUnits = [...units().values()].map((unit) => {
    const after = { ...unit, version: 0 };
    return seal(
      { noun: unitNoun, after, event: { type: "unit.created", change: {} }, derive: deriveUnit },
      stamp,
    );
  });
  await putSealed(store, sealedUnits);
  const acting = {
    store,
    calendar: cached(async () => calendar, 3600),
    actor: stamp.actor,
    today: stamp.on,
    now: stamp.at,
  };
  for (const { id, name, startsOn, schemeId } of cohorts)
    await createCohort(acting, { name, startsOn, scheme: schemeId }, { id });
}
