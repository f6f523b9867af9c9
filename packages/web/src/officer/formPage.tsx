import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { AnotherPerson } from "./anotherPerson.tsx";
import { PersonFields } from "./personFields.tsx";

type FormProps = {
  chrome: Chrome;
  units: Units;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
  /** Numbers of people alike that are asked about. */
  asked: string | undefined;
};

/** A person to put on file. */
export function OfficerFormPage({ chrome, units, values, errors, asked }: FormProps) {
  const { text } = chrome;
  const words = text.unitPage;
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.createOfficer}
      section="units"
      back={{ href: "/units", label: words.title }}
      errors={errors}
    >
      <PostForm action="/officers" idempotencyKey={formKey()}>
        <TextField
          {...field("serviceNumber")}
          label={words.serviceNumber}
          hint={words.serviceNumberHint}
          width={20}
          autocomplete="off"
        />
        <PersonFields text={text} field={field} units={units} />
        <AnotherPerson text={text} values={values} errors={errors} asked={asked} />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}
