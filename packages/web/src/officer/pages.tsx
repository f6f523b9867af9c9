import type { Officer } from "@dunmiao/domain/officer";
import type { Summary } from "@dunmiao/domain/summary";
import type { Unit } from "@dunmiao/domain/unit";
import type { Units } from "@dunmiao/store/unit";
import { formatDays, formatRange } from "../ui/format.ts";
import { type Chrome, Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { EmptyState, provisionalMark, SummaryList } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { statusTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { OfficerTable, unitHref } from "../unit/tables.tsx";
import { namesOf } from "../unit/tree.ts";
import type { OfficerRow } from "./find.ts";

type ListProps = {
  chrome: Chrome;
  units: Units;
  unit: Unit | undefined;
  officers: readonly OfficerRow[];
  next: string | undefined;
};

/** People of one unit, or of all units in turn. */
export function OfficersPage({ chrome, units, unit, officers, next }: ListProps) {
  const { text } = chrome;
  const words = text.unitPage;
  return (
    <Layout
      chrome={chrome}
      title={words.allOfficers}
      caption={unit?.name}
      section="units"
      back={{ href: unit ? unitHref(unit.id) : "/units", label: unit?.name ?? words.title }}
    >
      {officers.length > 0 ? (
        <OfficerTable text={text} officers={officers} nameOf={namesOf(units)} />
      ) : (
        <EmptyState title={words.noOfficers}>{words.noOfficersHelp}</EmptyState>
      )}
      <Pager text={text} next={next} />
    </Layout>
  );
}

type OfficerProps = { chrome: Chrome; officer: Officer; units: Units; secondments: readonly Summary[] };

/** One person on file and their secondments that the reader may see. */
export function OfficerPage({ chrome, officer, units, secondments }: OfficerProps) {
  const { text } = chrome;
  const words = text.unitPage;
  const home = units.get(officer.homeUnit);
  return (
    <Layout
      chrome={chrome}
      title={officer.name}
      caption={`${words.serviceNumber} ${officer.id}`}
      section="units"
      back={{ href: unitHref(officer.homeUnit), label: home?.name ?? words.title }}
    >
      <SummaryList
        rows={[
          { label: words.sex, value: text.sex[officer.sex] },
          { label: words.birthMonth, value: officer.birthMonth },
          { label: words.officerKind, value: text.officerKind[officer.kind] },
          { label: words.homeUnit, value: home?.name ?? officer.homeUnit },
        ]}
      />
      <h2 class="govuk-heading-m">{words.secondments}</h2>
      {secondments.length > 0 ? (
        <SecondmentTable text={text} secondments={secondments} />
      ) : (
        <EmptyState title={words.noSecondments}>{words.noSecondmentsHelp}</EmptyState>
      )}
    </Layout>
  );
}

function SecondmentTable({ text, secondments }: { text: Text; secondments: readonly Summary[] }) {
  const words = text.unitPage;
  return (
    <DenseTable
      text={text}
      caption={words.secondments}
      isCaptionHidden
      rows={secondments}
      columns={[
        {
          label: words.host,
          kind: "rowHeader",
          cell: ({ id, branch, station }) => link(`/secondments/${id}`, `${branch[1]} ${station[1]}`),
        },
        { label: words.term, kind: "date", cell: ({ from, to }) => formatRange(text, from, to) },
        {
          label: words.used,
          kind: "number",
          cell: ({ counted, provisional }) => [
            provisional ? [provisionalMark(text), " "] : "",
            formatDays(counted),
          ],
        },
        { label: words.status, cell: ({ status }) => statusTag(text, status) },
      ]}
    />
  );
}
