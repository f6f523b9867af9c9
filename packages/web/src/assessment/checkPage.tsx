import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import { checkpointName } from "../ui/checkpointName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { personCaption } from "../ui/personNow.ts";
import { formUrl, titleOf } from "./formPage.tsx";
import type { OpenForm } from "./load.ts";
import type { Values } from "./values.ts";
import { WordsList } from "./wordsList.tsx";

/** Check your answers: what would be submitted, each with a way to change it. */
export function CheckPage({ chrome, open, values }: { chrome: Chrome; open: OpenForm; values: Values }) {
  const { text } = chrome;
  const { ground, ref, form } = open;
  const { hostStation } = ground.secondment;
  const words = text.assessmentPage;
  const url = formUrl(open);
  const checkpoint = checkpointName(text, ground.scheme, ref.key);
  return (
    <Layout
      chrome={chrome}
      title={words.checkTitle({ checkpoint, form: text.formKind[form] })}
      caption={personCaption(text, ground.secondment, hostStation.name)}
      section="secondments"
      back={{ href: url, label: titleOf(text, open) }}
    >
      <WordsList text={text} form={form} scheme={ground.scheme} values={values} changeUrl={url} />
      <p class="govuk-body">{form === "showcase" ? words.checkShowcase : words.checkHint}</p>
      <PostForm action={url} idempotencyKey={formKey()}>
        <input type="hidden" name="draft" value={String(open.draftVersion)} />
        {Object.entries(values).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ButtonGroup>
          <Button>{words.submit}</Button>
          <LinkButton kind="secondary" href={url}>
            {words.backToForm}
          </LinkButton>
        </ButtonGroup>
      </PostForm>
    </Layout>
  );
}
