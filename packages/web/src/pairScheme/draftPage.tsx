import { isSamePerson } from "@dunmiao/domain/access";
import type { Actor } from "@dunmiao/domain/actor";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { PairSchemeRecord } from "@dunmiao/domain/pairSchemeRecord";
import { mayTry } from "@dunmiao/domain/permissions";
import { formKey } from "../page.tsx";
import { originOf } from "../scheme/frame.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import type { Text } from "../ui/text.ts";
import { needs } from "./boxes.ts";
import type { Boxes, ListName } from "./listBoxes.ts";
import { ListFields } from "./listFields.tsx";
import { settingRows } from "./settingRows.ts";

type Props = {
  chrome: Chrome;
  actor: Actor;
  /** As the draft stands, or as it would begin. */
  scheme: PairScheme;
  draft: PairSchemeRecord | undefined;
  values: Boxes;
  errors: readonly FieldMessage[];
};
type Bind = ReturnType<typeof bindFields>;

/** The draft of the next version: its form for who edits it, and publication for the second person. */
export function PairDraftPage({ chrome, actor, scheme, draft, values, errors }: Props) {
  const { text } = chrome;
  const { schemeDraft: words } = text;
  const { id, version } = scheme;
  const name = scheme.name[text.language];
  const field = bindFields({ text, values, errors });
  const url = `/pair-schemes/${id}`;
  return (
    <Layout
      chrome={chrome}
      title={words.draftTitle({ name, version })}
      section="schemes"
      back={{ href: url, label: name }}
      errors={errors}
      hasSheetLink
    >
      <SummaryList
        rows={draft ? originOf(text, draft) : [{ label: text.common.status, value: words.notSaved }]}
      />
      {draft ? <Publish text={text} draft={draft} actor={actor} field={field} /> : null}
      {mayTry(actor, "edit-scheme") ? (
        <PostForm action={`${url}/draft`} idempotencyKey={formKey()}>
          <input type="hidden" name="version" value={values.version} />
          <input type="hidden" name="seen" value={values.seen} />
          <SettingFields text={text} field={field} values={values} scheme={scheme} />
          <PlanFields text={text} field={field} scheme={scheme} />
          <Button>{words.save}</Button>
        </PostForm>
      ) : (
        <SummaryList rows={settingRows(text, scheme)} />
      )}
    </Layout>
  );
}

function Publish({
  text,
  draft,
  actor,
  field,
}: {
  text: Text;
  draft: PairSchemeRecord;
  actor: Actor;
  field: Bind;
}) {
  const { schemeDraft: words } = text;
  const { id, version } = draft.scheme;
  if (isSamePerson(actor, draft.changedBy))
    return <p class="govuk-body">{words.secondPerson({ by: signerName(text, draft.changedBy) })}</p>;
  if (!mayTry(actor, "publish-scheme")) return null;
  return (
    <PostForm action={`/pair-schemes/${id}/draft/publish`} idempotencyKey={formKey()}>
      <p class="govuk-body">{text.pairScheme.publishNote}</p>
      <input type="hidden" name="version" value={String(version)} />
      <input type="hidden" name="seen" value={String(draft.revision)} />
      <TextAreaField {...field("reason")} label={words.reason} maxLength={500} rows={3} />
      <Button>{words.publish}</Button>
    </PostForm>
  );
}

function SettingFields({
  text,
  field,
  values,
  scheme,
}: {
  text: Text;
  field: Bind;
  values: Boxes;
  scheme: PairScheme;
}) {
  const { pairScheme: words, schemeDraft: more } = text;
  const counted = (
    name: "longestMonths" | "renewals" | "loadCap" | "restMonths" | "secondChances" | "objectionMonths",
  ) => <TextField {...field(name)} label={words[name]} width={3} inputmode="numeric" />;
  const choice = (name: string, label: string, options: Readonly<Record<string, string>>) => (
    <SelectField
      {...field(name)}
      label={label}
      options={Object.entries(options).map(([value, said]) => ({ value, label: said }))}
    />
  );
  const focuses = scheme.focuses.map(({ key, name }) => ({ value: key, label: name[text.language] }));
  const rows = (list: ListName) => (
    <ListFields text={text} list={list} field={field} values={values} focuses={focuses} />
  );
  return (
    <>
      <TextField {...field("name.zh")} label={more.nameZh} />
      <TextField {...field("name.en")} label={more.nameEn} />
      {counted("longestMonths")}
      {counted("renewals")}
      {counted("loadCap")}
      {counted("restMonths")}
      {rows("eligibility")}
      {choice("approval", words.approval, words.approvalIs)}
      {choice("kinship", words.kinship, words.kinshipIs)}
      {choice("actsAlone", words.actsAlone, words.actsAloneIs)}
      <CheckboxField
        {...field("testNeeds")}
        legend={words.testNeeds}
        values={needs.filter((each) => values.testNeeds?.includes(each))}
        choices={needs.map((value) => ({ value, label: words.need[value] }))}
      />
      {counted("secondChances")}
      {choice("onFailure", words.onFailure, words.onFailureIs)}
      {rows("grades")}
      {counted("objectionMonths")}
      {rows("focuses")}
      {rows("skills")}
      {rows("activityKinds")}
      {rows("mutual")}
    </>
  );
}

function PlanFields({ text, field, scheme }: { text: Text; field: Bind; scheme: PairScheme }) {
  const { schemeDraft: words, pairScheme } = text;
  return (
    <>
      {scheme.checkpoints.map(({ name, kind }, at) => (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{name[text.language]}</legend>
          <TextField {...field(`c${at}.when`)} label={pairScheme.when[kind]} />
          <TextField {...field(`c${at}.opens`)} label={words.opens} inputmode="numeric" />
          <TextField {...field(`c${at}.remind`)} label={words.remind} hint={words.remindHint} />
          <TextField {...field(`c${at}.branch`)} label={words.branch} inputmode="numeric" />
          <TextField {...field(`c${at}.bureau`)} label={words.bureau} inputmode="numeric" />
          <TextField
            {...field(`c${at}.missed`)}
            label={words.missed}
            hint={words.missedHint}
            inputmode="numeric"
          />
        </fieldset>
      ))}
    </>
  );
}
