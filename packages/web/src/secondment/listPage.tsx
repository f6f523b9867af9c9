import type { Summary } from "@dunmiao/domain/summary";
import { raw } from "hono/html";
import type { Page } from "../cursor.ts";
import type { Chrome } from "../ui/chrome.ts";
import { formatDays } from "../ui/format.ts";
import { miniBar } from "../ui/gauge.tsx";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { Pager } from "../ui/lists.tsx";
import { EmptyState, provisionalMark } from "../ui/pieces.tsx";
import { type Column, DenseTable } from "../ui/table.ts";
import { statusTag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { besideStatus } from "./besideStatus.ts";
import { cohortIdOf, type FoundPeople, orderOf } from "./list.ts";
import { type FilterNames, ListFilters } from "./listFilters.tsx";
import { type ListQuery, listHref, type SortKey } from "./listQuery.ts";
import type { WarnLevels } from "./warnLevels.ts";

type ListProps = {
  chrome: Chrome;
  query: ListQuery;
  found: FoundPeople;
  names: FilterNames;
  levels: WarnLevels;
  page: Page<Summary>;
};

/** Where everyone is: filters, one line per person, 50 a page. */
export function ListPage(props: ListProps) {
  const { chrome, query, found, names, page } = props;
  const { text } = chrome;
  const words = text.secondmentList;
  const { partition } = found;
  const shownCohort = partition.by === "cohort" ? partition.cohort : undefined;
  return (
    <Layout chrome={chrome} title={words.title} section="secondments">
      <ListFilters text={text} query={query} names={names} shownCohort={shownCohort} />
      {found.people.some((each) => each.provisional) ? (
        <p class="govuk-body dm-muted">{text.common.provisionalHint}</p>
      ) : null}
      {page.items.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>
      ) : (
        <PeoplePage {...props} />
      )}
    </Layout>
  );
}

/** The rows of one page, the way to the next, and all of them as a file. */
function PeoplePage({ chrome, query, found, levels, page }: ListProps) {
  const { text } = chrome;
  const words = text.secondmentList;
  const total = found.people.length;
  const at = (cursor: string | undefined) => (cursor === undefined ? undefined : listHref(query, { cursor }));
  return (
    <>
      <DenseTable
        text={text}
        caption={words.title}
        isCaptionHidden
        columns={columnsOf(chrome, query, levels)}
        rows={page.items}
      />
      <Pager
        text={text}
        url={chrome.url}
        previous={at(page.previous)}
        next={at(page.next)}
        summary={words.shown({ from: page.start + 1, to: page.start + page.items.length, total })}
      />
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href={listHref(query, {}, "/secondments.csv")} download>
          {words.csv}
        </a>
      </p>
    </>
  );
}

function columnsOf({ text, today }: Chrome, query: ListQuery, levels: WarnLevels): Column<Summary>[] {
  const words = text.secondmentList;
  const sort = sorter(query);
  const number = (each: Summary) => link(`/secondments/${each.id}`, each.number);
  const place = ({ branch, station }: Summary) => `${branch[1]} · ${station[1]}`;
  const used = usedCell(text, levels);
  return [
    { label: words.number, kind: "rowHeader", cell: number, sort: sort("number") },
    { label: words.name, kind: "name", cell: (each) => each.name, sort: sort("name") },
    { label: words.host, cell: place, sort: sort("station") },
    { label: words.sending, cell: (each) => each.sending[1], sort: sort("sending") },
    { label: words.term, kind: "date", cell: (each) => each.from, sort: sort("from") },
    { label: words.used, kind: "number", cell: used, sort: sort("used", true) },
    { label: words.pending, kind: "number", cell: pendingCell, sort: sort("pending", true) },
    { label: words.status, cell: (each) => statusCell(text, each, today), sort: sort("status") },
  ];
}

/** The link of a column's header: once more turns the order round; figures start with the largest. */
function sorter(query: ListQuery) {
  const order = orderOf(query.sort);
  const direction = order.isDescending ? ("descending" as const) : ("ascending" as const);
  return (key: SortKey, isFirstDescending = false) => {
    const isCurrent = order.key === key;
    const isNextDescending = isCurrent ? !order.isDescending : isFirstDescending;
    const href = listHref(query, { sort: isNextDescending ? `-${key}` : key });
    return { href, ...(isCurrent && { direction }) };
  };
}

/** The status; that a term is a further one, or was completed before its last day. */
function statusCell(text: Text, person: Summary, today: string) {
  const beside = besideStatus(text, person, today);
  return [statusTag(text, person.status), ...beside.flatMap((word) => [" ", word])];
}

/** Days counted with their bar, marked where one of them is provisional: that the term is, stands once above the table. */
function usedCell(text: Text, levels: WarnLevels) {
  return (person: Summary) => {
    const figures = {
      countedDays: person.counted,
      pendingDays: person.pending,
      limitDays: person.limit,
      warnAtDays: levels(cohortIdOf(person)) ?? [person.limit],
    };
    return [
      person.countsProvisional ? provisionalOf(text) : "",
      formatDays(person.counted),
      miniBar(figures),
    ];
  };
}

function pendingCell({ pending }: Summary) {
  return pending === 0 ? "" : formatDays(pending);
}

const marks = new Map<string, ReturnType<typeof raw>>();
function provisionalOf(text: Text) {
  const mark = marks.get(text.language) ?? raw(`${provisionalMark(text)} `);
  marks.set(text.language, mark);
  return mark;
}
