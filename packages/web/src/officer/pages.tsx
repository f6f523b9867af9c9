import type { Actor } from "@dunmiao/domain/actor";
import type { Officer } from "@dunmiao/domain/officer";
import { type CountMove, openCorrection } from "@dunmiao/domain/officerCorrection";
import { may, mayTry } from "@dunmiao/domain/permissions";
import type { Summary } from "@dunmiao/domain/summary";
import type { Unit } from "@dunmiao/domain/unit";
import type { OfficerRow } from "@dunmiao/store/officer";
import type { Units } from "@dunmiao/store/unit";
import { exceedingTag } from "../secondment/besideStatus.ts";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays, formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { EmptyState, provisionalMark, SummaryList } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import { statusTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { OfficerTable, unitHref } from "../unit/tables.tsx";
import { namesOf } from "../unit/tree.ts";
import { Corrections } from "./corrections.tsx";
import { LearntTables, type OfficerLearnt } from "./learnt.tsx";
import type { MergeRead } from "./mergeRead.ts";
import { MergedNumbers } from "./oneCorrection.tsx";
import { type OfficerResults, ResultTables } from "./results.tsx";
import { type OfficerRoles, RoleTables } from "./roles.tsx";

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
        <OfficerTable text={text} officers={officers} nameOf={namesOf(units, text)} />
      ) : (
        <EmptyState title={words.noOfficers}>{words.noOfficersHelp}</EmptyState>
      )}
      <Pager text={text} url={chrome.url} next={next} />
    </Layout>
  );
}

type OfficerProps = {
  chrome: Chrome;
  actor: Actor;
  officer: Officer;
  units: Units;
  secondments: readonly Summary[];
  roles: OfficerRoles;
  learnt: OfficerLearnt;
  results: OfficerResults;
  /** The records of numbers that were merged into this one. */
  merged: readonly Officer[];
  /** What an open merge of this number would do, for whoever decides on it. */
  merge: MergeRead | undefined;
  moves: readonly CountMove[];
  /** What was sent with an act that was refused. */
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** One person on file and what of theirs the reader may see: secondments with what came out of them, pairs, posts. */
export function OfficerPage(props: OfficerProps) {
  const { chrome, actor, officer, units, secondments, merged, errors } = props;
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
      errors={errors}
    >
      <SummaryList
        rows={[
          { label: words.sex, value: text.sex[officer.sex] },
          { label: words.birthMonth, value: officer.birthMonth },
          { label: words.officerKind, value: text.officerKind[officer.kind] },
          { label: words.homeUnit, value: home?.name ?? text.gone.unit({ code: officer.homeUnit }) },
          ...mergedRows(text, officer),
        ]}
      />
      {mayTry(actor, "correct-officer") && !openCorrection(officer) ? (
        <CorrectLinks text={text} id={officer.id} />
      ) : null}
      {may(actor, "read-openings", { officer: { serviceNumber: officer.id } }) ? (
        <p class="govuk-body">
          {link(`/officers/${encodeURIComponent(officer.id)}/openings`, text.openingPage.title)}
        </p>
      ) : null}
      <Corrections {...props} text={text} terms={secondments} />
      <MergedNumbers text={text} merged={merged} terms={secondments} />
      <h2 class="govuk-heading-m">{words.secondments}</h2>
      {secondments.length > 0 ? (
        <>
          {secondments.some((each) => each.provisional) ? (
            <p class="govuk-body dm-muted">{text.common.provisionalHint}</p>
          ) : null}
          <SecondmentTable text={text} secondments={secondments} />
        </>
      ) : (
        <EmptyState title={words.noSecondments}>{words.noSecondmentsHelp}</EmptyState>
      )}
      <ResultTables text={text} results={props.results} />
      <RoleTables text={text} roles={props.roles} />
      <LearntTables text={text} learnt={props.learnt} />
    </Layout>
  );
}

function mergedRows(text: Text, { numbers = [] }: Officer) {
  const words = text.officerPage;
  return numbers.map(({ number, name, on, evidence }) => ({
    label: words.otherNumber,
    value: words.numberLine({ number, name, on, evidence: words.evidenceLine(evidence) }),
  }));
}

function CorrectLinks({ text, id }: { text: Text; id: string }) {
  const url = `/officers/${encodeURIComponent(id)}`;
  return (
    <ButtonGroup>
      <LinkButton kind="secondary" href={`${url}/correct`}>
        {text.officerPage.correct}
      </LinkButton>
      <LinkButton kind="secondary" href={`${url}/merge`}>
        {text.officerPage.merge}
      </LinkButton>
    </ButtonGroup>
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
          cell: (person) => [
            person.countsProvisional ? [provisionalMark(text), " "] : "",
            formatDays(person.counted),
            ...exceedingTag(text, person),
          ],
        },
        { label: words.status, cell: ({ status }) => statusTag(text, status) },
      ]}
    />
  );
}
