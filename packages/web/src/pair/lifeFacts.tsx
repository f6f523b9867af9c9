import { memberSides, type Pair, type PairLink } from "@dunmiao/domain/pair";
import { decisionOfGrade } from "@dunmiao/domain/pair/objections";
import { skillsOf } from "@dunmiao/domain/pair/signSkill";
import { itemsOf } from "@dunmiao/domain/pair/tickItem";
import { pairTextNames } from "@dunmiao/domain/pair/words";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { PairWords } from "@dunmiao/store/pair";
import { namedCheckpoint } from "../ui/checkpointName.ts";
import { formatRange } from "../ui/format.ts";
import { link } from "../ui/link.ts";
import type { SummaryRow } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { byObjection } from "./byObjection.ts";
import { namedKey } from "./focusName.ts";
import type { PairView } from "./view.ts";

type Of = { pair: Pair; scheme: PairScheme; view: PairView };
type Made = Parameters<typeof by>[1];

function by(text: Text, made: NonNullable<Pair["approved"]>): string {
  return `${signerName(text, made.by)} · ${made.on}`;
}

/** Which pair this one follows, and which follows it; how often the same two went on. */
export function chainRows(text: Text, { continues, continuedBy, renewal }: Pair): SummaryRow[] {
  const words = text.pairPage;
  const row = (label: string, to: PairLink | undefined): SummaryRow[] =>
    to ? [{ label, value: link(`/pairs/${to.pairId}`, words.how[to.how]) }] : [];
  return [
    ...row(words.continues, continues),
    ...row(words.continuedBy, continuedBy),
    ...(renewal === undefined ? [] : [{ label: words.renewal, value: String(renewal) }]),
  ];
}

/** Days on which the apprentice is elsewhere, and why. */
export function pauseRows(text: Text, { pauses = [] }: Pair): { label: string; value: string }[] {
  const words = text.pairPage;
  return pauses.map(({ from, to, why }) => ({
    label: words.paused,
    value: [
      words.awayBecause[why],
      to === undefined ? words.since({ from }) : formatRange(text, from, to),
    ].join(" · "),
  }));
}

/** Days on which the apprentice is elsewhere, and whether they act alone. */
export function standingRows(text: Text, { pair, view }: Of): SummaryRow[] {
  const words = text.pairPage;
  const alone =
    view.actsAlone === "not-ruled"
      ? []
      : [{ label: words.actsAlone, value: words.actsAloneIs[view.actsAlone] }];
  return [...pauseRows(text, pair), ...alone];
}

/** Tests with their grades, and the class of allowance that a grade brings. */
export function testRows(text: Text, { pair, scheme }: Of): SummaryRow[] {
  const words = text.pairPage;
  return pair.tests.map((test) => {
    const { grade, on, entered } = test;
    const decision = decisionOfGrade(pair, test);
    const allowance = scheme.grades.find(({ key }) => key === grade)?.allowance?.[text.language];
    const said = [namedKey(text, grade, [scheme.grades]), allowance && words.allowanceOf({ allowance })];
    return {
      label: words.test,
      value: [...said, decision ? byObjection(text, decision) : by(text, { by: entered.by, on })]
        .filter(Boolean)
        .join(" · "),
    };
  });
}

type Writes = (sentence: string) => string;

/** What the apprentice says of the term, and who entered it when; nothing where they said nothing. */
export function statementRows(
  text: Text,
  { statement }: Pair,
  { others }: PairWords,
  write: Writes = (sentence) => sentence,
): SummaryRow[] {
  if (!statement) return [];
  const said = others.get(`${pairTextNames.statement} s.${statement.revision}`) ?? "";
  const value = [said, write(by(text, statement.made))].join(" · ");
  return [{ label: text.pairPage.wordsOf.statement, value }];
}

/** Looks at the middle, the statement and the objections, with their words; `write` writes our own sentences, not theirs. */
export function wordRows(
  text: Text,
  { pair, scheme }: Omit<Of, "view">,
  said: PairWords,
  write: Writes = (sentence) => sentence,
): SummaryRow[] {
  const words = text.pairPage;
  const { midTerm, objection } = pairTextNames;
  const signed = (made: Made) => write(by(text, made));
  const quote = (name: string, id: string, made: Made) =>
    [said.others.get(`${name} ${id}`) ?? "", signed(made)].join(" · ");
  return [
    ...(pair.midTerms ?? []).map(({ key, made }) => {
      const name = scheme.checkpoints.find((each) => each.key === key.split(".")[0])?.name;
      const label = name ? namedCheckpoint(text, name, key) : key;
      return { label, value: quote(midTerm, key, made) };
    }),
    ...statementRows(text, pair, said, write),
    ...(pair.objections ?? []).map(({ side, made, decided }) => {
      const outcome = decided && words.decided[decided.isUpheld ? "upheld" : "dismissed"];
      const decision = decided ? [outcome, decided.reason, signed(decided)] : [words.undecided];
      return {
        label: words.objectionOf({ side: words[side] }),
        value: [quote(objection, side, made), ...decision].join(" · "),
      };
    }),
  ];
}

/** Until when either of the two may object, while that is open. */
export function objectionRow(text: Text, { pair, view }: Of, today: string): SummaryRow[] {
  const { objectionsUntil: until } = view;
  const isOpen = until !== undefined && until >= today && (pair.objections ?? []).length < memberSides.length;
  return isOpen ? [{ label: text.pairPage.objectionsUntil, value: until }] : [];
}

/** 四促三互 as the scheme lists it: what was done, when, and who says so; that nothing is listed, where nothing is. */
export function Mutual({ text, pair, scheme }: Pick<Of, "pair" | "scheme"> & { text: Text }) {
  const words = text.pairPage;
  const rows = itemsOf(scheme);
  if (rows.length === 0)
    return (
      <p class="govuk-body dm-muted">
        {text.form.labelled({ label: words.mutual, message: words.mutualNone })}
      </p>
    );
  const ticked = (key: string) => pair.ticks?.find((each) => each.key === key);
  return (
    <DenseTable
      text={text}
      caption={words.mutual}
      rows={rows}
      columns={[
        { label: words.item, kind: "rowHeader", cell: ({ name }) => name[text.language] },
        { label: words.mutual, cell: ({ list }) => words.mutualList[list] },
        { label: words.doneOn, kind: "date", cell: ({ key }) => ticked(key)?.on ?? "" },
        {
          label: words.enteredBy,
          cell: ({ key }) => {
            const found = ticked(key);
            return found ? by(text, found.ticked) : words.notDone;
          },
        },
      ]}
    />
  );
}

/** The checklist of the focus: who signed what, and when; nothing where the scheme has none. */
export function Skills({ text, pair, scheme }: Pick<Of, "pair" | "scheme"> & { text: Text }) {
  const words = text.pairPage;
  const rows = skillsOf(pair, scheme);
  if (rows.length === 0) return null;
  const signed = (key: string) => pair.skills.find((each) => each.key === key);
  return (
    <DenseTable
      text={text}
      caption={words.skills}
      rows={rows}
      columns={[
        { label: words.skill, kind: "rowHeader", cell: ({ name }) => name[text.language] },
        { label: words.shownOn, kind: "date", cell: ({ key }) => signed(key)?.on ?? "" },
        {
          label: words.signedBy,
          cell: ({ key }) => {
            const found = signed(key);
            return found ? by(text, found.signed) : words.notSigned;
          },
        },
      ]}
    />
  );
}
