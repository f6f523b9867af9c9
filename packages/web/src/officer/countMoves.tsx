import { movesSeen } from "@dunmiao/domain/officer/countMoves";
import type { CountMove } from "@dunmiao/domain/officerCorrection";
import type { Refusal } from "@dunmiao/domain/refusal";
import { CheckboxField } from "../ui/choices.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { countsLine } from "./correctionLine.ts";

/** What a change makes of the counts, as its form sends back that it was seen; nothing where none moves. */
export function CountMoves({ text, moves }: { text: Text; moves: readonly CountMove[] }) {
  if (moves.length === 0) return null;
  return (
    <>
      <p class="govuk-inset-text">{text.officerPage.countsWillMove({ list: countsLine(text, moves) })}</p>
      <input type="hidden" name="countsSeen" value={movesSeen(moves)} />
    </>
  );
}

/** Asked of whoever proposes a correction, only after the server said what it makes of the counts; never ticked beforehand. */
export function CountsTick({ text, refusals }: { text: Text; refusals: readonly Refusal[] }) {
  const asked = refusals.find(({ code }) => code === "count-changes");
  if (!asked) return null;
  const counts = String(asked.params?.counts);
  return (
    <CheckboxField
      text={text}
      name="countsSeen"
      legend={text.officerPage.counts}
      error={refusalSentence(text, asked)}
      choices={[{ value: counts, label: text.officerPage.countsKnown({ counts }) }]}
    />
  );
}
