import type { Officer } from "@dunmiao/domain/officer";
import type { Refusal } from "@dunmiao/domain/refusal";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout } from "../ui/layout.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { AnotherPerson, askedAbout } from "./anotherPerson.tsx";
import { CountsTick } from "./countMoves.tsx";
import { EvidenceFields } from "./evidenceFields.tsx";
import { PersonFields } from "./personFields.tsx";

type Props = {
  chrome: Chrome;
  officer: Officer;
  units: Units;
  values: Readonly<Record<string, string>>;
  refusals: readonly Refusal[];
};

/** What is wrong on file, what is right, and the evidence. */
export function CorrectPage({ chrome, officer, units, values, refusals }: Props) {
  const { text } = chrome;
  const errors = fieldMessages(text, refusals);
  const asked = askedAbout(refusals);
  const words = text.officerPage;
  const { id, name, sex, birthMonth, kind, homeUnit, version } = officer;
  const onFile = { name, sex, birthMonth, kind, homeUnit };
  const field = bindFields({ text, values: { ...onFile, ...values }, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.correctTitle}
      caption={`${name} ${id}`}
      section="units"
      back={{ href: `/officers/${encodeURIComponent(id)}`, label: `${name} ${id}` }}
      errors={errors}
    >
      <p class="govuk-body">{words.intro}</p>
      <p class="govuk-body">{words.unitNote}</p>
      <PostForm action={`/officers/${encodeURIComponent(id)}/corrections`} idempotencyKey={formKey()}>
        <input type="hidden" name="seen" value={values.seen ?? String(version)} />
        <PersonFields text={text} field={field} units={units} />
        <AnotherPerson text={text} values={values} errors={errors} asked={asked} />
        <CountsTick text={text} refusals={refusals} />
        <EvidenceFields text={text} field={field} />
        <Button>{words.propose}</Button>
      </PostForm>
    </Layout>
  );
}
