import type { Ground } from "@dunmiao/domain/change";
import { type Extension, revisionOf } from "@dunmiao/domain/extension";
import { mayTry } from "@dunmiao/domain/permissions";
import { extensionActs, extensionTurnOf } from "@dunmiao/domain/term/extensionActs";
import { extensionWindow } from "@dunmiao/domain/term/requestExtension";
import type { Chrome } from "../ui/chrome.ts";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { EmptyState, SummaryList } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { AnswerForm, actErrors, type Failed, RequestForm, WithdrawForm } from "./fields.tsx";

type PageProps = { chrome: Chrome; ground: Ground; failed?: Failed | undefined };

/** The request for a further term, what was said to it, and the form of whoever's turn it is. */
export function ExtensionPage({ chrome, ground, failed }: PageProps) {
  const { text } = chrome;
  const words = text.extensionPage;
  const { hostStation, post, id, extension } = ground.secondment;
  const errors = actErrors(text, failed);
  return (
    <Layout
      chrome={chrome}
      title={words.title}
      caption={personCaption(text, ground.secondment, `${hostStation.name} ${post}`)}
      section="secondments"
      back={{ href: `/secondments/${id}`, label: personLabel(ground.secondment) }}
      errors={errors}
    >
      {extension ? <Request text={text} extension={extension} /> : <EmptyState title={words.none} />}
      <p class="govuk-body">{windowSentence(text, ground)}</p>
      <Forms text={text} ground={ground} failed={failed} />
    </Layout>
  );
}

const stateColours: Readonly<Record<Extension["state"], TagColour>> = {
  requested: "yellow",
  "host-heard": "yellow",
  "sending-heard": "yellow",
  granted: "green",
  refused: "red",
  withdrawn: "grey",
};

function Request({ text, extension }: { text: Text; extension: Extension }) {
  const words = text.extensionPage;
  const { state, requestedOn, by, from, to, months, reason, continuedBy } = extension;
  const further = formatRange(text, from, to);
  return (
    <>
      <SummaryList
        rows={[
          { label: words.state, value: tag(words.states[state], stateColours[state]) },
          { label: words.askedBy, value: `${signerName(text, by)} · ${requestedOn}` },
          { label: words.further, value: `${further} · ${words.monthsAre({ months })}` },
          { label: words.reason, value: reason },
          ...(continuedBy
            ? [{ label: words.record, value: link(`/secondments/${continuedBy}`, further) }]
            : []),
        ]}
      />
      <Opinions text={text} extension={extension} />
    </>
  );
}

/** Who said what: host, sending unit, bureau, in this order. */
function Opinions({ text, extension }: { text: Text; extension: Extension }) {
  const words = text.extensionPage;
  const rows = (["host", "sending", "decide"] as const).map((act) => ({
    act,
    said: act === "decide" ? extension.decision : extension[act],
  }));
  return (
    <DenseTable
      text={text}
      caption={words.opinions}
      columns={[
        { label: words.who, kind: "rowHeader", cell: ({ act }) => words.opinion[act] },
        {
          label: words.said,
          cell: ({ act, said }) => (said ? words.answers[act][said.agrees ? "true" : "false"] : words.notYet),
        },
        { label: words.reason, cell: ({ said }) => said?.reason ?? "" },
        { label: words.by, cell: ({ said }) => (said ? signerName(text, said.by) : "") },
        { label: words.on, kind: "date", cell: ({ said }) => said?.on ?? "" },
      ]}
      rows={rows}
    />
  );
}

function windowSentence(text: Text, { secondment, scheme }: Ground): string {
  const window = extensionWindow(secondment, scheme);
  const words = text.extensionPage;
  return window ? words.window({ ...window, max: scheme.extensionMonths }) : words.noWindow;
}

function Forms({ text, ground, failed }: { text: Text; ground: Ground; failed: Failed | undefined }) {
  const { secondment, scheme, actor } = ground;
  const url = `/secondments/${secondment.id}/extension`;
  const props = { text, url, failed, seen: revisionOf(secondment.extension) };
  const turn = extensionTurnOf(ground);
  const asks = extensionActs.request.ask(ground).ok || failed?.act === "request";
  return (
    <>
      {asks ? (
        <section>
          <h2 class="govuk-heading-m">{text.extensionPage.ask}</h2>
          <RequestForm
            {...props}
            maxMonths={scheme.extensionMonths}
            isOnPaper={mayTry(actor, "enter-paper-extension")}
          />
        </section>
      ) : null}
      {turn ? (
        <section>
          <h2 class="govuk-heading-m">{text.extensionPage.opinion[turn]}</h2>
          <AnswerForm {...props} act={turn} />
        </section>
      ) : null}
      {extensionActs.withdraw.ask(ground).ok ? (
        <section>
          <h2 class="govuk-heading-m">{text.extensionPage.withdraw}</h2>
          <WithdrawForm {...props} />
        </section>
      ) : null}
    </>
  );
}
