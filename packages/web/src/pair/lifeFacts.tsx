import { memberSides, type Pair, type PairLink } from "@dunmiao/domain/pair";
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

/** Days on which the apprentice is elsewhere, and whether they act alone. */
export function standingRows(text: Text, { pair, view }: Of): SummaryRow[] {
  const words = text.pairPage;
  const pauses = (pair.pauses ?? []).map(({ from, to, why }) => ({
    label: words.paused,
    value: [
      words.awayBecause[why],
      to === undefined ? words.since({ from }) : formatRange(text, from, to),
    ].join(" · "),
  }));
  const alone =
    view.actsAlone === "not-ruled"
      ? []
      : [{ label: words.actsAlone, value: words.actsAloneIs[view.actsAlone] }];
  return [...pauses, ...alone];
}

/** Tests with their grades, and the class of allowance that a grade brings. */
export function testRows(text: Text, { pair, scheme }: Of): SummaryRow[] {
  const words = text.pairPage;
  return pair.tests.map(({ grade, on, entered }) => {
    const allowance = scheme.grades.find(({ key }) => key === grade)?.allowance?.[text.language];
    const said = [namedKey(text, grade, [scheme.grades]), allowance && words.allowanceOf({ allowance })];
    return {
      label: words.test,
      value: [...said, by(text, { by: entered.by, on })].filter(Boolean).join(" · "),
    };
  });
}

/** Looks at the middle, the statement and the objections, with their words. */
export function wordRows(text: Text, { pair, scheme }: Of, { others }: PairWords): SummaryRow[] {
  const words = text.pairPage;
  const { midTerm, statement, objection } = pairTextNames;
  const said = (name: string, id: string, made: Made) =>
    [others.get(`${name} ${id}`) ?? "", by(text, made)].join(" · ");
  return [
    ...(pair.midTerms ?? []).map(({ key, made }) => {
      const name = scheme.checkpoints.find((each) => each.key === key.split(".")[0])?.name;
      const label = name ? namedCheckpoint(text, name, key) : key;
      return { label, value: said(midTerm, key, made) };
    }),
    ...(pair.statement
      ? [
          {
            label: words.wordsOf.statement,
            value: said(statement, `s.${pair.statement.revision}`, pair.statement.made),
          },
        ]
      : []),
    ...(pair.objections ?? []).map(({ side, made, decided }) => {
      const outcome = decided && words.decided[decided.isUpheld ? "upheld" : "dismissed"];
      const decision = decided ? [outcome, decided.reason, by(text, decided)] : [words.undecided];
      return {
        label: words.objectionOf({ side: words[side] }),
        value: [said(objection, side, made), ...decision].join(" · "),
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
