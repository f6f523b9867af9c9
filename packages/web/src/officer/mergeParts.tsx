import type { Officer } from "@dunmiao/domain/officer";
import { officerFacts } from "@dunmiao/domain/officerCorrection";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import type { Units } from "@dunmiao/store/unit";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import { statusTag, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { factValue } from "./correctionLine.ts";
import type { MergeRead } from "./mergeRead.ts";

type Props = { text: Text; units: Units; read: MergeRead };

/** Both numbers as they are on file, and the secondments of both: what will be one person's. */
export function MergePreview({ text, units, read }: Props) {
  if (!read.other) return null;
  const words = text.officerPage;
  const { officer, other } = read;
  const terms = [...read.terms, ...other.terms].toSorted((a, b) => (a.term.from < b.term.from ? -1 : 1));
  return (
    <>
      <FactsTable text={text} units={units} officer={officer} stays={other.officer} />
      {terms.length > 0 ? (
        <TermsTable text={text} terms={terms} moved={new Set(read.terms.map(({ id }) => id))} />
      ) : (
        <p class="govuk-body">{words.mergeNoTerms}</p>
      )}
    </>
  );
}

function FactsTable(props: { text: Text; units: Units; officer: Officer; stays: Officer }) {
  const { text, units, officer, stays } = props;
  const words = text.officerPage;
  const said = (of: Officer, fact: (typeof officerFacts)[number]) =>
    factValue(text, { fact }, of[fact], fact === "homeUnit" ? units.get(of.homeUnit)?.name : undefined);
  return (
    <DenseTable
      text={text}
      caption={words.mergeCompared}
      rows={officerFacts}
      columns={[
        { label: words.mergeWhat, kind: "rowHeader", cell: (fact) => words.fact[fact] },
        { label: words.mergeFrom({ number: officer.id }), cell: (fact) => said(officer, fact) },
        { label: words.mergeStays({ number: stays.id }), cell: (fact) => said(stays, fact) },
        {
          label: words.mergeDiffers,
          cell: (fact) => (officer[fact] === stays[fact] ? "" : tag(words.mergeDiffers, "yellow")),
        },
      ]}
    />
  );
}

type TermsProps = { text: Text; terms: readonly Secondment[]; moved: ReadonlySet<string> };

function TermsTable({ text, terms, moved }: TermsProps) {
  const words = text.officerPage;
  return (
    <DenseTable
      text={text}
      caption={words.mergeTerms}
      rows={terms}
      columns={[
        {
          label: text.unitPage.host,
          kind: "rowHeader",
          cell: ({ id, hostBranch, hostStation }) =>
            link(`/secondments/${id}`, `${hostBranch.name} ${hostStation.name}`),
        },
        { label: text.unitPage.serviceNumber, cell: ({ officer }) => officer.serviceNumber },
        {
          label: text.unitPage.term,
          kind: "date",
          cell: (each) => formatRange(text, each.term.from, lastDayServed(each)),
        },
        { label: text.unitPage.status, cell: ({ status }) => statusTag(text, status) },
        {
          label: words.mergeEffect,
          cell: ({ id }) => (moved.has(id) ? words.mergeMoved : words.mergeUnmoved),
        },
      ]}
    />
  );
}
