import type { Cohort } from "@dunmiao/domain/cohort";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Summary } from "@dunmiao/domain/summary";
import { OverviewLinks } from "../overview/overviewLinks.tsx";
import { type Bar, BarChart } from "../ui/barChart.tsx";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import { BranchTable } from "./branchTable.tsx";
import { type Carried, CarriedSection } from "./carried.tsx";
import { FigureRows } from "./figureRows.tsx";
import { cohortFigures } from "./figures.ts";
import { type ImportOfCohort, ImportTable } from "./importTable.tsx";
import { peopleHref } from "./people.ts";

export type CohortPageProps = {
  chrome: Chrome;
  cohort: Cohort;
  scheme: Scheme;
  people: readonly Summary[];
  imports: readonly ImportOfCohort[];
  mayImport: boolean;
  mayPlanNext: boolean;
  carried: Carried | undefined;
  /** Name of the cohort that the posts come from. */
  lastName: string | undefined;
};

/** One cohort: counts that open into the people behind them, days used by person and by district, its imports. */
export function CohortPage(props: CohortPageProps) {
  const { chrome, cohort, scheme, people } = props;
  const { text } = chrome;
  const words = text.cohortPage;
  const importHref = `/cohorts/${cohort.id}/imports/new`;
  return (
    <Layout
      chrome={chrome}
      title={cohort.name}
      caption={`${formatRange(text, cohort.startsOn, cohort.endsOn)} · ${scheme.name[text.language]}`}
      section="cohorts"
      back={{ href: "/cohorts", label: text.nav.cohorts }}
    >
      <ButtonGroup>
        {props.mayImport ? <LinkButton href={importHref}>{words.import}</LinkButton> : null}
        {props.mayPlanNext ? (
          <LinkButton kind="secondary" href={`/cohorts/${cohort.id}/next`}>
            {text.nextCohortPage.open}
          </LinkButton>
        ) : null}
        {people.length > 0 ? (
          <a class="govuk-link" href={peopleHref(cohort.id)}>
            {words.people}
          </a>
        ) : null}
        {people.length > 0 ? (
          <a class="govuk-link" href={`/cohorts/${cohort.id}/workbook.xlsx`} download="">
            {text.cohortWorkbook.link}
          </a>
        ) : null}
        {people.length > 0 && props.mayImport ? (
          <a class="govuk-link" href={`/cohorts/${cohort.id}/list.xlsx`} download="">
            {text.importPage.listXlsx}
          </a>
        ) : null}
      </ButtonGroup>
      <OverviewLinks text={text} cohortId={cohort.id} current="cohort" role={chrome.person?.role} />
      {people.length > 0 ? (
        <People {...props} />
      ) : (
        <EmptyState title={text.importPage.none}>{text.importPage.noneHelp}</EmptyState>
      )}
      {props.carried ? (
        <CarriedSection
          text={text}
          cohortId={cohort.id}
          carried={props.carried}
          fromName={props.lastName ?? props.carried.from}
          mayImport={props.mayImport}
        />
      ) : null}
      <ImportTable text={text} imports={props.imports} />
    </Layout>
  );
}

function People({ chrome, cohort, scheme, people }: CohortPageProps) {
  const { text } = chrome;
  const figures = cohortFigures(people);
  const rules = { limitDays: scheme.limitDays, warnAtDays: scheme.warnAtDays };
  return (
    <>
      <FigureRows text={text} cohortId={cohort.id} figures={figures} />
      <BarChart text={text} caption={text.cohortPage.daysByPerson} bars={people.map(barOf)} {...rules} />
      <BranchTable text={text} cohortId={cohort.id} branches={figures.byBranch} {...rules} />
    </>
  );
}

function barOf({ id, name, number, counted, pending }: Summary): Bar {
  return {
    label: `${name} ${number}`,
    countedDays: counted,
    pendingDays: pending,
    href: `/secondments/${id}`,
  };
}
