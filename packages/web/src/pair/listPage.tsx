import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { hrefOf } from "../overview/query.ts";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { Filters } from "../ui/filters.tsx";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { EmptyState, Figures } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { PairQuery } from "./form.ts";
import type { figuresOf, ListedPair } from "./list.ts";
import { filtersOf, focusName } from "./listFilters.ts";
import { fileTag, pairTags } from "./pairTags.ts";
import { fileFigures } from "./workTable.tsx";

type Props = {
  chrome: Chrome;
  schemes: readonly PairScheme[];
  query: PairQuery;
  /** The page, of so many rows in all. */
  page: readonly ListedPair[];
  total: number;
  previous: string | undefined;
  next: string | undefined;
  figures: ReturnType<typeof figuresOf>;
  mayPlan: boolean;
  mayPropose: boolean;
  mayLeave: boolean;
  /** Enter one activity for many pairs. */
  mayEnter: boolean;
};

const path = "/pairs";

/** Pairs with their figures, each of which opens into its rows. */
export function PairListPage({
  chrome,
  schemes,
  query,
  page,
  total,
  previous,
  next,
  figures,
  ...may
}: Props) {
  const { text } = chrome;
  const { mayPlan, mayPropose, mayEnter, mayLeave } = may;
  const words = text.pairPage;
  const { cursor: _, ...filters } = query;
  return (
    <Layout chrome={chrome} title={words.title} section="pairs" hasSheetLink={page.length === 0}>
      {mayPlan || mayPropose || mayEnter ? (
        <ButtonGroup>
          {mayPlan ? <LinkButton href="/pairs/new">{words.create}</LinkButton> : null}
          {mayEnter ? (
            <LinkButton kind="secondary" href="/pairs/activities">
              {text.pairGroup.title}
            </LinkButton>
          ) : null}
          {mayLeave ? (
            <LinkButton kind="secondary" href="/pairs/mentor-away">
              {words.mentorAway}
            </LinkButton>
          ) : null}
          {mayPropose ? (
            <LinkButton kind="secondary" href="/pairs/proposals">
              {text.matchingPage.title}
            </LinkButton>
          ) : null}
        </ButtonGroup>
      ) : null}
      <Figures figures={fileFigures(text, figures)} />
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href="/pairs/tasks">
          {text.pairWork.title}
        </a>{" "}
        <a class="govuk-link" href="/pairs/statistics">
          {text.pairStatistics.title}
        </a>
      </p>
      <Filters
        text={text}
        path={path}
        filters={filtersOf(text, schemes, filters)}
        without={(name) => hrefOf(path, { ...filters, [name]: undefined })}
      />
      {page.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <PairTable text={text} schemes={schemes} rows={page} />
      )}
      <Pager
        text={text}
        url={chrome.url}
        next={next}
        previous={previous}
        summary={text.common.amount({ count: total })}
      />
    </Layout>
  );
}

type Named = { text: Text; schemes: readonly PairScheme[] };

function PairTable({ text, schemes, rows }: Named & { rows: readonly ListedPair[] }) {
  const words = text.pairPage;
  const who = ([number, name]: ListedPair["mentor"]) => text.common.numbered({ name, number });
  return (
    <DenseTable
      text={text}
      caption={words.title}
      isCaptionHidden
      rows={rows}
      columns={[
        {
          label: words.apprentice,
          kind: "rowHeader",
          cell: ({ id, apprentice }) => link(`${path}/${id}`, who(apprentice)),
        },
        { label: text.common.unit, cell: ({ apprentice: [, , , unit] }) => unit },
        { label: words.mentor, kind: "name", cell: ({ mentor }) => who(mentor) },
        { label: text.common.unit, cell: ({ mentor: [, , , unit] }) => unit },
        { label: words.focus, cell: ({ focus }) => focusName(text, focus, schemes) },
        { label: words.term, kind: "date", cell: ({ from, to }) => formatRange(text, from, to) },
        { label: text.common.status, cell: ({ status, isOrphan }) => pairTags(text, status, isOrphan) },
        { label: words.file, cell: ({ file }) => fileTag(text, file) },
      ]}
    />
  );
}
