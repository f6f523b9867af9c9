import { isTurnOf } from "@dunmiao/domain/access";
import type { Filer } from "@dunmiao/domain/assessment";
import { mayRead } from "@dunmiao/domain/assessment/mayFile";
import { planOf } from "@dunmiao/domain/checkpoint";
import type { Checkpoint } from "@dunmiao/domain/secondment";
import type { Child } from "hono/jsx";
import { returnedTag, returnedTo } from "../assessment/returned.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { link } from "../ui/link.ts";
import type { Text } from "../ui/text.ts";

/** The forms of a checkpoint with their states, each a link to where it is read, or written by who looks at it. */
export function formsLine(text: Text, view: CaseView, checkpoint: Checkpoint): Child {
  const { key, state } = checkpoint;
  if (state === "planned" || state === "dropped") return "";
  return planOf(view.scheme, key).forms.map(({ by }, at) => [
    at > 0 ? " · " : "",
    oneForm(text, view, { key, state, by }),
    whyBack(text, view, { key, by }),
  ]);
}

/** A form that was sent back stands out, with the reason for whoever may read it. */
function whyBack(text: Text, { record, actor }: CaseView, { key, by }: { key: string; by: Filer }): Child {
  const entry = record.assessments.find((each) => each.checkpoint === key && each.by === by);
  const returned = returnedTo(actor, entry);
  return returned ? [" ", returnedTag(text, returned)] : "";
}

function oneForm(
  text: Text,
  { record, actor }: CaseView,
  { key, state, by }: Pick<Checkpoint, "key" | "state"> & { by: Filer },
): Child {
  const words = text.assessmentPage;
  const entry = record.assessments.find((each) => each.checkpoint === key && each.by === by);
  const stateName = entry ? text.formState[entry.state] : words.notBegun;
  const label = words.formOf({ by: text.role[by], state: stateName });
  if (entry && entry.state !== "draft" && mayRead(actor, entry))
    return link(`/secondments/${record.id}/assessments/${entry.id}`, label);
  const isMine = isTurnOf(actor, by) && (state === "open" || state === "late");
  return isMine ? link(`/secondments/${record.id}/checkpoints/${key}/forms/${by}`, label) : label;
}
