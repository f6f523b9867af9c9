import { absenceClasses } from "@dunmiao/domain/absenceClass";
import { CheckboxField, RadioField } from "../ui/choices.tsx";
import type { bindFields } from "../ui/form.tsx";
import type { Text } from "../ui/text.ts";
import type { DraftValues } from "./draftValues.ts";

type Props = { text: Text; field: ReturnType<typeof bindFields>; values: DraftValues };

/**
 * A tick for every class that was decided before, and a choice without an answer for each that was not: what nobody
 * chose stays open. The form says which ticks it offered, so that a class that it did not know is not taken as unticked.
 */
export function ClassFields({ text, field, values }: Props) {
  const { schemePage: page, schemeDraft: words } = text;
  const offered = absenceClasses.filter(
    (each) => values.offered.includes(each) || values.classes.includes(each),
  );
  const choices = [
    { value: "counts", label: page.counts },
    { value: "does-not-count", label: page.doesNotCount },
  ];
  return (
    <>
      <CheckboxField
        {...field("classes")}
        legend={page.classes}
        hint={words.classesHint}
        layout="inline"
        values={values.classes}
        choices={offered.map((value) => ({ value, label: text.absenceClass[value] }))}
      />
      {offered.map((each) => (
        <input type="hidden" name="offered" value={each} />
      ))}
      {absenceClasses
        .filter((each) => !offered.includes(each))
        .map((each) => (
          <RadioField
            {...field(`class.${each}`)}
            legend={words.decideClass({ class: text.absenceClass[each] })}
            hint={words.decideClassHint}
            layout="inline"
            choices={choices}
          />
        ))}
    </>
  );
}
