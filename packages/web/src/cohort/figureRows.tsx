import { secondmentStatuses } from "@dunmiao/domain/secondment";
import type { ListQuery } from "../secondment/listQuery.ts";
import { risks } from "../secondment/risk.ts";
import { type Figure, Figures } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import type { CohortFigures } from "./figures.ts";
import { peopleHref } from "./people.ts";

type Props = { text: Text; cohortId: string; figures: CohortFigures };

/** Counts of a cohort in three rows, each a link to exactly the people behind it. */
export function FigureRows({ text, cohortId, figures }: Props) {
  const words = text.cohortPage;
  const figure = (label: string, value: number, filter: ListQuery): Figure => ({
    label,
    value,
    href: peopleHref(cohortId, filter),
  });
  // Where nobody has a further term the list of all is the list of people.
  const first: ListQuery = figures.furtherTerms > 0 ? { term: "first" } : {};
  const statuses = secondmentStatuses.filter((status) => figures.byStatus[status] > 0);
  return (
    <>
      <Figures
        figures={[
          figure(words.total, figures.total, first),
          ...(figures.furtherTerms > 0
            ? [figure(text.term.further, figures.furtherTerms, { term: "further" as const })]
            : []),
          figure(words.women, figures.women, { sex: "female", ...first }),
          figure(words.bornIn1990s, figures.bornIn1990s, { born: "1990s", ...first }),
          figure(words.withTodos, figures.withTodos, { todo: "any" }),
          figure(words.pending, figures.pending, { pending: "true" }),
          figure(words.provisional, figures.provisional, { provisional: "true" }),
        ]}
      />
      <h2 class="govuk-heading-m">{words.byStatus}</h2>
      <Figures
        figures={statuses.map((status) => figure(text.status[status], figures.byStatus[status], { status }))}
      />
      <h2 class="govuk-heading-m">{words.byRisk}</h2>
      <Figures
        figures={[
          ...risks.map((risk) => figure(text.risk[risk], figures.byRisk[risk], { risk })),
          figure(text.risk["would-exceed"], figures.wouldExceed, { risk: "would-exceed" }),
        ]}
      />
    </>
  );
}
