import type { Absence } from "@dunmiao/domain/absence";
import type { Ground } from "@dunmiao/domain/change";
import type { WebDeps } from "../deps.ts";
import { nextTask, type Task } from "../task/list.ts";
import { NextTask } from "../task/nextTask.tsx";
import { formatHalfRange } from "../ui/format.ts";
import { NotificationBanner } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { actsFor } from "./acts.ts";

/** What was last done to an absence, whether it can be taken back, and what is the actor's next. */
export type ActDone = { absence: Absence; isOpenToUndo: boolean; next: Task | undefined };

/**
 * Told from the record, never from the address, which only names the absence: undefined where there is none. One more
 * read of the actor's list, only right after an act.
 */
export async function actDone(
  deps: WebDeps,
  ground: Ground,
  id: string | undefined,
): Promise<ActDone | undefined> {
  const absence = ground.secondment.absences.find((each) => each.id === id);
  if (!absence) return undefined;
  const acts = actsFor(ground, absence.id);
  const next = await nextTask(deps, ground, new Set([`${ground.secondment.id}:${absence.id}`]));
  return { absence, isOpenToUndo: acts.includes("amend") || acts.includes("void"), next };
}

/** The message after an act: person, act, what it was about and how it stands now; undo and the next one beside it. */
export function ActDoneBanner(props: { text: Text; person: { id: string; name: string }; done: ActDone }) {
  const { text, person } = props;
  const { absence, isOpenToUndo, next } = props.done;
  const { taskPage: words } = text;
  const last = absence.decisions.at(-1);
  const sentence = words.actDone({
    name: person.name,
    act: last ? text.absenceAct[last.act] : words.recorded,
    what: `${text.absenceClass[absence.class]} ${formatHalfRange(text, absence)}`,
    state: text.absenceState[absence.state],
  });
  return (
    <>
      <NotificationBanner text={text} kind="success">
        {sentence}
      </NotificationBanner>
      {isOpenToUndo ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`/secondments/${person.id}/absences/${absence.id}`}>
            {words.undo}
          </a>
        </p>
      ) : null}
      <NextTask text={text} next={next} />
    </>
  );
}
