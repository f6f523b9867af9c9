import type { Role } from "../actor.ts";
import type { Contribution } from "../award.ts";
import { mayTry } from "../permissions.ts";
import type { Secondment } from "../secondment.ts";
import { decideWithinWorkingDays, type Todo, type TodoRules } from "../todo.ts";
import { addWorkingDays } from "../workCalendar.ts";

const rungs = ["station", "branch", "hr"] as const;

/**
 * Contributions that wait for somebody to verify them, then for the decision on adoption. Of several that wait for the
 * same the oldest stands for all, so that a row of an index stays short however many there are.
 */
export function contributionTodos({ contributions }: Secondment, { calendar }: TodoRules): Todo[] {
  const due = (since: string) => addWorkingDays(calendar, since, decideWithinWorkingDays);
  const waiting = contributions
    .flatMap((each) => waitingFor(each, due))
    .toSorted(([, , a], [, , b]) => (a < b ? -1 : a > b ? 1 : 0));
  return waiting.filter(
    ([what, whose], at) => waiting.findIndex((each) => each[0] === what && each[1] === whose) === at,
  );
}

function waitingFor({ id, state, recorded, verified }: Contribution, due: (since: string) => string): Todo[] {
  if (state === "reported") {
    const owner = ownerOf("verify", [recorded.by.role]);
    return [["verify-contribution", owner, recorded.on, due(recorded.on), id]];
  }
  if (state !== "verified" || !verified) return [];
  const owner = ownerOf("decide", [recorded.by.role, verified.by.role]);
  return [["decide-contribution", owner, verified.on, due(verified.on), id]];
}

/** The lowest rung that may do it and has not acted on it: whoever did needs somebody else. */
function ownerOf(act: "verify" | "decide", actedBefore: readonly Role[]) {
  return (
    rungs.find((rung) => mayTry({ role: rung }, `${act}-contribution`) && !actedBefore.includes(rung)) ?? "hr"
  );
}
