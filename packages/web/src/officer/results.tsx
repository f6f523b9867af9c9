import type { Award, Contribution } from "@dunmiao/domain/award";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { loadOrName } from "@dunmiao/store/engine/unreadable";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { link } from "../ui/link.ts";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

type Of = { secondmentId: string };
/** What came out of secondments, each with the one that it came out of. */
export type OfficerResults = { awards: (Award & Of)[]; contributions: (Contribution & Of)[] };

/** The awards and contributions of these secondments: one GetItem each, of which a person has one or two. */
export async function resultsOf(store: Store, terms: readonly { id: string }[]): Promise<OfficerResults> {
  const load = ({ id }: { id: string }) => loadOrName(loadRecord(store, secondmentNoun, id));
  const found = (await Promise.all(terms.map(load))).flatMap((each) => each ?? []);
  return {
    awards: found.flatMap(({ id, awards }) => awards.map((each) => ({ ...each, secondmentId: id }))),
    contributions: found.flatMap(({ id, contributions }) =>
      contributions.map((each) => ({ ...each, secondmentId: id })),
    ),
  };
}

/** Both as tables that lead to the secondment, with the document and who entered it; neither where there is none. */
export function ResultTables({ text, results }: { text: Text; results: OfficerResults }) {
  const words = text.awardPage;
  const { awards, contributions } = results;
  const place = ({ secondmentId }: Of) => `/secondments/${secondmentId}/results`;
  return (
    <>
      {awards.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.awards}
          rows={awards}
          columns={[
            {
              label: words.level,
              kind: "rowHeader",
              cell: (each) => link(`${place(each)}#awards`, words.levels[each.level]),
            },
            { label: words.date, kind: "date", cell: ({ date }) => date },
            { label: words.documentNumber, cell: ({ documentNumber }) => documentNumber },
            {
              label: words.recordedBy,
              cell: ({ recorded }) => `${signerName(text, recorded.by)} · ${recorded.on}`,
            },
            {
              label: words.state,
              cell: ({ revoked }) =>
                revoked
                  ? words.revoked({
                      by: signerName(text, revoked.by),
                      on: revoked.on,
                      reason: revoked.reason,
                    })
                  : words.stands,
            },
          ]}
        />
      )}
      {contributions.length === 0 ? null : (
        <DenseTable
          text={text}
          caption={words.contributions}
          rows={contributions}
          columns={[
            {
              label: words.title,
              kind: "rowHeader",
              cell: (each) => link(`${place(each)}#contributions`, each.title),
            },
            { label: words.kind, cell: ({ kind }) => words.kinds[kind] },
            { label: words.month, kind: "date", cell: ({ month }) => month },
            { label: words.evidence, cell: ({ evidence }) => evidence?.number ?? "" },
            {
              label: words.recordedBy,
              cell: ({ recorded }) => `${signerName(text, recorded.by)} · ${recorded.on}`,
            },
            { label: words.state, cell: ({ state }) => words.adoption[state] },
          ]}
        />
      )}
    </>
  );
}
