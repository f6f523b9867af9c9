import { pairStatuses } from "@dunmiao/domain/pair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { hrefOf } from "../overview/query.ts";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { SelectField, TextField } from "../ui/fields.tsx";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { FilterChips, Pager } from "../ui/lists.tsx";
import { EmptyState, Figures } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { namedKey } from "./focusName.ts";
import type { PairQuery } from "./form.ts";
import type { figuresOf, ListedPair } from "./list.ts";
import { fileTag, pairTags } from "./pairTags.ts";
import { fileFigures } from "./workTable.tsx";

type Props = {
  chrome: Chrome;
  schemes: readonly PairScheme[];
  query: PairQuery;
  /** The page, of so many rows in all, and the row before it. */
  page: readonly ListedPair[];
  total: number;
  before: number;
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
export function PairListPage({ chrome, schemes, query, page, total, before, next, figures, ...may }: Props) {
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
      <Filters text={text} schemes={schemes} query={query} />
      <FilterChips text={text} chips={chipsOf(text, schemes, filters)} clearHref={path} />
      {page.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <PairTable text={text} schemes={schemes} rows={page} />
      )}
      <Pager
        text={text}
        url={chrome.url}
        next={next}
        previous={
          before > 0 ? hrefOf(path, { ...filters, cursor: String(Math.max(0, before - 50)) }) : undefined
        }
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

function Filters({ text, schemes, query }: Named & { query: PairQuery }) {
  const words = text.pairPage;
  const kept = [
    "unit",
    "leads",
    "mentor",
    "apprentice",
    "orphan",
    "entered",
    "silent",
    "grade",
    "ran",
  ] as const;
  return (
    <form class="dm-filters" method="get" action={path}>
      {kept.map((name) => (query[name] ? <input type="hidden" name={name} value={query[name]} /> : null))}
      <TextField text={text} name="q" type="search" label={words.search} value={query.q} />
      <SelectField
        text={text}
        name="focus"
        label={words.focus}
        prompt={text.common.all}
        value={query.focus}
        options={focusOptions(text, schemes)}
      />
      <SelectField
        text={text}
        name="file"
        label={words.file}
        prompt={text.common.all}
        value={query.file}
        options={(["complete", "incomplete"] as const).map((value) => ({
          value,
          label: words.fileState[value],
        }))}
      />
      <SelectField
        text={text}
        name="state"
        label={text.common.status}
        prompt={text.common.all}
        value={query.state}
        options={pairStatuses.map((value) => ({ value, label: words.status[value] }))}
      />
      <Button kind="secondary">{text.common.search}</Button>
    </form>
  );
}

/** One removable chip for each filter. */
function chipsOf(text: Text, schemes: readonly PairScheme[], filters: Omit<PairQuery, "cursor">) {
  const words = text.pairPage;
  const { unit, leads, mentor, apprentice, focus, file, state, orphan, entered, silent, grade, ran, q } =
    filters;
  const label = (name: string, message: string) => text.form.labelled({ label: name, message });
  const chip = (name: keyof typeof filters, said: string | undefined) =>
    said === undefined ? [] : [{ label: said, removeHref: hrefOf(path, { ...filters, [name]: undefined }) }];
  return [
    ...chip("unit", unit && label(text.common.unit, unit)),
    ...chip("leads", leads && label(words.leading, leads)),
    ...chip("mentor", mentor && label(words.mentor, mentor)),
    ...chip("apprentice", apprentice && label(words.apprentice, apprentice)),
    ...chip("focus", focus && label(words.focus, focusName(text, focus, schemes))),
    ...chip("file", file && label(words.file, words.fileState[file])),
    ...chip("state", state && label(text.common.status, words.status[state])),
    ...chip("orphan", orphan && words.orphanFilter),
    ...chip("entered", entered && text.pairStatistics.enteredIn({ month: entered })),
    ...chip("silent", silent && text.pairStatistics.silentIn({ month: silent })),
    ...chip("grade", grade && label(words.grade, gradeName(text, grade, schemes))),
    ...chip("ran", ran && text.pairStatistics.ran),
    ...chip("q", q && label(words.search, q)),
  ];
}

/** The name of a focus in any scheme. */
function focusName(text: Text, focus: string, schemes: readonly PairScheme[]): string {
  return namedKey(
    text,
    focus,
    schemes.map(({ focuses }) => focuses),
  );
}

function gradeName(text: Text, grade: string, schemes: readonly PairScheme[]): string {
  return namedKey(
    text,
    grade,
    schemes.map(({ grades }) => grades),
  );
}

/** Every focus of every scheme once. */
export function focusOptions(text: Text, schemes: readonly PairScheme[]) {
  const keys = new Set(schemes.flatMap(({ focuses }) => focuses.map(({ key }) => key)));
  return [...keys].map((value) => ({ value, label: focusName(text, value, schemes) }));
}
