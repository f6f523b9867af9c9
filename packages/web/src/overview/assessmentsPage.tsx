import type { FormStanding } from "@dunmiao/domain/assessment/assessmentLoad";
import type { Chrome } from "../ui/chrome.ts";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { nameOf } from "../ui/nameOf.ts";
import { EmptyState, Figures } from "../ui/pieces.tsx";
import { type Column, DenseTable } from "../ui/table.ts";
import type { AssessmentFigures } from "./assessments.ts";
import { Drift, Quota } from "./gradeParts.tsx";
import { Nobody } from "./nobody.tsx";
import { OverviewLinks } from "./overviewLinks.tsx";
import type { PartProps } from "./partProps.ts";
import { type AssessmentsQuery, hrefOf } from "./query.ts";

type PageProps = Omit<PartProps, "text"> & { chrome: Chrome };
type Line = AssessmentFigures["load"][number];

/** Forms of a cohort by checkpoint, what evidence covers, how grades compare: every figure opens its rows. */
export function AssessmentsPage({ chrome, ...props }: PageProps) {
  const { text } = chrome;
  const { cohort, isWhole } = props.overview;
  const words = text.overviewPage;
  return (
    <Layout chrome={chrome} title={words.assessments} caption={cohort.name} section="assessments">
      <OverviewLinks text={text} cohortId={cohort.id} current="assessments" role={chrome.person?.role} />
      {props.figures.people === 0 ? (
        <Nobody text={text} isWhole={isWhole} />
      ) : (
        <>
          <Load text={text} {...props} />
          <CoverageSummary text={text} {...props} />
          <Drift text={text} {...props} />
          <Quota text={text} {...props} />
        </>
      )}
    </Layout>
  );
}

function Load(props: PartProps) {
  const { text, figures, path } = props;
  const words = text.overviewPage;
  return (
    <>
      <h2 class="govuk-heading-m">{words.load}</h2>
      {figures.asked === 0 ? <EmptyState title={words.noForms}>{words.noFormsHelp}</EmptyState> : null}
      <Figures
        figures={[
          { label: words.asked, value: figures.asked, href: hrefOf(path, { forms: "all" }) },
          ...figures.standings.map(({ standing, count }) => ({
            label: words.standing[standing],
            value: count,
            href: hrefOf(path, { is: standing }),
          })),
        ]}
      />
      <DenseTable
        text={text}
        caption={words.load}
        isCaptionHidden
        rows={figures.load}
        columns={loadColumns(props)}
      />
    </>
  );
}

function loadColumns({ text, overview, path }: PartProps): Column<Line>[] {
  const words = text.overviewPage;
  const planName = (key: string) =>
    overview.scheme.checkpoints.find((plan) => plan.key === key)?.name[text.language] ?? text.gone.checkpoint;
  const opened = (count: number, query: AssessmentsQuery) =>
    count === 0 ? "0" : link(hrefOf(path, query), formatNumber(count));
  const standing = (is: FormStanding): Column<Line> => ({
    label: words.standing[is],
    kind: "number",
    cell: (line) => opened(line[is], queryOf(line, is)),
  });
  return [
    { label: words.checkpoint, kind: "rowHeader", cell: ({ plan }) => planName(plan) },
    { label: words.formColumn, cell: ({ form }) => nameOf(text.formKind, form) },
    { label: words.by, cell: ({ by }) => nameOf(text.role, by) },
    { label: words.asked, kind: "number", cell: (line) => opened(line.asked, queryOf(line)) },
    ...(["in-time", "late", "open", "overdue", "missed"] as const).map(standing),
  ];
}

function queryOf({ plan, by }: Line, is?: FormStanding): Record<string, string | undefined> {
  return { plan, by, is };
}

function CoverageSummary({ text, figures, path }: PartProps) {
  const words = text.overviewPage;
  return (
    <>
      <h2 class="govuk-heading-m">{words.coverageTitle}</h2>
      <p class="govuk-body dm-muted">{words.coverageIntro}</p>
      <Figures
        figures={[
          {
            label: words.withoutMonths,
            value: figures.withoutMonths,
            href: hrefOf(path, { without: "months" }),
          },
          {
            label: words.withoutAreas,
            value: figures.withoutAreas,
            href: hrefOf(path, { without: "areas" }),
          },
        ]}
      />
    </>
  );
}
