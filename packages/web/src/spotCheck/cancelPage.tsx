import type { Refusal } from "@dunmiao/domain/refusal";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";

type Props = {
  chrome: Chrome;
  check: SpotCheck;
  values: Readonly<Record<string, string>>;
  refusals: readonly Refusal[];
};

/** Cancels a check that was sealed but must not take place. */
export function CancelPage({ chrome, check, values, refusals }: Props) {
  const { text } = chrome;
  const words = text.spotCheckPage;
  const errors = fieldMessages(text, refusals);
  const field = bindFields({ text, values, errors });
  const url = `/spot-checks/${check.id}`;
  return (
    <Layout
      chrome={chrome}
      title={words.cancel}
      caption={words.one({ on: check.on })}
      section="spotChecks"
      back={{ href: url, label: words.one({ on: check.on }) }}
      errors={errors}
    >
      <p class="govuk-body">{words.cancelIntro}</p>
      <PostForm action={`${url}/cancel`} idempotencyKey={formKey()}>
        <TextAreaField {...field("reason")} label={text.common.reason} maxLength={500} rows={3} />
        <FormButtons text={text} back={url}>
          <Button kind="warning">{words.cancel}</Button>
        </FormButtons>
      </PostForm>
    </Layout>
  );
}
