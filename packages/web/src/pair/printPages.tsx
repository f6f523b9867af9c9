import type { Pair } from "@dunmiao/domain/pair";
import { fileParts } from "@dunmiao/domain/pair/pairFile";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { officialDates } from "../ui/officialDates.ts";
import { PaperHead, Signatures } from "../ui/paper.tsx";
import { DenseTable } from "../ui/table.ts";
import { signersOf } from "./agreementFacts.ts";
import { namedKey } from "./focusName.ts";
import type { PairSheet } from "./form.ts";
import {
  Away,
  focusOf,
  Members,
  MutualItems,
  type PartProps,
  Paused,
  Plan,
  Said,
  Tests,
  termOf,
} from "./printParts.tsx";
import { TestSheet } from "./testSheet.tsx";

type Props = Omit<PartProps, "text" | "bureau"> & { chrome: Chrome };

/** One of the papers of a pair on A4 in the layout of official documents. */
export function PairPaper({ sheet, chrome, ...about }: Props & { sheet: PairSheet }) {
  const { text, bureau } = chrome;
  const { pair } = about;
  const title = text.pairPrint.title[sheet];
  const { mentor, apprentice } = pair;
  const Part = parts[sheet];
  return (
    <Layout
      chrome={chrome}
      title={`${title} ${apprentice.officer.serviceNumber}`}
      section="pairs"
      back={{
        href: `/pairs/${pair.id}`,
        label: text.pairPage.one({ mentor: mentor.officer.name, apprentice: apprentice.officer.name }),
      }}
    >
      <article class="official">
        <PaperHead chrome={chrome} title={title} number={numberOf(pair)} />
        <Part text={text} bureau={bureau} {...about} />
      </article>
    </Layout>
  );
}

/** Whose, from which month, as of which line of its trail. */
function numberOf({ apprentice, term, version }: Pair): string {
  return `${apprentice.officer.serviceNumber}-${term.from.slice(0, 7).replace("-", "")}-${version}`;
}

const parts = { agreement: Agreement, cover: Cover, file: WholeFile, test: TestSheet } as const;

function Agreement({ text, bureau, pair, scheme }: PartProps) {
  const words = text.pairPrint;
  const { contract, agreement } = pair;
  const clauses = (["duties", "content", "aim", "standard"] as const).map(
    (name, at) =>
      `${words.ordinal[at] ?? ""}${text.pairPage.contract[name]}${words.colon}${contract[name] ?? words.blank}`,
  );
  return (
    <>
      <Members text={text} pair={pair} />
      <p>
        {officialDates(text, words.agrees({ focus: focusOf(text, pair, scheme), term: termOf(text, pair) }))}
      </p>
      {clauses.map((clause) => (
        <p>{clause}</p>
      ))}
      <p>{words.plan}</p>
      <Plan text={text} pair={pair} />
      {agreement ? (
        <>
          <p>{officialDates(text, words.signedOn({ date: agreement.signedOn }))}</p>
          <p>{`${text.pairPage.signers}${words.colon}${signersOf(text, pair).join(text.common.listMark)}`}</p>
        </>
      ) : null}
      <Signatures
        chrome={{ text, bureau }}
        signers={["mentor", "apprentice"]}
        sealOf={pair[pair.leading].unit.name}
      />
    </>
  );
}

function Cover({ text, bureau, pair, scheme, view }: PartProps) {
  const words = text.pairPrint;
  const { part } = text.pairPage;
  return (
    <>
      <Members text={text} pair={pair} />
      <p>{words.focus({ focus: focusOf(text, pair, scheme) })}</p>
      <p>{officialDates(text, words.term({ term: termOf(text, pair) }))}</p>
      <p>{words.state({ state: text.pairPage.status[pair.status] })}</p>
      <DenseTable
        text={text}
        caption={words.contents}
        rows={[...fileParts]}
        columns={[
          { label: words.document, kind: "rowHeader", cell: (each) => part[each] },
          {
            label: words.there,
            cell: (each) =>
              view.file.missing.includes(each)
                ? [words.lacks, each === "entries" ? ` ${view.file.months.join(text.common.listMark)}` : ""]
                : words.isThere,
          },
        ]}
      />
      <Signatures
        chrome={{ text, bureau }}
        signers={["filedBy", "checkedBy"]}
        sealOf={pair[pair.leading].unit.name}
      />
    </>
  );
}

function WholeFile(props: PartProps) {
  const { text, bureau, pair, scheme, words: said } = props;
  const words = text.pairPrint;
  const { contract, activities } = pair;
  return (
    <>
      <Members text={text} pair={pair} />
      <p>{words.focus({ focus: focusOf(text, pair, scheme) })}</p>
      <p>{officialDates(text, words.term({ term: termOf(text, pair) }))}</p>
      {(["duties", "content", "aim", "standard"] as const).map((name) => (
        <p>{`${text.pairPage.contract[name]}${words.colon}${contract[name] ?? words.blank}`}</p>
      ))}
      <Plan text={text} pair={pair} />
      <Away text={text} pair={pair} />
      <Paused text={text} pair={pair} />
      <DenseTable
        text={text}
        caption={text.pairPage.activities}
        rows={activities.toSorted((one, other) => (one.on < other.on ? -1 : 1))}
        columns={[
          { label: text.common.date, kind: "rowHeader", cell: ({ on }) => on },
          { label: text.pairPage.kind, cell: ({ kind }) => namedKey(text, kind, [scheme.activityKinds]) },
          { label: text.pairPage.learned, cell: ({ id }) => said.activities.get(id)?.learned ?? "" },
          {
            label: text.pairPage.mentorLearned,
            cell: ({ id }) => said.activities.get(id)?.mentorLearned ?? "",
          },
          {
            label: text.pairPage.confirmed,
            cell: ({ confirmed, side }) => confirmed?.on ?? (side === "unit" ? text.pairPage.byUnit : ""),
          },
        ]}
      />
      <MutualItems {...props} />
      <Said {...props} />
      <Tests {...props} />
      <Signatures
        chrome={{ text, bureau }}
        signers={["filedBy", "checkedBy"]}
        sealOf={pair[pair.leading].unit.name}
      />
    </>
  );
}
