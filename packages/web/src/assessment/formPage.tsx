import { sentBack } from "@dunmiao/domain/assessment";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Draft } from "@dunmiao/store/draft";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { checkpointName } from "../ui/checkpointName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatInstant } from "../ui/format.ts";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { Details, NotificationBanner, SummaryList } from "../ui/pieces.tsx";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import { formStateTag, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { AttendanceForm } from "./attendance.tsx";
import { EarlierForms } from "./earlierForms.tsx";
import { FormFields } from "./fields.tsx";
import type { OpenForm } from "./load.ts";
import { fieldOf, type Values } from "./values.ts";
import { WordsList } from "./wordsList.tsx";

export type FormPageProps = {
  chrome: Chrome;
  open: OpenForm;
  values: Values;
  refusals?: readonly Refusal[];
  /** Somebody else's draft that stands where this one was to be saved. */
  standing?: Draft | undefined;
  /** The draft was saved just now. */
  isSaved?: boolean;
};

/** The page on which one role writes its form of a checkpoint. */
export function FormPage(props: FormPageProps) {
  const { chrome, open, refusals = [] } = props;
  const { text } = chrome;
  const { hostStation } = open.ground.secondment;
  const errors = fieldMessages(text, refusals).map(({ field, ...each }) => ({
    ...each,
    ...(field !== undefined && { field: fieldOf(field) }),
  }));
  return (
    <Layout
      chrome={chrome}
      title={titleOf(text, open)}
      caption={personCaption(text, open.ground.secondment, hostStation.name)}
      section="secondments"
      back={{
        href: `/secondments/${open.ground.secondment.id}`,
        label: personLabel(open.ground.secondment),
      }}
      errors={errors}
    >
      <Standing {...props} />
      {open.form === "attendance" ? (
        <AttendanceForm text={text} open={open} />
      ) : (
        <WritingForm {...props} errors={errors} />
      )}
      <EarlierForms text={text} ground={open.ground} except={open.entry?.id} />
    </Layout>
  );
}

/** Name of the checkpoint and of the form. */
export function titleOf(text: Text, { ground, ref, form }: OpenForm): string {
  const checkpoint = checkpointName(text, ground.scheme, ref.key);
  return text.assessmentPage.title({ checkpoint, form: text.formKind[form] });
}

/** Where a form is found. */
export function formUrl({ ground, ref }: Pick<OpenForm, "ground" | "ref">): string {
  return `/secondments/${ground.secondment.id}/checkpoints/${ref.key}/forms/${ref.by}`;
}

/** Due when, in what state, why it came back, whose draft this is. */
function Standing({ chrome: { text }, open, isSaved, standing }: FormPageProps) {
  const { checkpoint, entry, ref, draft, form } = open;
  const words = text.assessmentPage;
  const returned = entry && sentBack(entry);
  const because = returned && {
    by: signerName(text, returned.by),
    on: returned.on,
    reason: returned.reason ?? "",
  };
  return (
    <>
      {isSaved ? (
        <NotificationBanner text={text} kind="success">
          {words.draftSaved}
        </NotificationBanner>
      ) : null}
      {because ? (
        <NotificationBanner text={text} kind="important">
          {words.returnedBecause(because)}
        </NotificationBanner>
      ) : null}
      <SummaryList
        rows={[
          { label: words.by, value: text.role[ref.by] },
          { label: words.dueOn, value: checkpoint.dueOn },
          { label: words.checkpointState, value: text.secondmentPage.checkpointState[checkpoint.state] },
          {
            label: words.state,
            value: entry ? formStateTag(text, entry.state) : tag(words.notBegun, "grey"),
          },
        ]}
      />
      <p
        class="govuk-body dm-muted"
        data-draft-line
        data-draft-failed={words.draftFailed({ at: "{at}" })}
        data-draft-elsewhere={words.draftElsewhere}
        data-draft-ended={words.draftEnded}
        aria-live="polite"
      >
        {draft ? words.draftBy(savedOf(text, draft)) : null}
      </p>
      {standing ? (
        <Details summary={words.othersDraft(savedOf(text, standing))} isOpen>
          <WordsList text={text} form={form} scheme={open.ground.scheme} values={standing.values} />
        </Details>
      ) : null}
    </>
  );
}

/** Who saved a draft and when, for its sentence. */
export function savedOf(text: Text, { by, savedAt }: Draft) {
  return { by: signerName(text, by), at: formatInstant(savedAt) };
}

function WritingForm(props: FormPageProps & { errors: readonly FieldMessage[] }) {
  const { chrome, open, values, errors, standing } = props;
  const { text } = chrome;
  const words = text.assessmentPage;
  const url = formUrl(open);
  const seen = standing?.version ?? open.draftVersion;
  return (
    <PostForm action={`${url}/check`} idempotencyKey={formKey()} draftUrl={url}>
      <input type="hidden" name="draft" value={String(seen)} />
      <FormFields
        text={text}
        values={values}
        form={open.form}
        ground={open.ground}
        field={bindFields({ text, values, errors })}
      />
      <FormButtons text={text} back={`/secondments/${open.ground.secondment.id}`}>
        <Button>{words.check}</Button>
        <Button kind="secondary" name="act" value="draft" formaction={url}>
          {words.saveDraft}
        </Button>
      </FormButtons>
    </PostForm>
  );
}
