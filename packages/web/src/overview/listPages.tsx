import type { PersonRole } from "@dunmiao/domain/actor";
import type { Scheme } from "@dunmiao/domain/scheme";
import { formPlace } from "../assessment/formPlace.ts";
import { returnedTag } from "../assessment/returned.ts";
import { checkpointName } from "../ui/checkpointName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { type Chip, FilterChips } from "../ui/lists.tsx";
import { nameOf } from "../ui/nameOf.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { FormRow, GapRow } from "./assessments.ts";
import { assessorNames } from "./assessorNames.ts";
import type { Overview } from "./load.ts";
import { type AssessmentsQuery, hrefOf } from "./query.ts";

type Props<Row> = {
  chrome: Chrome;
  overview: Overview;
  path: string;
  query: AssessmentsQuery;
  rows: readonly Row[];
};

/** The forms behind one figure, each with its person. */
export function FormListPage({ chrome, overview, path, query, rows }: Props<FormRow>) {
  const { text } = chrome;
  const words = text.overviewPage;
  return (
    <Layout
      chrome={chrome}
      title={words.formList}
      caption={overview.cohort.name}
      section="assessments"
      back={{ href: path, label: words.backToAll }}
    >
      <FilterChips text={text} chips={chipsOf(text, query, { overview, path })} clearHref={path} />
      <p class="govuk-body">{text.common.amount({ count: rows.length })}</p>
      <DenseTable
        text={text}
        caption={words.formList}
        isCaptionHidden
        rows={rows}
        columns={formColumns(text, overview, chrome.person?.role)}
      />
    </Layout>
  );
}

function formColumns(
  text: Text,
  { scheme, people }: Overview,
  reader: PersonRole | undefined,
): Column<FormRow>[] {
  const words = text.overviewPage;
  const whoIs = assessorNames(text, people);
  const placeOf = ({ id, checkpoint, by, standing, handedInOn, isReturned }: FormRow) => {
    const isIn = handedInOn !== "" && !isReturned;
    // What was missed is taken no more: nobody opens its form.
    return formPlace({ id, checkpoint, by, isIn }, standing === "missed" ? undefined : reader);
  };
  return [
    {
      label: words.person,
      kind: "rowHeader",
      cell: ({ id, name, number }) => link(`/secondments/${id}`, `${name} ${number}`),
    },
    { label: words.station, cell: ({ station }) => station },
    {
      label: words.checkpoint,
      cell: (row) => link(placeOf(row), checkpointName(text, scheme, row.checkpoint)),
    },
    { label: words.formColumn, cell: ({ form }) => nameOf(text.formKind, form) },
    { label: words.by, cell: ({ by }) => nameOf(text.role, by) },
    { label: words.due, kind: "date", cell: ({ dueOn }) => dueOn },
    { label: words.handedIn, kind: "date", cell: ({ handedInOn }) => handedInOn },
    {
      label: text.common.status,
      cell: ({ standing, isReturned, reason }) =>
        isReturned
          ? [words.standing[standing], " ", returnedTag(text, { reason })]
          : words.standing[standing],
    },
    { label: words.gradeColumn, cell: ({ grade }) => (grade === "" ? "" : nameOf(text.grade, grade)) },
    { label: words.author, cell: ({ author }) => whoIs(author) },
  ];
}

function chipsOf(text: Text, query: AssessmentsQuery, at: { overview: Overview; path: string }): Chip[] {
  const words = text.overviewPage;
  const { scheme, people } = at.overview;
  const plan = scheme.checkpoints.find(({ key }) => key === query.plan)?.name[text.language];
  const labels = {
    plan: query.plan && (plan ?? text.gone.checkpoint),
    by: query.by && `${words.by} ${nameOf(text.role, query.by)}`,
    is: query.is && words.standing[query.is],
    assessor: query.assessor && `${words.assessor} ${assessorNames(text, people)(query.assessor)}`,
    overall: query.overall && nameOf(text.grade, query.overall),
  };
  const withoutOne = (name: string) => ({ ...query, forms: "all", [name]: undefined });
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, removeHref: hrefOf(at.path, withoutOne(name)) }] : [],
  );
}

/** The people whose months, or duty areas, no evidence covers. */
export function GapListPage({ chrome, overview, path, query, rows }: Props<GapRow>) {
  const { text } = chrome;
  const words = text.overviewPage;
  const title = query.without === "areas" ? words.withoutAreas : words.withoutMonths;
  return (
    <Layout
      chrome={chrome}
      title={title}
      caption={overview.cohort.name}
      section="assessments"
      back={{ href: path, label: words.backToAll }}
    >
      <p class="govuk-body">{text.common.amount({ count: rows.length })}</p>
      <DenseTable
        text={text}
        caption={title}
        isCaptionHidden
        rows={rows}
        columns={gapColumns(text, overview.scheme)}
      />
    </Layout>
  );
}

function gapColumns(text: Text, scheme: Scheme): Column<GapRow>[] {
  const words = text.overviewPage;
  return [
    {
      label: words.person,
      kind: "rowHeader",
      cell: ({ id, name, number }) => link(`/secondments/${id}/coverage`, `${name} ${number}`),
    },
    { label: words.station, cell: ({ station }) => station },
    {
      label: words.missingMonths,
      cell: ({ months }) => months.join(text.common.listMark),
    },
    { label: words.missingAreas, cell: ({ areas }) => areaNames(text, scheme, areas) },
  ];
}

/** Duty areas by the names that the scheme gives them. */
export function areaNames(text: Text, { dutyAreas }: Scheme, keys: readonly string[]): string {
  const names = new Map(dutyAreas.map(({ key, name }) => [key, name[text.language]]));
  return keys.map((key) => names.get(key) ?? text.gone.dutyArea).join(text.common.listMark);
}
