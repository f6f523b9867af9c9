import { type Award, awardLevels } from "@dunmiao/domain/award";
import { awardActs } from "@dunmiao/domain/award/acts";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { DateField, SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { Details, EmptyState } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { bindForm } from "./failed.ts";
import type { ResultsProps } from "./resultsProps.ts";

type Props = ResultsProps & { text: Text };

/** Awards with who entered them; HR enters another, and another person of HR revokes one. */
export function Awards(props: Props) {
  const { text, record, ground } = props;
  const words = text.awardPage;
  return (
    <section id="awards">
      <h2 class="govuk-heading-m">{words.awards}</h2>
      {record.awards.length === 0 ? (
        <EmptyState title={words.noAwards}>{words.noAwardsHelp}</EmptyState>
      ) : (
        <AwardTable text={text} awards={record.awards} />
      )}
      <Revocations {...props} />
      {awardActs.record.ask(ground).ok ? <AwardForm {...props} /> : null}
    </section>
  );
}

function AwardTable({ text, awards }: { text: Text; awards: readonly Award[] }) {
  const words = text.awardPage;
  return (
    <DenseTable
      text={text}
      caption={words.awards}
      isCaptionHidden
      rows={awards}
      rowId={({ id }) => id}
      columns={[
        { label: words.level, kind: "rowHeader", cell: ({ level }) => words.levels[level] },
        { label: words.date, kind: "date", cell: ({ date }) => date },
        { label: words.documentNumber, cell: ({ documentNumber }) => documentNumber },
        { label: words.awardTitle, cell: ({ title }) => title ?? "" },
        {
          label: words.recordedBy,
          cell: ({ recorded }) => `${signerName(text, recorded.by)} · ${recorded.on}`,
        },
        { label: words.state, cell: (each) => stateCell(text, each) },
      ]}
    />
  );
}

function stateCell(text: Text, { revoked }: Award) {
  const words = text.awardPage;
  if (!revoked) return tag(words.stands, "green");
  return words.revoked({ by: signerName(text, revoked.by), on: revoked.on, reason: revoked.reason });
}

function Revocations({ text, record, ground, failed }: Props) {
  const words = text.awardPage;
  const open = record.awards.filter(({ id }) => awardActs.revoke.ask(ground, id).ok);
  return open.map(({ id, documentNumber }) => {
    const form = `revoke-${id}`;
    const field = bindForm(text, form, failed);
    return (
      <Details summary={words.revokeOf({ award: documentNumber })} isOpen={failed?.form === form}>
        <PostForm action={`/secondments/${record.id}/awards/${id}/revoke`} idempotencyKey={formKey()}>
          <TextAreaField {...field("reason")} label={words.reason} maxLength={500} rows={2} />
          <Button kind="warning">{words.revoke}</Button>
        </PostForm>
      </Details>
    );
  });
}

function AwardForm({ text, record, failed }: Props) {
  const words = text.awardPage;
  const field = bindForm(text, "award", failed);
  const levels = awardLevels.map((value) => ({ value, label: words.levels[value] }));
  return (
    <Details summary={words.recordAward} isOpen={failed?.form === "award"}>
      <PostForm action={`/secondments/${record.id}/awards`} idempotencyKey={formKey()}>
        <SelectField {...field("level")} label={words.level} options={levels} prompt={text.form.choose} />
        <DateField {...field("date")} label={words.date} hint={words.dateHint} />
        <TextField
          {...field("documentNumber")}
          label={words.documentNumber}
          hint={words.documentHint}
          width={30}
        />
        <TextField {...field("title")} label={text.form.optional({ label: words.awardTitle })} width={30} />
        <Button>{words.recordAward}</Button>
      </PostForm>
    </Details>
  );
}
