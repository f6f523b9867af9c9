import { planOf } from "@dunmiao/domain/checkpoint";
import type { Event } from "@dunmiao/domain/event";
import type { MentorAway, Pair, PairMember } from "@dunmiao/domain/pair";
import { decidersOf } from "@dunmiao/domain/pair/ground";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { may, mayTry } from "@dunmiao/domain/permissions";
import type { PairWords } from "@dunmiao/store/pair";
import { hrefOf } from "../overview/query.ts";
import { formKey } from "../page.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { namedCheckpoint } from "../ui/checkpointName.ts";
import type { Chrome } from "../ui/chrome.ts";
import { PostForm } from "../ui/form.tsx";
import { formatRange } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { errorsOfOne } from "../ui/oneOfForms.ts";
import { SummaryList, type SummaryRow } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { signedRows } from "./agreementFacts.ts";
import { Activities } from "./entries.tsx";
import type { FormProps } from "./failed.ts";
import { namedKey } from "./focusName.ts";
import { pairSheets } from "./form.ts";
import { chainRows, Mutual, objectionRow, Skills, standingRows, testRows, wordRows } from "./lifeFacts.tsx";
import { PairForms } from "./pageForms.tsx";
import { fileTag, pairTags } from "./pairTags.ts";
import { PairTrail } from "./trail.tsx";
import type { PairView } from "./view.ts";

export type PairPageProps = Omit<FormProps, "text" | "today"> & {
  chrome: Chrome;
  view: PairView;
  events: readonly Event[];
  words: PairWords;
};

/** One pair: who, for what, its file today, its steps and its trail. */
export function PairPage({ chrome, view, events, words: said, ...about }: PairPageProps) {
  const { text, today } = chrome;
  const { actor, pair, scheme, failed } = about;
  const mayApprove = may(actor, "approve-pair", decidersOf(pair));
  const words = text.pairPage;
  const { mentor, apprentice } = pair;
  return (
    <Layout
      chrome={chrome}
      title={words.one({ mentor: mentor.officer.name, apprentice: apprentice.officer.name })}
      section="pairs"
      back={{ href: "/pairs", label: words.title }}
      errors={failed && errorsOfOne(text, failed.form, failed)}
    >
      <SummaryList rows={factsOf(text, { pair, scheme, view }, { said, today })} />
      <GoOn text={text} actor={actor} pair={pair} />
      {mayApprove && pair.status === "proposed" ? (
        <PostForm action={`/pairs/${pair.id}/approve`} idempotencyKey={formKey()}>
          <p class="govuk-hint">{words.approveHint}</p>
          <Button>{words.approve}</Button>
        </PostForm>
      ) : null}
      <p class="govuk-body" data-no-print>
        {text.pairPrint.print}
        {pairSheets.map((sheet) => (
          <>
            {" "}
            <a class="govuk-link" href={`/pairs/${pair.id}/print?sheet=${sheet}`}>
              {text.pairPrint.title[sheet]}
            </a>
          </>
        ))}
      </p>
      <PairForms text={text} today={today} {...about} />
      <Skills text={text} pair={pair} scheme={scheme} />
      <Mutual text={text} pair={pair} scheme={scheme} />
      <Activities text={text} words={said.activities} {...about} />
      <Checkpoints text={text} pair={pair} scheme={scheme} />
      <PairTrail text={text} events={events} scheme={scheme} />
    </Layout>
  );
}

/** After the end the form of the next pair, filled in: the same two, or the apprentice where failing means another mentor. */
function GoOn({ text, actor, pair }: { text: Text } & Pick<PairPageProps, "actor" | "pair">) {
  const { status, mentor, apprentice, focus } = pair;
  const isOver = ["completed", "completed-early", "failed", "dissolved"].includes(status);
  if (!isOver || pair.continuedBy || !mayTry(actor, "plan-pair")) return null;
  const two = { mentor: mentor.officer.serviceNumber, apprentice: apprentice.officer.serviceNumber, focus };
  return (
    <LinkButton kind="secondary" href={hrefOf("/pairs/new", two)}>
      {text.pairPage.goOn}
    </LinkButton>
  );
}

