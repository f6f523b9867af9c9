import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import { ErrorSummary } from "../ui/errorSummary.tsx";
import { TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { type Chrome, Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { PersonFields } from "./personFields.tsx";

type FormProps = {
  chrome: Chrome;
  units: Units;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** A person to put on file. */
export function OfficerFormPage({ chrome, units, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.unitPage;
  const field = bindFields({ text, values, errors });
  const { serviceNumber, officerName: name, sex, birthMonth, officerKind: kind, homeUnit } = words;
  const labels = { serviceNumber, name, sex, birthMonth, kind, homeUnit };
  return (
    <Layout
      chrome={chrome}
      title={words.createOfficer}
      section="units"
      back={{ href: "/units", label: words.title }}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary text={text} errors={errors} labels={labels} />
      <PostForm action="/officers" idempotencyKey={formKey()}>
        <TextField
          {...field("serviceNumber")}
          label={words.serviceNumber}
          hint={words.serviceNumberHint}
          width={20}
          autocomplete="off"
        />
        <PersonFields text={text} field={field} units={units} />
        <AnotherPerson {...{ text, values, errors }} />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}

type TickProps = Pick<FormProps, "values" | "errors"> & { text: Text };

/** Asked only where somebody alike is known. */
function AnotherPerson(props: TickProps) {
  const { value, ...tick } = bindFields(props)("anotherPerson");
  const { unitPage: words } = props.text;
  if (value === undefined && tick.error === undefined) return null;
  return (
    <CheckboxField
      {...tick}
      legend={words.anotherPerson}
      values={value === undefined ? [] : ["true"]}
      choices={[{ value: "true", label: words.anotherPersonTick }]}
    />
  );
}
