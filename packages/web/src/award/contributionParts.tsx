import { type Contribution, contributionKinds } from "@dunmiao/domain/award";
import { contributionActs } from "@dunmiao/domain/award/acts";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { DateField, SelectField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { Details, EmptyState } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { DecisionForm } from "./decisionForm.tsx";
import { bindForm } from "./failed.ts";
import type { ResultsProps } from "./resultsProps.ts";

type Props = ResultsProps & { text: Text };

/** Contributions with who reported, verified and decided; what this person may do to each. */
export function Contributions(props: Props) {
  const { text, record, ground } = props;
  const words = text.awardPage;
  return (
    <section id="contributions">
      <h2 class="govuk-heading-m">{words.contributions}</h2>
      {record.contributions.length === 0 ? (
        <EmptyState title={words.noContributions}>{words.noContributionsHelp}</EmptyState>
      ) : (
        <ContributionTable {...props} />
      )}
      {record.contributions.map((each) => (
        <DecisionForm {...props} contribution={each} />
      ))}
      {contributionActs.report.ask(ground).ok ? <ReportForm {...props} /> : null}
    </section>
  );
}

const colours: Readonly<Record<Contribution["state"], TagColour>> = {
  reported: "yellow",
  verified: "blue",
  adopted: "green",
  "not-adopted": "grey",
};

function ContributionTable({ text, record, scheme }: Props) {
  const words = text.awardPage;
  const areas = new Map(scheme.dutyAreas.map(({ key, name }) => [key, name[text.language]]));
  return (
    <DenseTable
      text={text}
      caption={words.contributions}
      isCaptionHidden
      rows={record.contributions}
      rowId={({ id }) => id}
      columns={[
        { label: words.title, kind: "rowHeader", cell: ({ title }) => title },
        { label: words.kind, cell: ({ kind }) => words.kinds[kind] },
        { label: words.area, cell: ({ area }) => areas.get(area) ?? text.gone.dutyArea },
        { label: words.month, kind: "date", cell: ({ month }) => month },
        {
          label: words.evidence,
          cell: ({ evidence }) => (evidence ? `${evidence.number} ${evidence.title} ${evidence.date}` : ""),
        },
        {
          label: words.state,
          cell: (each) => [tag(words.adoption[each.state], colours[each.state]), ` ${steps(text, each)}`],
        },
      ]}
    />
  );
}

function steps(text: Text, { recorded, verified, decided }: Contribution): string {
  const words = text.awardPage.steps;
  return [
    words.reported({ by: signerName(text, recorded.by), on: recorded.on }),
    verified && words.verified({ by: signerName(text, verified.by), on: verified.on }),
    decided &&
      words.decided({ by: signerName(text, decided.by), on: decided.on, reason: decided.reason ?? "" }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function ReportForm({ text, record, scheme, failed }: Props) {
  const words = text.awardPage;
  const field = bindForm(text, "contribution", failed);
  const optional = (label: string) => text.form.optional({ label });
  const kinds = contributionKinds.map((value) => ({ value, label: words.kinds[value] }));
  const areas = scheme.dutyAreas.map(({ key, name }) => ({ value: key, label: name[text.language] }));
  return (
    <Details summary={words.report} isOpen={failed?.form === "contribution"}>
      <PostForm action={`/secondments/${record.id}/contributions`} idempotencyKey={formKey()}>
        <SelectField {...field("kind")} label={words.kind} options={kinds} prompt={text.form.choose} />
        <TextField {...field("title")} label={words.title} hint={words.titleHint} />
        <SelectField {...field("area")} label={words.area} options={areas} prompt={text.form.choose} />
        <TextField
          {...field("month")}
          label={words.month}
          hint={words.monthHint}
          width={10}
          autocomplete="off"
        />
        <p class="govuk-body dm-muted">{words.evidenceHelp}</p>
        <TextField {...field("evidence.number")} label={optional(words.evidenceNumber)} width={30} />
        <TextField {...field("evidence.title")} label={optional(words.evidenceTitle)} width={30} />
        <DateField {...field("evidence.date")} label={optional(words.evidenceDate)} />
        <Button>{words.report}</Button>
      </PostForm>
    </Details>
  );
}
