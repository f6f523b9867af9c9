import type { Actor } from "@dunmiao/domain/actor";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Child } from "hono/jsx";
import { whyUncounted } from "../absence/absenceTable.tsx";
import { returnedTag, returnedTo } from "../assessment/returned.ts";
import type { CaseView } from "../secondment/caseView.ts";
import { todoSubject } from "../secondment/todoSubject.ts";
import { checkpointName } from "../ui/checkpointName.ts";
import { formatDays, formatHalfRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import { type Column, DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { type OwnDuty, ownDuties } from "./duties.ts";
import { type OwnRequest, ownRequests } from "./requests.ts";
import { type OwnRight, ownRights } from "./rights.ts";

type ListProps = { text: Text; terms: readonly CaseView[] };
type Of<T> = { view: CaseView; each: T };

/** Of several terms each line says which it is about. */
function rowsOf<T>(terms: readonly CaseView[], of: (view: CaseView) => T[]): Of<T>[] {
  return terms.flatMap((view) => of(view).map((each) => ({ view, each })));
}

function termColumn<T>(text: Text, terms: readonly CaseView[]): Column<Of<T>>[] {
  if (terms.length < 2) return [];
  const cell = ({ view: { record } }: Of<T>) => `${record.hostStation.name} ${record.term.from}`;
  return [{ label: text.secondmentPage.term, cell }];
}

function Section<T>(props: {
  text: Text;
  title: string;
  none: string;
  rows: readonly Of<T>[];
  columns: readonly Column<Of<T>>[];
}): Child {
  const { text, title, none, rows, columns } = props;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {rows.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <DenseTable text={text} caption={title} isCaptionHidden rows={rows} columns={columns} />
      )}
    </section>
  );
}

/** What the officer has to write, with why it came back. */
export function DutyTable({ text, terms, actor }: ListProps & { actor: Actor }) {
  const words = text.homePage;
  const dueCell = ({ each: { due, isOverdue } }: Of<OwnDuty>) =>
    isOverdue ? [due, " ", tag(text.todoPage.group.overdue, "orange")] : due;
  const whatCell = ({ view, each: { what, about, href, entry } }: Of<OwnDuty>) => {
    const name = link(href, formName(text, view.scheme, { what, about }));
    const returned = returnedTo(actor, entry);
    return returned ? [name, " ", returnedTag(text, returned)] : name;
  };
  return (
    <Section
      text={text}
      title={words.duties}
      none={words.noDuties}
      rows={rowsOf(terms, ownDuties)}
      columns={[
        { label: words.what, kind: "rowHeader", cell: whatCell },
        ...termColumn<OwnDuty>(text, terms),
        { label: words.due, kind: "date", cell: dueCell },
      ]}
    />
  );
}

function formName(text: Text, scheme: Scheme, { what, about }: Pick<OwnDuty, "what" | "about">): string {
  const name = text.todoPage.what[what];
  return about === "" ? name : `${name} · ${checkpointName(text, scheme, about)}`;
}

/** What waits for somebody else: who holds it since when. */
export function RequestTable({ text, terms }: ListProps) {
  const words = text.homePage;
  return (
    <Section
      text={text}
      title={words.requests}
      none={words.noRequests}
      rows={rowsOf(terms, ownRequests)}
      columns={[
        {
          label: words.what,
          kind: "rowHeader",
          cell: ({ each }) => link(each.href, words.request[each.what]),
        },
        { label: words.about, cell: ({ view, each }) => aboutCell(text, view, each) },
        ...termColumn<OwnRequest>(text, terms),
        { label: words.holder, cell: ({ each: { holder } }) => holderName(text, holder) },
        { label: words.since, kind: "date", cell: ({ each }) => each.since },
        { label: words.decideBy, kind: "date", cell: ({ each }) => each.due },
      ]}
    />
  );
}

function aboutCell(text: Text, view: CaseView, request: OwnRequest): string {
  const { what, holder, since, due, about, absence } = request;
  if (!absence) return todoSubject(text, view, [what, holder.role, since, due, about]);
  const facts = [
    text.absenceClass[absence.class],
    formatHalfRange(text, absence),
    text.homePage.days({ days: formatDays(absence.workingDays) }),
    text.secondmentPage.counts({ days: formatDays(absence.countedDays) }),
    whyUncounted(text, absence),
  ];
  return facts.filter((each) => each !== "").join(" · ");
}

function holderName(text: Text, { role, unit }: OwnRequest["holder"]): string {
  const name = text.todoPage.whose[role];
  return unit === undefined ? name : text.homePage.holderIn({ role: name, unit });
}

/** What the officer may still do, until when, and where. */
export function RightTable({ text, terms }: ListProps) {
  const words = text.homePage;
  const untilCell = ({ each: { until, askedBy } }: Of<OwnRight>) => {
    if (until !== undefined) return words.until({ until });
    return askedBy === undefined ? words.untilRuled : words.askedBy({ on: askedBy });
  };
  const subjectCell = ({ each: { absence } }: Of<OwnRight>) =>
    absence ? `${text.absenceClass[absence.class]} ${formatHalfRange(text, absence)}` : "";
  return (
    <Section
      text={text}
      title={words.rights}
      none={words.noRights}
      rows={rowsOf(terms, ownRights)}
      columns={[
        {
          label: words.right,
          kind: "rowHeader",
          cell: ({ each }) => link(each.href, words.rightTo[each.what]),
        },
        { label: words.about, cell: subjectCell },
        ...termColumn<OwnRight>(text, terms),
        { label: words.clock, cell: untilCell },
      ]}
    />
  );
}
