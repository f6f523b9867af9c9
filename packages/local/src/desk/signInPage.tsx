import { chromeOf } from "@dunmiao/web/page";
import { Button } from "@dunmiao/web/ui/button";
import { RadioField } from "@dunmiao/web/ui/choices";
import { TextField } from "@dunmiao/web/ui/fields";
import { bindFields } from "@dunmiao/web/ui/form";
import { Layout } from "@dunmiao/web/ui/layout";
import { Details } from "@dunmiao/web/ui/pieces";
import type { FieldMessage } from "@dunmiao/web/ui/refusalSentence";
import { personas } from "./personas.ts";
import type { LocalContext } from "./request.ts";
import { localText } from "./text.ts";

type Shown = {
  next: string;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** Chooses who to be; says that this is a demonstration. */
export function signInPage(c: LocalContext, { next, values, errors }: Shown) {
  const { text, actor } = c.var;
  const local = localText(text.language);
  const field = bindFields({ text, values, errors });
  const scopeFields = ["unit", "serviceNumber", "person"] as const;
  const isOpen = scopeFields.some((name) => values[name] !== undefined);
  const page = (
    <Layout chrome={chromeOf(c)} title={local.signIn} errors={errors}>
      <p class="govuk-body">{local.signInIntro}</p>
      <form method="post" action="/local/sign-in" novalidate>
        <input type="hidden" name="next" value={next} />
        <RadioField
          {...field("persona")}
          legend={local.persona}
          choices={personas.map((value) => ({ value, label: local.what[value] }))}
          value={values.persona ?? "hr"}
        />
        <Details summary={local.moreOptions} isOpen={isOpen}>
          <TextField {...field("unit")} label={local.unit} hint={local.unitHint} width={20} />
          <TextField
            {...field("serviceNumber")}
            label={local.serviceNumber}
            hint={local.serviceNumberHint}
            width={20}
          />
          <TextField {...field("person")} label={local.person} hint={local.personHint} width={5} />
        </Details>
        <Button>{local.asPersona}</Button>
      </form>
      {actor ? (
        <form method="post" action="/local/sign-out">
          <Button kind="secondary">{local.signOut}</Button>
        </form>
      ) : null}
    </Layout>
  );
  return c.html(page, errors.length > 0 ? 422 : 200);
}
