import { officialDates } from "../ui/officialDates.ts";
import { Signatures } from "../ui/paper.tsx";
import { DenseTable } from "../ui/table.ts";
import { focusOf, Members, type PartProps, Statement, signerOf, Tests, termOf } from "./printParts.tsx";

/** The sheet of the final test: the skills with who signed them, the statement of the apprentice, the tests. */
export function TestSheet(props: PartProps) {
  const { text, bureau, pair, scheme } = props;
  const words = text.pairPrint;
  const skills = scheme.focuses.find(({ key }) => key === pair.focus)?.skills ?? [];
  const signed = (key: string) => pair.skills.find((each) => each.key === key)?.signed;
  return (
    <>
      <Members text={text} pair={pair} />
      <p>{words.focus({ focus: focusOf(text, pair, scheme) })}</p>
      <p>{officialDates(text, words.term({ term: termOf(text, pair) }))}</p>
      <p>{`${text.pairPage.contract.standard}${words.colon}${pair.contract.standard ?? words.blank}`}</p>
      {skills.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.skills}
          rows={skills}
          columns={[
            { label: words.skill, kind: "rowHeader", cell: ({ name }) => name[text.language] },
            { label: words.tester, cell: ({ key }) => signerOf(text, signed(key)) },
          ]}
        />
      )}
      <Statement {...props} />
      <Tests {...props} />
      <p>
        {words.grades({
          grades: scheme.grades.map(({ name }) => name[text.language]).join(text.common.listMark),
        })}
      </p>
      <Signatures
        chrome={{ text, bureau }}
        signers={["tester", "apprentice", "checkedBy"]}
        sealOf={pair[pair.leading].unit.name}
      />
    </>
  );
}
