import { type AssessorDrift, driftFrom, fewestGrades } from "@dunmiao/domain/assessment/assessorDrift";
import { link } from "../ui/link.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { assessorNames } from "./assessorNames.ts";
import type { PartProps } from "./partProps.ts";
import { hrefOf } from "./query.ts";

/** Each assessor's mean beside that of all others: a pointer for a person, which changes nothing. */
export function Drift({ text, figures: { drift }, overview, path }: PartProps) {
  if (!drift) return null;
  const words = text.overviewPage;
  return (
    <>
      <h2 class="govuk-heading-m">{words.drift}</h2>
      <p class="govuk-body dm-muted">
        {words.driftIntro({ grades: fewestGrades, points: driftFrom.toFixed(1) })}
      </p>
      {drift.length === 0 ? (
        <p class="govuk-body">{words.noDrift({ grades: fewestGrades })}</p>
      ) : (
        <DenseTable
          text={text}
          caption={words.drift}
          isCaptionHidden
          rows={drift}
          columns={driftColumns(text, path, assessorNames(text, overview.people))}
        />
      )}
    </>
  );
}

function driftColumns(
  text: Text,
  path: string,
  nameOf: (account: string) => string,
): Column<AssessorDrift>[] {
  const words = text.overviewPage;
  return [
    { label: words.assessor, kind: "rowHeader", cell: ({ assessor }) => nameOf(assessor) },
    {
      label: words.gradesGiven,
      kind: "number",
      cell: ({ assessor, grades }) => link(hrefOf(path, { assessor }), String(grades)),
    },
    { label: words.peopleGraded, kind: "number", cell: ({ people }) => String(people) },
    { label: words.mean, kind: "number", cell: ({ mean }) => mean.toFixed(2) },
    {
      label: words.meanOfOthers,
      kind: "number",
      cell: ({ meanOfOthers }) => meanOfOthers?.toFixed(2) ?? text.common.none,
    },
    { label: words.difference, kind: "number", cell: ({ difference }) => signed(difference) },
    { label: words.flag, cell: (each) => (each.isFlagged ? tag(words.driftFlag, "orange") : "") },
  ];
}

function signed(points: number): string {
  return points > 0 ? `+${points.toFixed(2)}` : points.toFixed(2);
}

/** The share of "excellent" against the scheme's: flagged, never changed. */
export function Quota({ text, figures: { quota }, path }: PartProps) {
  if (!quota) return null;
  const words = text.overviewPage;
  const share = `${Math.round(quota.share * 1000) / 10}%`;
  const { excellent, graded, allowed, isExceeded } = quota;
  return (
    <>
      <h2 class="govuk-heading-m">{words.quota}</h2>
      {graded === 0 ? (
        <p class="govuk-body">{words.quotaNone}</p>
      ) : (
        <p class="govuk-body">
          {isExceeded ? tag(words.quotaExceeded, "orange") : tag(words.quotaKept, "green")}{" "}
          <a class="govuk-link" href={hrefOf(path, { overall: "excellent" })}>
            {words.quotaIs({ excellent, graded, allowed, share })}
          </a>
        </p>
      )}
    </>
  );
}
