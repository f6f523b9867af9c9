import type { Text } from "../ui/text.ts";
import type { TodoLine } from "./todoLine.ts";
import { todoHref } from "./view.ts";
import { whatOf } from "./whatOf.ts";

/** After an act: the next one that is the actor's own, and the way back to all of them. */
export function NextTodo({ text, next }: { text: Text; next: TodoLine | undefined }) {
  const { todoPage: words } = text;
  return (
    <p class="govuk-body">
      {next ? (
        <a class="govuk-link" href={todoHref(next)}>
          {words.nextTodo({ name: next.person.name, todo: whatOf(text, next) })}
        </a>
      ) : (
        words.noNextTodo
      )}{" "}
      <a class="govuk-link" href="/">
        {words.backToList}
      </a>
    </p>
  );
}
