import type { Pair } from "@dunmiao/domain/pair";
import { decisionOfGrade } from "@dunmiao/domain/pair/objections";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import { pairNoun } from "@dunmiao/store/pair";
import type { PairRow } from "@dunmiao/store/pairDirectory";
import { pairSchemeOf } from "@dunmiao/store/pairScheme";
import { byObjection } from "../pair/byObjection.ts";
import { signerOf } from "../pair/printParts.tsx";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

/** `mentor` as their number and name; `name` as the scheme of the pair has it. */
type Of = { pairId: string; mentor: readonly [number: string, name: string]; name: PairScheme["name"] };
/** What somebody showed as an apprentice, each with the pair that it comes from. */
export type OfficerLearnt = {
  skills: (Pair["skills"][number] & Of)[];
  /** `decided` where an upheld objection gave the grade. */
  tests: (Pair["tests"][number] & Of & { decided?: NonNullable<ReturnType<typeof decisionOfGrade>> })[];
};

/** Skills and final tests of these pairs in which the person learns: one GetItem each, of which a person has one or two. */
export async function learntOf(
  store: Store,
  serviceNumber: string,
  pairs: readonly PairRow[],
): Promise<OfficerLearnt> {
  const own = pairs.filter(({ apprentice: [number] }) => number === serviceNumber);
  const load = ({ id }: PairRow) => loadOrName(loadRecord(store, pairNoun, id));
  const found = (await Promise.all(own.map(load))).flatMap((each) => each ?? []);
  const learnt = await Promise.all(
    found.map(async (pair) => learntIn(pair, await pairSchemeOf(store, pair))),
  );
  return {
    skills: learnt.flatMap(({ skills }) => skills),
    tests: learnt.flatMap(({ tests }) => tests),
  };
}

function learntIn(pair: Pair, { focuses, grades }: PairScheme): OfficerLearnt {
  const { serviceNumber, name } = pair.mentor.officer;
  const skills = focuses.find(({ key }) => key === pair.focus)?.skills ?? [];
  const of = (list: readonly { key: string; name: PairScheme["name"] }[], key: string): Of => ({
    pairId: pair.id,
    mentor: [serviceNumber, name],
    name: list.find((each) => each.key === key)?.name ?? { "zh-CN": key, en: key },
  });
  return {
    skills: pair.skills.map((each) => ({ ...each, ...of(skills, each.key) })),
    tests: pair.tests.map((each) => {
      const decided = decisionOfGrade(pair, each);
      return { ...each, ...of(grades, each.grade), ...(decided && { decided }) };
    }),
  };
}

/** Both as tables that lead to the pair, with who signed or entered it and when; neither where there is none. */
export function LearntTables({ text, learnt: { skills, tests } }: { text: Text; learnt: OfficerLearnt }) {
  const words = text.pairPage;
  const mentor = {
    label: words.mentor,
    cell: ({ pairId, mentor: [number, name] }: Of) =>
      link(`/pairs/${pairId}`, text.common.numbered({ name, number })),
  };
  return (
    <>
      {tests.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.test}
          rows={tests}
          columns={[
            { label: words.grade, kind: "rowHeader", cell: ({ name }) => name[text.language] },
            {
              label: text.pairPrint.result,
              cell: ({ isPassed }) => text.pairPrint.isPassed[isPassed ? "true" : "false"],
            },
            { label: words.testedOn, kind: "date", cell: ({ on }) => on },
            {
              label: words.enteredBy,
              cell: ({ entered, decided }) =>
                decided ? byObjection(text, decided) : signerOf(text, entered),
            },
            mentor,
          ]}
        />
      )}
      {skills.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.skills}
          rows={skills}
          columns={[
            { label: words.skill, kind: "rowHeader", cell: ({ name }) => name[text.language] },
            { label: words.shownOn, kind: "date", cell: ({ on }) => on ?? "" },
            { label: words.signedBy, cell: ({ signed }) => signerOf(text, signed) },
            mentor,
          ]}
        />
      )}
    </>
  );
}
