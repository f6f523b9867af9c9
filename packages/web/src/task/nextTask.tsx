import type { Text } from "../ui/text.ts";
import type { Task } from "./task.ts";
import { taskHref } from "./view.ts";
import { whatOf } from "./whatOf.ts";

/** After an act: the next one that is the actor's own, and the way back to all of them. */
export function NextTask({ text, next }: { text: Text; next: Task | undefined }) {
  const { taskPage: words } = text;
  return (
    <p class="govuk-body">
      {next ? (
        <a class="govuk-link" href={taskHref(next)}>
          {words.nextTask({ name: next.person.name, task: whatOf(text, next) })}
        </a>
      ) : (
        words.noNextTask
      )}{" "}
      <a class="govuk-link" href="/">
        {words.backToList}
      </a>
    </p>
  );
}
