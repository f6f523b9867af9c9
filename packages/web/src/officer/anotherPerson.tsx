import type { Refusal } from "@dunmiao/domain/refusal";
import { CheckboxField } from "../ui/choices.tsx";
import { bindFields } from "../ui/form.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";

type Props = {
  text: Text;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
  /** The numbers that are asked about now. */
  asked: string | undefined;
};

/** The numbers that a refusal asks about. */
export function askedAbout(refusals: readonly Refusal[]): string | undefined {
  const known = refusals.find(({ code }) => code === "same-person-other-number")?.params?.known;
  return known === undefined ? undefined : String(known);
}

/**
 * Asked only where somebody alike is known. The tick names the numbers that were seen: who comes on file after it was
 * ticked is asked about again.
 */
export function AnotherPerson({ text, values, errors, asked }: Props) {
  const { value, ...tick } = bindFields({ text, values, errors })("anotherPerson");
  const numbers = asked ?? value;
  if (numbers === undefined) return null;
  const { unitPage: words } = text;
  return (
    <CheckboxField
      {...tick}
      legend={words.anotherPerson}
      values={asked === undefined ? [numbers] : []}
      choices={[{ value: numbers, label: words.anotherPersonTick({ numbers }) }]}
    />
  );
}
