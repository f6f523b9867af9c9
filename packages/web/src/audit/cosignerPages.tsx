import { type Cosigner, lastCosignedDay } from "@dunmiao/domain/cosigner";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Details, EmptyState } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** Until which day somebody beside us has signed, in a sentence. */
export function CosignedUntil({ text, cosigners }: { text: Text; cosigners: readonly Cosigner[] }) {
  const words = text.cosignerPage;
  const day = lastCosignedDay(cosigners);
  return <p class="govuk-body">{day === undefined ? words.untilNever : words.until({ day })}</p>;
}

type FormProps = {
  text: Text;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};
type Props = Omit<FormProps, "text"> & {
  chrome: Chrome;
  cosigners: readonly Cosigner[];
  may: { keep: boolean; bring: boolean };
};

/** Everybody who signs the heads of days beside us: one hand enters their keys, another brings in what they signed. */
export function CosignersPage({ chrome, cosigners, may, values, errors }: Props) {
  const { text } = chrome;
  const words = text.cosignerPage;
  const form = { text, values, errors };
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      section="heads"
      back={{ href: "/audit/heads", label: text.auditPage.title }}
      errors={errors}
    >
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.how}</p>
      <CosignedUntil text={text} cosigners={cosigners} />
      {may.bring ? <BringForm {...form} /> : null}
      {cosigners.length === 0 ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : null}
      {cosigners.map((cosigner) => (
        <Signer text={text} cosigner={cosigner} mayEnd={may.keep} />
      ))}
      {may.keep ? <AddForm {...form} /> : null}
    </Layout>
  );
}

function Signer({ text, cosigner, mayEnd }: { text: Text; cosigner: Cosigner; mayEnd: boolean }) {
  const words = text.cosignerPage;
  const { id, organ, key, addedOn, addedBy, endedOn, cosigned } = cosigner;
  return (
    <section>
      <h2 class="govuk-heading-m">{organ}</h2>
      <p class="govuk-body">
        {words.key} <code>{key}</code>
        <br />
        {words.added({ on: addedOn, by: signerName(text, addedBy) })}
        {endedOn === undefined ? null : ` ${words.ended({ on: endedOn })}`}
      </p>
      {cosigned.length === 0 ? (
        <EmptyState title={words.signedNone} />
      ) : (
        <DenseTable
          text={text}
          caption={words.signedDays({ organ })}
          rows={cosigned.toReversed()}
          columns={[
            { label: words.day, kind: "rowHeader", cell: ({ day }) => link(`/audit/heads/${day}`, day) },
            { label: words.size, kind: "number", cell: ({ size }) => size },
            { label: words.broughtBy, cell: ({ broughtBy }) => signerName(text, broughtBy) },
            { label: words.broughtOn, kind: "date", cell: ({ broughtOn }) => broughtOn },
          ]}
        />
      )}
      {mayEnd && endedOn === undefined ? (
        <Details summary={words.end({ organ })}>
          <p class="govuk-body">{words.endHint}</p>
          <PostForm action={`/audit/cosigners/${id}/end`} idempotencyKey={formKey()}>
            <Button kind="warning">{words.end({ organ })}</Button>
          </PostForm>
        </Details>
      ) : null}
    </section>
  );
}

function BringForm({ text, values, errors }: FormProps) {
  const words = text.cosignerPage;
  const field = bindFields({ text, values, errors });
  return (
    <>
      <h2 class="govuk-heading-m">{words.bring}</h2>
      <PostForm action="/audit/cosigners/heads" idempotencyKey={formKey()}>
        <TextAreaField {...field("note")} label={words.note} hint={words.noteHint} rows={8} />
        <Button>{words.bring}</Button>
      </PostForm>
    </>
  );
}

function AddForm({ text, values, errors }: FormProps) {
  const words = text.cosignerPage;
  const field = bindFields({ text, values, errors });
  return (
    <>
      <h2 class="govuk-heading-m">{words.add}</h2>
      <PostForm action="/audit/cosigners" idempotencyKey={formKey()}>
        <TextField {...field("organ")} label={words.organ} width={20} />
        <TextField {...field("key")} label={words.key} hint={words.keyHint} />
        <Button>{words.add}</Button>
      </PostForm>
    </>
  );
}
