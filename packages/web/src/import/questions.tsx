import type { ImportQuestion, WayOut } from "@dunmiao/domain/import/importQuestion";
import type { Refusal } from "@dunmiao/domain/refusal";
import { RadioField } from "../ui/choices.tsx";
import { bindFields } from "../ui/form.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { ImportProps } from "./importProps.ts";
import { movesLine, problemSentence } from "./problemText.ts";

/** Rows whose number may be somebody known's: the same person, another, or left out; nothing is chosen beforehand. */
export function Questions({ chrome, loaded, refusals = [], values = {} }: ImportProps) {
  const { text } = chrome;
  const words = text.importPage;
  if (loaded.questions.length === 0) return null;
  const field = bindFields({ text, values, errors: fieldMessages(text, refusals.map(besideItsRow)) });
  return (
    <section id="same-person">
      <h3 class="govuk-heading-s">{words.samePerson({ count: loaded.questions.length })}</h3>
      <p class="govuk-body">{words.samePersonHelp}</p>
      {loaded.questions.map((question, position) => (
        <RadioField
          {...field(`samePerson.${position}`)}
          legend={legendOf(text, question)}
          choices={choicesOf(text, question)}
        />
      ))}
    </section>
  );
}

/** The row is the name of its field: behind that name, and under it, a sentence does not say the row again. */
export function besideItsRow(refusal: Refusal): Refusal {
  if (!refusal.field?.startsWith("samePerson.")) return refusal;
  const { sheet: _, row: __, ...params } = refusal.params ?? {};
  return { ...refusal, params };
}

function legendOf(text: Text, { sheetName = "", row, number, another, same }: ImportQuestion): string {
  const stored = another.row ?? same?.row;
  const name = stored?.sheet === "secondments" ? stored.officer.name : "";
  return text.importPage.samePersonRow({ sheet: sheetName, row, number, name });
}

function choicesOf(text: Text, { number, known, same, another, isKnown }: ImportQuestion) {
  const words = text.importPage;
  const stored = another.row?.sheet === "secondments" ? another.row : undefined;
  const apart = (stored?.alike ?? [known]).join(text.common.listMark);
  const reasons = (way: WayOut) =>
    way.problems.map((each) => problemSentence(text, each)).join(words.reasonMark);
  const hint = (way: WayOut) => {
    if (!way.row) return { hint: words.wayShut({ reasons: reasons(way) }) };
    return way.changes ? { hint: words.wayMoves({ changes: movesLine(text, way.changes) }) } : {};
  };
  return [
    ...(same ? [{ value: "same", label: words.isSame({ known }), ...hint(same) }] : []),
    { value: "another", label: words.isAnother({ number, known: apart }), ...hint(another) },
    {
      value: "leave-out",
      label: words.isLeftOut,
      ...(isKnown && { hint: words.mergeInstead({ number, known }) }),
    },
  ];
}