function factsOf(
  text: Text,
  of: Pick<PairPageProps, "pair" | "scheme" | "view">,
  { said, today }: { said: PairWords; today: string },
): SummaryRow[] {
  const { pair, scheme, view } = of;
  const words = text.pairPage;
  const { mentor, apprentice, focus, term, leading, kin, planned, approved } = pair;
  const by = ({ by, on }: typeof planned) => `${signerName(text, by)} · ${on}`;
  return [
    { label: text.common.status, value: pairTags(text, pair.status, view.isOrphan) },
    { label: words.file, value: fileTag(text, view.file) },
    { label: words.mentor, value: memberWords(text, mentor) },
    { label: words.apprentice, value: memberWords(text, apprentice) },
    { label: words.focus, value: namedKey(text, focus, [scheme.focuses]) },
    { label: words.term, value: formatRange(text, term.from, term.to) },
    { label: words.leading, value: pair[leading].unit.name },
    { label: words.scheme, value: scheme.name[text.language] },
    { label: words.eligibility, value: eligibilityWords(text, pair, scheme) },
    ...(kin === undefined ? [] : [{ label: words.kin, value: words.isKin[kin ? "true" : "false"] }]),
    { label: words.planned, value: by(planned) },
    ...(approved ? [{ label: words.approved, value: by(approved) }] : []),
    ...agreed(text, pair),
    ...(view.withoutMentor.length === 0
      ? []
      : [{ label: words.withoutMentor, value: view.withoutMentor.join(text.common.listMark) }]),
    ...pair.mentorAway.map((each) => ({ label: words.away, value: awayWords(text, each) })),
    ...standingRows(text, of),
    ...wordRows(text, of, said),
    ...testRows(text, of),
    ...(pair.ended
      ? [{ label: words.end, value: [by(pair.ended), pair.ended.reason].filter(Boolean).join(" · ") }]
      : []),
    ...chainRows(text, pair),
    ...objectionRow(text, of, today),
  ];
}

/** What the agreement says, as far as it is entered. */
function agreed(text: Text, pair: Pair): SummaryRow[] {
  const words = text.pairPage;
  const { contract, plan } = pair;
  const parts = (["duties", "content", "aim", "standard"] as const).flatMap((name) => {
    const value = contract[name];
    return value === undefined ? [] : [{ label: words.contract[name], value }];
  });
  const lines = Object.entries(plan)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, line]) => `${month} ${line}`);
  return [
    ...signedRows(text, pair),
    ...parts,
    ...(lines.length > 0 ? [{ label: words.part.plan, value: lines.join("；") }] : []),
  ];
}

function awayWords(text: Text, { from, to, why, substitute }: MentorAway): string {
  const words = text.pairPage;
  const days = to === undefined ? words.since({ from }) : formatRange(text, from, to);
  const who = substitute && words.ledBy({ name: substitute.officer.name, from: substitute.from });
  return [words.awayBecause[why], days, who ?? words.nobodyLeads].join(" · ");
}

function memberWords(text: Text, { officer, unit }: PairMember): string {
  const { name, serviceNumber: number, kind } = officer;
  return [text.common.numbered({ name, number }), unit.name, text.officerKind[kind]].join(" · ");
}

function eligibilityWords(text: Text, { eligibility }: Pair, scheme: PairScheme): string {
  const notMet = scheme.eligibility.filter(({ key }) => !eligibility.includes(key));
  const items = notMet.map(({ name }) => name[text.language]).join(text.common.listMark);
  return notMet.length === 0 ? text.pairPage.allMet : text.pairPage.notMet({ items });
}

function Checkpoints({ text, pair, scheme }: { text: Text } & Pick<PairPageProps, "pair" | "scheme">) {
  const words = text.pairPage;
  return (
    <DenseTable
      text={text}
      caption={words.checkpoints}
      rows={pair.checkpoints}
      columns={[
        {
          label: words.checkpoints,
          kind: "rowHeader",
          cell: ({ key }) => namedCheckpoint(text, planOf(scheme, key).name, key),
        },
        { label: words.due, kind: "date", cell: ({ dueOn }) => dueOn },
        { label: words.state, cell: ({ state }) => words.checkpointState[state] },
      ]}
    />
  );
}
