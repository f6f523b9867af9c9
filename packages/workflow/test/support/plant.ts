import { type PlanGround, planSecondment, type SecondmentPlan } from "@dunmiao/domain/term/planSecondment";
import type { UnitInput } from "@dunmiao/domain/unit";
import { deriveSecondment } from "@dunmiao/store/deriveSecondment";
import { type Acting, stampOf } from "@dunmiao/store/engine/acting";
import { commitAll } from "@dunmiao/store/engine/commit";
import { officerClaimKey, postClaimKey } from "@dunmiao/store/engine/keys";
import { seal } from "@dunmiao/store/engine/seal";
import { claimed, identityKeys } from "@dunmiao/store/numberClaims";
import { officerChange } from "@dunmiao/store/officer";
import { deriveUnit } from "@dunmiao/store/saveUnit";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { unitNoun } from "@dunmiao/store/unit";

/** Nine items each; a transaction takes 100. */
const peopleAtOnce = 11;

/** Writes new units as the product would, many in one transaction. */
export async function plantUnits(acting: Acting, units: readonly UnitInput[]): Promise<void> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const event = { type: "unit.created" as const, change: {} };
  const sealed = units.map(({ code, ...facts }) =>
    seal(
      { noun: unitNoun, after: { id: code, version: 0, head: "", ...facts }, event, derive: deriveUnit },
      stamp,
    ),
  );
  for (let at = 0; at < sealed.length; at += 50)
    mustBeWritten(await commitAll(acting.store, sealed.slice(at, at + 50)));
}

/** Writes new officers with their secondments and claims, many in one transaction; answers the secondments' ids. */
export async function plantPeople(
  acting: Acting,
  plans: readonly SecondmentPlan[],
  ground: PlanGround,
): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < plans.length; at += peopleAtOnce)
    ids.push(...(await plantAtOnce(acting, plans.slice(at, at + peopleAtOnce), ground)));
  return ids;
}

async function plantAtOnce(acting: Acting, plans: readonly SecondmentPlan[], ground: PlanGround) {
  const stamp = stampOf(acting, ground.calendar);
  const derive = deriveSecondment(ground);
  const planned = plans.map((plan) => {
    const secondment = planSecondment(plan, ground);
    const officer = officerChange(plan.officer, undefined);
    if (!secondment.ok || !officer.ok || !officer.value)
      throw new Error(`${plan.officer.serviceNumber} is not planned`);
    return { ...secondment.value, officer: officer.value };
  });
  const sealed = planned.flatMap(({ after, event, officer }) => [
    seal({ noun: secondmentNoun, after, event, derive }, stamp),
    seal(officer, stamp),
  ]);
  const claims = planned.flatMap(({ after: { id, officer, hostStation, post, term } }) => {
    const periods = [{ secondmentId: id, ...term }];
    const keys = [officerClaimKey(officer.serviceNumber), postClaimKey(hostStation.code, post)];
    return keys.map((key) => ({ key, seen: 0, periods }));
  });
  const beside = planned.flatMap(
    ({
      officer: {
        after: { id, ...facts },
      },
    }) => identityKeys({ ...facts, serviceNumber: id }).map((key) => claimed(key, undefined, id)),
  );
  mustBeWritten(await commitAll(acting.store, sealed, { claims, beside }));
  return planned.map(({ after }) => after.id);
}

function mustBeWritten({ outcome }: { outcome: string }): void {
  if (outcome !== "committed") throw new Error(outcome);
}
