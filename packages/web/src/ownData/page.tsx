import { answerWithinWorkingDays, type DataRequest } from "@dunmiao/domain/dataRequest";
import { addWorkingDays, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatNumber } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { EmptyState } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import type { OwnData } from "./collect.ts";

type Props = {
  chrome: Chrome;
  data: OwnData | undefined;
  calendar: WorkCalendar;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
  /** Whose openings may be read, in the role of the moment. */
  openingsOf: string | undefined;
};

/** What is on file of the reader: how much of what, the copy, who opened it, and what was asked to be corrected. */
export function OwnDataPage({ chrome, data, calendar, values, errors, openingsOf }: Props) {
  const { text } = chrome;
  const words = text.ownData;
  return (
    <Layout chrome={chrome} title={words.title} errors={errors}>
      <p class="govuk-body">{words.intro}</p>
      {data ? (
        <>
          <What text={text} data={data} />
          <p class="govuk-body">
            <a class="govuk-link" href="/me/data.json" download="">
              {words.download}
            </a>
          </p>
        </>
      ) : (
        <EmptyState title={words.noNumber} />
      )}
      {openingsOf === undefined ? null : (
        <p class="govuk-body">
          {link(`/officers/${encodeURIComponent(openingsOf)}/openings`, text.openingPage.mine)}
        </p>
      )}
      <p class="govuk-body">{link("/me/asks", words.asks)}</p>
      {data?.officer ? (
        <>
          <RequestTable text={text} requests={data.requests} calendar={calendar} />
          <AskForm text={text} values={values} errors={errors} />
        </>
      ) : data ? (
        <p class="govuk-inset-text">{words.notOnFile}</p>
      ) : null}
    </Layout>
  );
}

function What({ text, data }: { text: Text; data: OwnData }) {
  const words = text.ownData;
  const { officer, secondments, counts, pairs, posts, account, openings } = data;
  const sum = (figures: readonly number[]) => figures.reduce((all, each) => all + each, 0);
  const rows: [string, number][] = [
    [words.facts, officer ? 1 : 0],
    [words.secondments, secondments.length],
    [words.absences, sum(secondments.map(({ absences }) => absences.length))],
    [words.counted, sum(counts.map(({ counted }) => counted))],
    [words.awards, sum(secondments.map(({ awards }) => awards.length))],
    [words.pairs, pairs.length],
    [words.posts, posts.length],
    [words.account, account ? 1 : 0],
    [words.opened, openings.length],
  ];
  return (
    <DenseTable
      text={text}
      caption={words.title}
      isCaptionHidden
      rows={rows}
      columns={[
        { label: words.what, kind: "rowHeader", cell: ([what]) => what },
        { label: words.count, kind: "number", cell: ([, count]) => formatNumber(count) },
      ]}
    />
  );
}

type TableProps = { text: Text; requests: readonly DataRequest[]; calendar: WorkCalendar };

/** Requests with their day of answer, newest first. */
export function RequestTable({ text, requests, calendar }: TableProps) {
  const words = text.ownData;
  if (requests.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.requests}
      rows={requests.toReversed()}
      columns={[
        { label: words.text, kind: "rowHeader", cell: (each) => each.text },
        { label: words.askedOn, kind: "date", cell: ({ askedOn }) => askedOn },
        {
          label: words.due,
          kind: "date",
          cell: ({ askedOn }) => addWorkingDays(calendar, askedOn, answerWithinWorkingDays),
        },
        { label: words.state, cell: ({ state }) => words.stateOf[state] },
        { label: words.reason, cell: ({ reason }) => reason ?? "" },
      ]}
    />
  );
}

function AskForm({ text, values, errors }: Pick<Props, "values" | "errors"> & { text: Text }) {
  const words = text.ownData;
  const field = bindFields({ text, values, errors });
  return (
    <section>
      <h2 class="govuk-heading-m">{words.ask}</h2>
      <PostForm action="/me/data/requests" idempotencyKey={formKey()}>
        <TextAreaField {...field("text")} label={words.text} hint={words.askHint} maxLength={500} rows={4} />
        <Button>{words.ask}</Button>
      </PostForm>
    </section>
  );
}
