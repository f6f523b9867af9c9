import { isOwnCase } from "../access.ts";
import { signature } from "../actor.ts";
import { caseAct } from "../caseAct.ts";
import type { Change, Ground } from "../change.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";

/** HR has seen a warning: it leaves the to-do list and stays on the record with who saw it. */
export function acknowledgeWarning(ground: Ground, levelDays: number): Outcome<Change> {
  if (isOwnCase(ground)) return refuse("own-case");
  const warning = ground.secondment.warnings.find((each) => each.levelDays === levelDays);
  if (!warning) return refuse("unknown-warning");
  if (warning.state !== "shown") return refuse("already-acknowledged");
  const seen = { ...warning, state: "acknowledged" as const, acknowledgedBy: signature(ground.actor) };
  const warnings = ground.secondment.warnings.map((each) => (each === warning ? seen : each));
  return accept({
    after: { ...ground.secondment, warnings },
    event: { type: "warning.acknowledged", change: { levelDays } },
  });
}

/** The act on the warning of a level, as addresses write it: `10`, `12.5`. */
export const warningAct = caseAct({
  permission: "acknowledge-warning",
  rule: (ground, level, _: object) => acknowledgeWarning(ground, Number(level)),
  probe: () => ({}),
});
