import { isOwnCase, isTurnOf } from "../access.ts";
import type { Actor } from "../actor.ts";
import type { Assessment, Filer, FormKind } from "../assessment.ts";
import type { Ground } from "../change.ts";
import { isAwaited } from "../checkpoint.ts";
import { may, mayTry } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import { type Checkpoint, isOpenToFacts } from "../secondment.ts";
import { changedMonths } from "./monthLedger.ts";

/** A form by its checkpoint and who files it. */
export type FormRef = { readonly key: string; readonly by: Filer };
/** A form of the timetable with what was filed of it so far. */
export type PlacedForm = { checkpoint: Checkpoint; form: FormKind; entry: Assessment | undefined };

/** The form that the scheme's timetable has under this name. Refuses `unknown-checkpoint`, `form-not-listed`. */
export function placedForm({ secondment, scheme }: Ground, { key, by }: FormRef): Outcome<PlacedForm> {
  const checkpoint = secondment.checkpoints.find((each) => each.key === key);
  const plan = scheme.checkpoints.find((each) => each.key === key.split(".")[0]);
  if (!checkpoint || !plan) return refuse("unknown-checkpoint");
  const listed = plan.forms.find((each) => each.by === by);
  if (!listed) return refuse("form-not-listed");
  const entry = secondment.assessments.find((each) => each.checkpoint === key && each.by === by);
  return accept({ checkpoint, form: listed.form, entry });
}

/** The form, if this actor may write it today: by role, person, status of the secondment and state of the checkpoint. */
export function mayFile(ground: Ground, ref: FormRef): Outcome<PlacedForm> {
  const { actor, secondment } = ground;
  const placed = placedForm(ground, ref);
  if (!placed.ok) return placed;
  if (!isTurnOf(actor, ref.by) || !may(actor, "file-form", secondment))
    return refuse("not-your-form", undefined, { by: ref.by });
  if (isOwnCase(ground) && ref.by !== "officer") return refuse("own-case");
  return closedTo(ground, placed.value.form) ?? notNow(ground, placed.value) ?? placed;
}

/** Facts stand once the year is ruled; a showcase comes after it. */
export function closedTo({ secondment }: Ground, form: FormKind): Refused | undefined {
  const { status } = secondment;
  if (isOpenToFacts(secondment) || (form === "showcase" && status === "recognised")) return undefined;
  return refuse("closed-to-facts", undefined, { status });
}

/**
 * A form that was sent back is written again whenever: it was in once, and its checkpoint may have run out meanwhile. So
 * is a month whose ledger changed after it was confirmed.
 */
function notNow(ground: Ground, { checkpoint, entry }: PlacedForm): Refused | undefined {
  if (entry?.state === "returned") return undefined;
  if (entry && changedMonths(ground.secondment, ground).some((each) => each.entry === entry))
    return undefined;
  if (entry && entry.state !== "draft") return refuse("form-already-in");
  if (isAwaited(checkpoint)) return undefined;
  switch (checkpoint.state) {
    case "planned":
      return refuse("checkpoint-not-open", undefined, { opensOn: checkpoint.opensOn });
    case "missed":
      return refuse("checkpoint-missed", undefined, { dueOn: checkpoint.dueOn });
    case "dropped":
      return refuse("checkpoint-dropped");
    default:
      return refuse("form-already-in");
  }
}

/** Whether somebody in scope reads what a form says: the officer reads what others file about them once it is final. */
export function mayRead(actor: Pick<Actor, "role">, { by, state }: { by: string; state: string }): boolean {
  return by === "officer" || state === "final" || mayTry(actor, "read-unfinished-forms");
}
