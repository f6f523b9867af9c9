import { openRequests } from "@dunmiao/domain/dataRequest";
import type { Officer } from "@dunmiao/domain/officer";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { RadioField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { RequestTable } from "./page.tsx";

type Props = {
  chrome: Chrome;
  officer: Officer;
  calendar: WorkCalendar;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** What a person asked to be corrected; the oldest that waits is answered first. */
export function AnswerPage({ chrome, officer, calendar, values, errors }: Props) {
  const { text } = chrome;
  const words = text.ownData;
  const { requests = [], id, name } = officer;
  const [first] = openRequests(officer);
  return (
    <Layout
      chrome={chrome}
      title={words.requests}
      caption={text.common.numbered({ name, number: id })}
      section="units"
      back={{ href: `/officers/${encodeURIComponent(id)}`, label: name }}
      errors={errors}
    >
      {requests.length === 0 ? <EmptyState title={words.requestsNone} /> : null}
      <RequestTable text={text} requests={requests} calendar={calendar} />
      {first ? (
        <>
          <h2 class="govuk-heading-m">{words.answer}</h2>
          <p class="govuk-inset-text">{first.text}</p>
          <AnswerForm
            text={text}
            path={`/officers/${id}/requests/${first.id}/answer`}
            values={values}
            errors={errors}
          />
        </>
      ) : null}
    </Layout>
  );
}

type FormProps = Pick<Props, "values" | "errors"> & { text: Text; path: string };

function AnswerForm({ text, path, values, errors }: FormProps) {
  const words = text.ownData;
  const field = bindFields({ text, values, errors });
  const choices = (["accepted", "refused"] as const).map((value) => ({ value, label: words.stateOf[value] }));
  return (
    <PostForm action={path} idempotencyKey={formKey()}>
      <p class="govuk-body">{words.answerIntro}</p>
      <RadioField {...field("answer")} legend={words.answer} choices={choices} layout="inline" />
      <TextAreaField {...field("reason")} label={words.reason} maxLength={500} rows={3} />
      <Button>{words.send}</Button>
    </PostForm>
  );
}
