import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import { type HandOverWords, handOverSections } from "@dunmiao/domain/term/writeHandOver";
import { formKey } from "../page.tsx";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { EmptyState, SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { signerName } from "../ui/signerName.ts";
import type { Text } from "../ui/text.ts";
import type { Failed } from "./failed.ts";
import type { HandOverRead } from "./load.ts";

type PageProps = {
  chrome: Chrome;
  read: HandOverRead;
  mayWrite: boolean;
  mayReceive: boolean;
  failed: Failed | undefined;
};

/** What the successor at a post must know: read, written, confirmed. */
export function HandOverPage({ chrome, read, mayWrite, mayReceive, failed }: PageProps) {
  const { text } = chrome;
  const words = text.handOverPage;
  const { record, successor, isOwn } = read;
  const { hostStation, post, handOver } = record;
  const from = isOwn ? record : (successor ?? record);
  const errors = fieldMessages(text, failed?.refusals ?? []);
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      caption={personCaption(text, record, `${hostStation.name} ${post}`)}
      section="secondments"
      back={{ href: `/secondments/${from.id}`, label: personLabel(from) }}
      errors={errors}
    >
      <SummaryList rows={[termRow(text, record), ...(isOwn ? postRows(text, read) : [])]} />
      {handOver ? (
        <Written text={text} read={read} />
      ) : (
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      )}
      {mayReceive ? <Receipt text={text} record={record} /> : null}
      {mayWrite ? <WriteForm text={text} read={read} failed={failed} /> : null}
    </Layout>
  );
}

/** Which days the words are about: the last day served, for after an early end the nominal one is nobody's. */
function termRow(text: Text, record: Secondment): SummaryRow {
  const value = formatRange(text, record.term.from, lastDayServed(record));
  return { label: text.secondmentPage.term, value };
}

/** Who held the post before, whose hand-over opens here, and who comes next. */
function postRows(text: Text, read: HandOverRead): SummaryRow[] {
  const { seenPredecessor: predecessor, seenSuccessor, successor, hasPredecessor } = read;
  const words = text.handOverPage;
  const action = predecessor && {
    href: `/secondments/${predecessor.id}/hand-over`,
    label: words.toPredecessor,
  };
  return [
    {
      label: words.predecessor,
      value: neighbour(text, predecessor, hasPredecessor) ?? words.noPredecessor,
      action,
    },
    {
      label: words.successor,
      value: neighbour(text, seenSuccessor, successor !== undefined) ?? words.noSuccessor,
    },
  ];
}

/** Who holds the post before or after; only that somebody does, where the reader may not know whom. */
function neighbour(text: Text, seen: Secondment | undefined, isThere: boolean): string | undefined {
  if (seen) return personLabel(seen);
  return isThere ? text.handOverPage.outOfScope : undefined;
}

function Written({ text, read: { record, words: said } }: { text: Text; read: HandOverRead }) {
  const words = text.handOverPage;
  return (
    <>
      <SummaryList rows={[...wordRows(text, said), ...signedRows(text, record)]} />
      <ButtonGroup>
        <LinkButton kind="secondary" href={`/secondments/${record.id}/hand-over/print`}>
          {words.print}
        </LinkButton>
      </ButtonGroup>
    </>
  );
}

function wordRows(text: Text, said: HandOverWords = {}): SummaryRow[] {
  const words = text.handOverPage;
  return handOverSections.map((each) => ({
    label: words.sections[each],
    value: <span class="dm-words">{said[each] ?? words.empty}</span>,
  }));
}

function signedRows(text: Text, { handOver }: Secondment): SummaryRow[] {
  if (!handOver) return [];
  const words = text.handOverPage;
  const { by, on, revision, received } = handOver;
  const receipt = received
    ? words.receivedBy({ by: signerName(text, received.by), on: received.on })
    : words.notReceived;
  return [
    {
      label: words.writtenBy,
      value: [signerName(text, by), on, words.revision({ revision })].join(" · "),
    },
    { label: words.received, value: receipt },
  ];
}

function Receipt({ text, record }: { text: Text; record: Secondment }) {
  const words = text.handOverPage;
  return (
    <PostForm action={`/secondments/${record.id}/hand-over/receive`} idempotencyKey={formKey()} id="receive">
      <input type="hidden" name="seen" value={String(record.handOver?.revision ?? 0)} />
      <p class="govuk-body">{words.receiveHint}</p>
      <Button>{words.receive}</Button>
    </PostForm>
  );
}

function WriteForm({ text, read, failed }: Pick<PageProps, "read" | "failed"> & { text: Text }) {
  const words = text.handOverPage;
  const { record } = read;
  const { extension, handOver } = record;
  if (extension?.continuedBy)
    return (
      <p class="govuk-body">
        {words.stays}
        {link(`/secondments/${extension.continuedBy}/hand-over`, words.furtherTerm)}
      </p>
    );
  const values = failed?.values ?? read.words ?? {};
  const field = bindFields({ text, values, errors: fieldMessages(text, failed?.refusals ?? []) });
  return (
    <section>
      <h2 class="govuk-heading-m">{handOver ? words.rewrite : words.write}</h2>
      {handOver?.received ? <p class="govuk-body">{words.rewriteHint}</p> : null}
      <PostForm action={`/secondments/${record.id}/hand-over`} idempotencyKey={formKey()}>
        <input type="hidden" name="seen" value={String(handOver?.revision ?? 0)} />
        {handOverSections.map((each) => (
          <TextAreaField
            {...field(each)}
            label={words.sections[each]}
            hint={words.hints[each]}
            maxLength={1_000}
          />
        ))}
        <Button>{words.save}</Button>
      </PostForm>
    </section>
  );
}
