import { join } from "node:path";
import { datesBetween } from "@dunmiao/domain/calendarDate";
import type { Act } from "@dunmiao/local/demo/acts";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { cached } from "@dunmiao/store/engine/cached";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { schemeOf } from "@dunmiao/store/scheme";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { putSealed } from "./bulk.ts";
import { actsOfYear, calendar, cohortNumber, cohortSize, plannedPeople } from "./people.ts";
import { progress } from "./progress.ts";
import type { Figure } from "./report.ts";
import type { Rig } from "./rig.ts";
import { openWorkflows } from "./workflows.ts";

const kept = cached(async () => calendar, 3600);

/** A year day by day: the sweep at six, then everything that people do on that day. Hands over the table. */
export async function yearSection(
  rig: Rig,
  days: number,
): Promise<{ figures: Figure[]; store: Store; ids: string[] }> {
  const store = await rig.table("bench-year");
  const cohort = cohortNumber(1);
  const people = [...plannedPeople(cohort, cohortSize, 1)];
  await putSealed(store, people);
  const ids = people.map(({ record }) => record.id);
  const clock = { today: cohort.startsOn };
  const workflows = await openWorkflows(
    { store, calendar: kept, dir: join(rig.dir, "executions-year") },
    clock,
  );
  const actsByDay = actsOfYear(cohort, ids);
  const from = performance.now();
  let acts = 0;
  const dates = datesBetween(cohort.startsOn, cohort.endsOn).slice(0, days);
  for (const [at, day] of dates.entries()) {
    if (at % 90 === 0) progress(`year: day ${at + 1} of ${dates.length}, ${acts} acts so far`);
    clock.today = day;
    await workflows.run("daily-sweep", `daily-sweep-${day}`, {});
    for (const { id, act } of actsByDay.get(day) ?? []) await perform(store, id, act);
    acts += actsByDay.get(day)?.length ?? 0;
  }
  const seconds = (performance.now() - from) / 1000;
  const { executions, stateTransitions } = workflows.counts();
  await workflows.stop();
  return {
    store,
    ids,
    figures: [
      {
        what: `${cohortSize} people, ${dates.length} daily sweeps, ${acts} acts of people: wall time`,
        value: seconds,
        unit: "s",
      },
      { what: "executions", value: executions },
      { what: "state transitions", value: stateTransitions },
    ],
  };
}

async function perform(store: Store, id: string, act: Act): Promise<void> {
  const record = await loadRecord(store, secondmentNoun, id);
  if (!record) throw new Error(`no secondment ${id}`);
  const actor = act.by(record, { scheme: await schemeOf(store, record), calendar });
  const acting = { store, calendar: kept, actor, today: act.on, now: `${act.on}T04:00:00.000Z` };
  const changed = await changeSecondment(acting, { id, rule: act.rule });
  if (changed.outcome === "refused")
    throw new Error(`${id} on ${act.on}: ${changed.refusals.map(({ code }) => code).join(", ")}`);
}
