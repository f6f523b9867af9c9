import { monthsOf } from "@dunmiao/domain/checkpoint";
import { lastDayOfPair, type Pair, type PairMember } from "@dunmiao/domain/pair";
import { decisionOfGrade } from "@dunmiao/domain/pair/objections";
import { itemsOf } from "@dunmiao/domain/pair/tickItem";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { PairWords } from "@dunmiao/store/pair";
import { formatRange } from "../ui/format.ts";
import { officialDates } from "../ui/officialDates.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { byObjection } from "./byObjection.ts";
import { namedKey } from "./focusName.ts";
import { Mutual, pauseRows, statementRows, wordRows } from "./lifeFacts.tsx";
import type { PairView } from "./view.ts";

/** What a paper of a pair is made of. */
export type PartProps = {
  text: Text;
  bureau: string;
  pair: Pair;
  scheme: PairScheme;
  view: PairView;
  words: PairWords;
};

/** The tests of a pair with their grades; where there was none it says so. */
export function Tests({ text, pair, scheme }: { text: Text; pair: Pair; scheme: PairScheme }) {
  const words = text.pairPrint;
  if (pair.tests.length === 0) return <p>{words.noTest}</p>;
  return (
    <DenseTable
      text={text}
      caption={text.pairPage.test}
      rows={pair.tests}
      columns={[
        { label: text.pairPage.testedOn, kind: "rowHeader", cell: ({ on }) => on },
        { label: text.pairPage.grade, cell: ({ grade }) => namedKey(text, grade, [scheme.grades]) },
        { label: words.result, cell: ({ isPassed }) => words.isPassed[isPassed ? "true" : "false"] },
        {
          label: text.pairPage.enteredBy,
          cell: (test) => {
            const decision = decisionOfGrade(pair, test);
            return decision ? byObjection(text, decision) : signerName(text, test.entered.by);
          },
        },
      ]}
    />
  );
}

/** Who signed, and when; empty where nobody did. */
export function signerOf(text: Text, signed: Pair["skills"][number]["signed"] | undefined): string {
  return signed ? `${signerName(text, signed.by)} · ${signed.on}` : "";
}

/** The two with number, unit and kind. */
export function Members({ text, pair: { mentor, apprentice } }: { text: Text; pair: Pair }) {
  const words = text.pairPage;
  const line = (label: string, { officer, unit }: PairMember) => {
    const { name, serviceNumber: number, kind } = officer;
    const facts = [text.common.numbered({ name, number }), unit.name, text.officerKind[kind]];
    return `${label}${text.pairPrint.colon}${facts.join(text.pairPrint.comma)}`;
  };
  return (
    <>
      <p>{line(words.mentor, mentor)}</p>
      <p>{line(words.apprentice, apprentice)}</p>
    </>
  );
}

/** Each time that the mentor was away, why, and who led meanwhile. */
export function Away({ text, pair: { mentorAway } }: { text: Text; pair: Pair }) {
  return (
    <>
      {mentorAway.map(({ from, to, why, substitute }) => (
        <p>
          {officialDates(
            text,
            [
              text.pairPage.awayBecause[why],
              to === undefined ? text.pairPage.since({ from }) : formatRange(text, from, to),
              substitute
                ? text.pairPage.ledBy({ name: substitute.officer.name, from: substitute.from })
                : text.pairPage.nobodyLeads,
            ].join(text.common.listMark),
          )}
        </p>
      ))}
    </>
  );
}

/** Days on which the apprentice was elsewhere. */
export function Paused({ text, pair }: { text: Text; pair: Pair }) {
  return (
    <>
      {pauseRows(text, pair).map(({ label, value }) => (
        <p>{`${label}${text.pairPrint.colon}${officialDates(text, value)}`}</p>
      ))}
    </>
  );
}

type SaidProps = { text: Text; pair: Pair; scheme: PairScheme; words: PairWords };

/** Looks at the middle, the statement and objections, in their words; days of ours as documents write them. */
export function Said({ text, pair, scheme, words }: SaidProps) {
  const rows = wordRows(text, { pair, scheme }, words, (sentence) => officialDates(text, sentence));
  return (
    <>
      {rows.map(({ label, value }) => (
        <p>
          {label}
          {text.pairPrint.colon}
          {value}
        </p>
      ))}
    </>
  );
}

/** What the apprentice says of the term; a line to be filled in where they said nothing yet. */
export function Statement({ text, pair, words }: Omit<SaidProps, "scheme">) {
  const [row] = statementRows(text, pair, words, (sentence) => officialDates(text, sentence));
  return (
    <p>
      {text.pairPage.wordsOf.statement}
      {text.pairPrint.colon}
      {row?.value ?? text.pairPrint.blank}
    </p>
  );
}

/** The items of 四促三互 that the scheme lists; nothing where it lists none. */
export function MutualItems({ text, pair, scheme }: { text: Text; pair: Pair; scheme: PairScheme }) {
  return itemsOf(scheme).length === 0 ? null : <Mutual text={text} pair={pair} scheme={scheme} />;
}

/** What each month of the term is for. */
export function Plan({ text, pair }: { text: Text; pair: Pair }) {
  return (
    <DenseTable
      text={text}
      caption={text.pairPage.part.plan}
      rows={monthsOf(pair.term)}
      columns={[
        { label: text.pairPrint.month, kind: "rowHeader", cell: (month) => month },
        { label: text.pairPrint.planned, cell: (month) => pair.plan[month] ?? "" },
      ]}
    />
  );
}

/** What the focus is called. */
export function focusOf(text: Text, { focus }: Pair, scheme: PairScheme): string {
  return namedKey(text, focus, [scheme.focuses]);
}

/** From the first day to the last that the pair runs. */
export function termOf(text: Text, pair: Pair): string {
  return formatRange(text, pair.term.from, lastDayOfPair(pair));
}
