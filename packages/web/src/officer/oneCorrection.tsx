import type { Officer } from "@dunmiao/domain/officer";
import type { Correction } from "@dunmiao/domain/officerCorrection";
import type { Summary } from "@dunmiao/domain/summary";
import { link } from "../ui/link.ts";
import { SummaryList } from "../ui/pieces.tsx";
import { signerName } from "../ui/signerName.ts";
import { DenseTable } from "../ui/table.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { countsValue, factValue } from "./correctionLine.ts";
import { seenCorrection } from "./view.ts";

const colours: Readonly<Record<Correction["state"], TagColour>> = {
  open: "yellow",
  effective: "green",
  rejected: "grey",
  withdrawn: "grey",
};

type Props = {
  text: Text;
  correction: Correction;
  /** Whether the reader opens the page of the other number of a merge; it may lie out of their scope. */
  opensOther?: boolean;
};

/** What is or was corrected or merged, on which evidence, who proposed and who decided it. */
export function OneCorrection({ text, correction, opensOther = false }: Props) {
  const words = text.officerPage;
  const { changes, into, evidence, state, reason, anotherThan, counts } = correction;
  const { proposedBy, proposedOn, decidedBy, decidedOn } = correction;
  return (
    <>
      {into === undefined ? null : (
        <p class="govuk-body">
          {opensOther
            ? link(`/officers/${encodeURIComponent(into)}`, words.mergedInto({ number: into }))
            : words.mergedInto({ number: into })}
          {changes.length === 0 ? ` · ${words.noDifferences}` : null}
        </p>
      )}
      {changes.length > 0 ? <Changes text={text} correction={correction} /> : null}
      <SummaryList
        rows={[
          { label: words.status, value: tag(words.state[state], colours[state]) },
          { label: words.evidence, value: words.evidenceLine(evidence) },
          ...(anotherThan
            ? [
                {
                  label: words.toldApart,
                  value: words.toldApartLine({ numbers: anotherThan.join(text.common.listMark) }),
                },
              ]
            : []),
          ...(counts ? [{ label: words.counts, value: countsValue(text, counts) }] : []),
          { label: words.proposed, value: words.by({ by: signerName(text, proposedBy), on: proposedOn }) },
          ...(decidedBy && decidedOn
            ? [{ label: words.decided, value: words.by({ by: signerName(text, decidedBy), on: decidedOn }) }]
            : []),
          ...(reason ? [{ label: words.reason, value: reason }] : []),
        ]}
      />
    </>
  );
}

function Changes({ text, correction }: { text: Text; correction: Correction }) {
  const words = text.officerPage;
  const isMerge = correction.into !== undefined;
  return (
    <DenseTable
      text={text}
      caption={`${isMerge ? words.mergeCaption : words.corrected} ${correction.proposedOn}`}
      rows={correction.changes}
      columns={[
        {
          label: isMerge ? words.mergeWhat : words.what,
          kind: "rowHeader",
          cell: ({ fact }) => words.fact[fact],
        },
        {
          label: isMerge ? words.mergeWas : words.from,
          cell: (each) => factValue(text, each, each.from, each.fromName),
        },
        {
          label: isMerge ? words.mergeBecomes : words.to,
          cell: (each) => factValue(text, each, each.to, each.toName),
        },
      ]}
    />
  );
}

type MergedProps = { text: Text; merged: readonly Officer[]; terms: readonly Summary[] };

/** Numbers that were merged into the one whose page it is: what they said otherwise, who merged them and why. */
export function MergedNumbers({ text, merged, terms }: MergedProps) {
  if (merged.length === 0) return null;
  return (
    <section id="merged">
      <h2 class="govuk-heading-m">{text.officerPage.mergedNumbers}</h2>
      {merged.map(({ id, name, corrections = [] }) => {
        const merge = corrections.findLast(({ into, state }) => into !== undefined && state === "effective");
        return (
          <>
            <h3 class="govuk-heading-s">{`${id} ${name}`}</h3>
            {merge ? <OneCorrection text={text} correction={seenCorrection(merge, terms)} /> : null}
          </>
        );
      })}
    </section>
  );
}
