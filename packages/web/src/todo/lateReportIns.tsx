import type { Refusal } from "@dunmiao/domain/refusal";
import { lateCode } from "@dunmiao/domain/term/reportIn";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import { PostForm } from "../ui/form.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { BatchResult } from "./batch.ts";

/**
 * Asks again for the people whose report-in on that day leaves working days unreported: each with its own figure, which
 * goes back with the tick. Nothing is ticked beforehand.
 */
export function LateReportIns(props: { text: Text; on: string; results: readonly BatchResult[] }) {
  const { text, on } = props;
  const { todoPage: words } = text;
  const late = props.results.flatMap(({ id, name, refusals }) => {
    const asked = refusals.find(({ code }) => code === lateCode);
    return asked && name !== undefined ? [choiceOf(text, { id, name }, asked)] : [];
  });
  if (late.length === 0) return null;
  return (
    <PostForm action="/tasks/batch" idempotencyKey={formKey()}>
      <input type="hidden" name="act" value="report-in" />
      <input type="hidden" name="on" value={on} />
      <CheckboxField
        text={text}
        name="item"
        legend={words.lateTitle}
        hint={words.lateHint({ on })}
        choices={late}
      />
      <Button>{words.lateConfirm}</Button>
    </PostForm>
  );
}

function choiceOf(text: Text, { id, name }: { id: string; name: string }, asked: Refusal) {
  const days = String(asked.params?.days);
  const label = text.todoPage.lateOf({ name, days });
  return { value: `${id}:${days}`, label, hint: refusalSentence(text, asked) };
}
