import type { Units } from "@dunmiao/store/unit";
import { RadioField } from "../ui/choices.tsx";
import { SelectField, TextField } from "../ui/fields.tsx";
import type { bindFields } from "../ui/form.tsx";
import type { Text } from "../ui/text.ts";

type Props = { text: Text; field: ReturnType<typeof bindFields>; units: Units };

/** What is on file of a person besides the number. */
export function PersonFields({ text, field, units }: Props) {
  const words = text.unitPage;
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  const homes = [...units.values()].map(({ id, name }) => ({ value: id, label: `${name} (${id})` }));
  return (
    <>
      <TextField {...field("name")} label={words.officerName} width={20} autocomplete="off" />
      <RadioField {...field("sex")} legend={words.sex} choices={choices(text.sex)} layout="inline" />
      <TextField
        {...field("birthMonth")}
        label={words.birthMonth}
        hint={words.birthMonthHint}
        width={10}
        autocomplete="off"
      />
      <RadioField
        {...field("kind")}
        legend={words.officerKind}
        choices={choices(text.officerKind)}
        layout="inline"
      />
      <SelectField {...field("homeUnit")} label={words.homeUnit} options={homes} prompt={text.form.choose} />
    </>
  );
}
