import type { Scheme } from "@dunmiao/domain/scheme";
import type { SchemeRecord } from "@dunmiao/domain/schemeRecord";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { DraftValues } from "./draftValues.ts";
import { originOf } from "./frame.tsx";
import { TimetableFields } from "./planFields.tsx";
import { SettingFields } from "./settingFields.tsx";

type Props = {
  chrome: Chrome;
  newest: Scheme;
  draft: SchemeRecord | undefined;
  values: DraftValues;
  errors: readonly FieldMessage[];
};

/** One form with every setting of a draft. Rows are added and removed by the server, with everything kept. */
export function DraftPage({ chrome, newest, draft, values, errors }: Props) {
  const { text } = chrome;
  const { schemeDraft: words } = text;
  const url = `/schemes/${newest.id}`;
  const field = bindFields({ text, values: values.fields, errors });
  const name = newest.name[text.language];
  const version = Number(values.fields.version ?? newest.version + 1);
  const isStale = errors.some(({ code }) => code === "changed-meanwhile" || code === "newer-version");
  return (
    <Layout
      chrome={chrome}
      title={words.draftTitle({ name, version })}
      section="schemes"
      back={{ href: url, label: name }}
      errors={errors}
    >
      {isStale ? <p class="govuk-body">{link(`${url}/draft`, words.openDraft({ version }))}</p> : null}
      <p class="govuk-body">{words.draftIntro}</p>
      {draft ? (
        <SummaryList rows={originOf(text, draft)} />
      ) : (
        <SummaryList rows={[{ label: text.common.status, value: words.notSaved }]} />
      )}
      <PostForm action={`${url}/draft`} idempotencyKey={formKey()}>
        <input type="hidden" name="version" value={values.fields.version} />
        <input type="hidden" name="seen" value={values.fields.seen} />
        <input type="hidden" name="dutyAreaCodes" value={values.fields.dutyAreaCodes} />
        <Buttons text={text} url={url} hasDraft={draft !== undefined} />
        <SettingFields text={text} field={field} values={values} />
        <TimetableFields text={text} plans={values.plans} errors={errors} />
        <Buttons text={text} url={url} hasDraft={draft !== undefined} />
      </PostForm>
    </Layout>
  );
}

/** Saving comes first in the form: it is what the Enter key does. */
function Buttons({ text, url, hasDraft }: { text: Text; url: string; hasDraft: boolean }) {
  return (
    <ButtonGroup>
      <Button name="act" value="save">
        {text.schemeDraft.save}
      </Button>
      {hasDraft ? (
        <LinkButton kind="secondary" href={`${url}/draft/preview`}>
          {text.schemeDraft.showPreview}
        </LinkButton>
      ) : null}
    </ButtonGroup>
  );
}
