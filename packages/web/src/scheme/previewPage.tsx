import { isSamePerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import { mayTry } from "@dunmiao/domain/permissions";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { SchemeRecord } from "@dunmiao/domain/schemeRecord";
import type { CohortRow } from "@dunmiao/store/cohort";
import type { SchemeInWork } from "@dunmiao/store/schemeDraft";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { DateField, SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { undecidedNames } from "./classRules.ts";
import { originOf } from "./frame.tsx";
import type { Tried } from "./preview.ts";
import { PreviewTables } from "./previewTables.tsx";
import { differencesOf } from "./settings.ts";

type Values = Readonly<Record<string, string>>;
type Props = {
  chrome: Chrome;
  inWork: SchemeInWork;
  /** The version that the draft was started from. */
  base: Scheme;
  cohorts: readonly CohortRow[];
  tried: Tried | undefined;
  values: Values;
  errors: readonly FieldMessage[];
  actor: Actor;
};

/** What a draft changes and would mean for a cohort, and its publication by a second person. */
export function PreviewPage(props: Props) {
  const { chrome, inWork, values, errors, tried } = props;
  const { text } = chrome;
  const { schemeDraft: words } = text;
  const scheme = inWork.draft?.scheme ?? inWork.newest;
  const name = scheme.name[text.language];
  return (
    <Layout
      chrome={chrome}
      title={words.previewTitle({ name, version: scheme.version })}
      section="schemes"
      back={{ href: `/schemes/${scheme.id}`, label: name }}
      errors={errors}
    >
      {inWork.draft ? (
        <>
          <SummaryList rows={originOf(text, inWork.draft)} />
          <Differences text={text} before={props.base} after={scheme} />
        </>
      ) : (
        <p class="govuk-body">{words.nothingToPublish}</p>
      )}
      <TryForm {...props} text={text} id={scheme.id} />
      {tried ? <PreviewTables text={text} scheme={scheme} tried={tried} /> : null}
      {inWork.draft ? (
        <Publish text={text} draft={inWork.draft} values={values} errors={errors} actor={props.actor} />
      ) : null}
    </Layout>
  );
}

function Differences({ text, before, after }: { text: Text; before: Scheme; after: Scheme }) {
  const { schemeDraft: words } = text;
  const rows = differencesOf(text, before, after);
  if (rows.length === 0) return <p class="govuk-body">{words.noChanges}</p>;
  return (
    <DenseTable
      text={text}
      caption={words.changes}
      rows={rows}
      columns={[
        { label: text.schemePage.setting, kind: "rowHeader", cell: (each) => each.label },
        { label: words.before, cell: (each) => each.was || text.common.none },
        { label: words.after, cell: (each) => each.becomes || text.common.none },
      ]}
    />
  );
}

type TryProps = Pick<Props, "cohorts" | "values" | "errors"> & { text: Text; id: string };

function TryForm({ text, id, cohorts, values, errors }: TryProps) {
  const { schemeDraft: words } = text;
  const field = bindFields({ text, values, errors });
  return (
    <form method="get" action={`/schemes/${id}/draft/preview`} class="dm-filters">
      <SelectField
        {...field("cohort")}
        label={words.cohort}
        options={cohorts.map((each) => ({ value: each.id, label: each.name }))}
        prompt={words.noCohort}
      />
      <DateField {...field("startsOn")} label={words.startsOn} hint={words.startsHint} />
      <TextField {...field("allowed")} label={words.allowed} hint={words.allowedHint} inputmode="numeric" />
      <Button kind="secondary">{words.tryIt}</Button>
    </form>
  );
}

type PublishProps = { text: Text; draft: SchemeRecord } & Pick<Props, "values" | "errors" | "actor">;

function Publish({ text, draft, values, errors, actor }: PublishProps) {
  const { schemeDraft: words } = text;
  const { id, version } = draft.scheme;
  const field = bindFields({ text, values, errors });
  const open = undecidedNames(text, draft.scheme);
  const isOwn = isSamePerson(actor, draft.changedBy);
  const mayPublish = !isOwn && mayTry(actor, "publish-scheme");
  return (
    <section>
      <h2 class="govuk-heading-m">{words.publishTitle}</h2>
      <p class="govuk-body">{words.publishNote}</p>
      {isOwn ? (
        <p class="govuk-body">{words.secondPerson({ by: signerName(text, draft.changedBy) })}</p>
      ) : null}
      {mayTry(actor, "edit-scheme") ? (
        <p class="govuk-body">{link(`/schemes/${id}/draft`, words.openDraft({ version }))}</p>
      ) : null}
      {open === "" ? null : <p class="govuk-body">{words.leftOpen({ classes: open })}</p>}
      {mayPublish ? (
        <PostForm action={`/schemes/${id}/draft/publish`} idempotencyKey={formKey()}>
          <input type="hidden" name="version" value={String(version)} />
          <input type="hidden" name="seen" value={String(draft.revision)} />
          {["cohort", "startsOn", "allowed"].map((name) => (
            <input type="hidden" name={name} value={values[name] ?? ""} />
          ))}
          <TextAreaField {...field("reason")} label={words.reason} maxLength={500} rows={3} />
          <Button>{words.publish}</Button>
        </PostForm>
      ) : null}
    </section>
  );
}
