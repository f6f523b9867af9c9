import { unitKinds } from "@dunmiao/domain/unit";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { SelectField, TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";

type FormProps = {
  chrome: Chrome;
  units: Units;
  values: Readonly<Record<string, string | undefined>>;
  errors: readonly FieldMessage[];
};

/** A new unit, or the change of one on file: the code says which. */
export function UnitFormPage({ chrome, units, values, errors }: FormProps) {
  const { text } = chrome;
  const words = text.unitPage;
  const field = bindFields({ text, values, errors });
  const kinds = unitKinds.map((kind) => ({ value: kind, label: text.unitKind[kind] }));
  const parents = [...units.values()]
    .filter((unit) => unit.kind !== "station")
    .map((unit) => ({ value: unit.id, label: `${unit.name} (${unit.id})` }));
  return (
    <Layout
      chrome={chrome}
      title={units.has(values.code ?? "") ? words.edit : words.create}
      section="units"
      back={{ href: "/units", label: words.title }}
      errors={errors}
    >
      <PostForm action="/units" idempotencyKey={formKey()}>
        <TextField
          {...field("code")}
          label={words.code}
          hint={words.codeHint}
          width={20}
          autocomplete="off"
        />
        <TextField {...field("name")} label={words.name} width={30} autocomplete="off" />
        <SelectField {...field("kind")} label={words.kind} options={kinds} prompt={text.form.choose} />
        <SelectField
          {...field("parent")}
          label={words.parent}
          hint={words.parentHint}
          options={parents}
          prompt={text.common.none}
        />
        <Button>{text.common.save}</Button>
      </PostForm>
    </Layout>
  );
}
