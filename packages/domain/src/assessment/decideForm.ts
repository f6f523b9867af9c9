import { isOwnCase, isSamePerson, isTurnOf } from "../access.ts";
import type { Signature } from "../actor.ts";
import { type Assessment, accepterOf } from "../assessment.ts";
import type { Change, Ground } from "../change.ts";
import { staleRevision } from "../changedMeanwhile.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Secondment } from "../secondment.ts";
import { actOf, withForm } from "./fileForm.ts";
import { closedTo } from "./mayFile.ts";

/** Accepts a submitted form: nothing of it changes any more. */
export function acceptForm(
  ground: Ground,
  id: string,
  input: { seen?: number | undefined },
): Outcome<Change> {
  const found = findToDecide(ground, id, input.seen);
  if (!found.ok) return found;
  const entry = decided(ground, found.value, { act: "accept", state: "final" });
  return accept({
    after: withForm(ground.secondment, entry),
    event: { type: "form.accepted", change: factsOf(entry) },
  });
}

/** Sends a submitted form back with a reason; a checkpoint that it had closed is open again, with its old due date. */
export function returnForm(
  ground: Ground,
  id: string,
  input: { seen?: number | undefined; reason: string },
): Outcome<Change> {
  const found = findToDecide(ground, id, input.seen);
  if (!found.ok) return found;
  const { reason } = input;
  const entry = decided(ground, found.value, { act: "return", state: "returned", reason });
  return accept({
    after: reopened(withForm(ground.secondment, entry), entry.checkpoint),
    event: { type: "form.returned", change: { ...factsOf(entry), reason } },
  });
}

/**
 * The submitted form, if this actor may decide on it: the next above who files it, or HR, and none of its authors.
 * Refuses `unknown-assessment`, `own-case`, `same-person-decides`, `needs-accepter`, `form-not-submitted`,
 * `changed-meanwhile`, `closed-to-facts`.
 */
function findToDecide(ground: Ground, id: string, seen?: number): Outcome<Assessment> {
  const { actor, secondment } = ground;
  const entry = secondment.assessments.find((each) => each.id === id);
  if (!entry) return refuse("unknown-assessment");
  const closed = closedTo(ground, entry.form);
  if (closed) return closed;
  if (isOwnCase(ground)) return refuse("own-case");
  if (isSamePerson(actor, ...authorsOf(entry))) return refuse("same-person-decides");
  const accepter = accepterOf(entry.by);
  if (!isTurnOf(actor, accepter) && !mayTry(actor, "decide-any-form"))
    return refuse("needs-accepter", undefined, { role: accepter });
  const stale = staleRevision(seen, entry.revision, entry.history.at(-1));
  if (stale) return stale;
  if (entry.state !== "submitted") return refuse("form-not-submitted", undefined, { state: entry.state });
  return accept(entry);
}

/** All who wrote on a form: none of them decides on it. */
function authorsOf({ history }: Assessment): Signature[] {
  return history.filter(({ act }) => act === "draft" || act === "submit").map(({ by }) => by);
}

function decided(
  ground: Ground,
  entry: Assessment,
  { act, state, reason }: { act: "accept" | "return"; state: Assessment["state"]; reason?: string },
): Assessment {
  const line = { ...actOf(ground, act), ...(reason && { reason }) };
  return { ...entry, state, revision: entry.revision + 1, history: [...entry.history, line] };
}

function factsOf({ id, checkpoint, form, by, state }: Assessment) {
  return { checkpoint, assessmentId: id, form, by, state };
}

function reopened(secondment: Secondment, key: string): Secondment {
  const checkpoints = secondment.checkpoints.map((each) => {
    if (each.key !== key || each.state !== "done") return each;
    const { doneOn: _, ...open } = each;
    return { ...open, state: "open" as const };
  });
  return { ...secondment, checkpoints };
}
