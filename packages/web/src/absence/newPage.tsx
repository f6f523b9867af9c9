import type { Actor } from "@dunmiao/domain/actor";
import { mayTry, reachOf } from "@dunmiao/domain/permissions";
import type { Refusal } from "@dunmiao/domain/refusal";
import { formKey } from "../page.tsx";
import type { CaseRead } from "../secondment/caseView.ts";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { bindFields, PostForm, PreviewLine } from "../ui/form.tsx";
import { formatRange } from "../ui/format.ts";
import { FormButtons } from "../ui/formButtons.tsx";
import { Layout } from "../ui/layout.tsx";
import { personCaption, personLabel } from "../ui/personNow.ts";
import { type FieldMessage, fieldMessages } from "../ui/refusalSentence.ts";
import { CountFigures } from "./countFigures.tsx";
import { EvidenceFields, FactsFields } from "./factsFields.tsx";

type NewProps = {
  chrome: Chrome;
  found: CaseRead;
  actor: Actor;
  values: Readonly<Record<string, string>>;
  refusals?: readonly Refusal[];
  /** What the Preview button found out. */
  sentence?: string | undefined;
  /** It goes over the limit, by itself or with what waits. */
  isOver?: boolean | undefined;
};

/** The form of a new absence with its preview: by button without JavaScript, live with it. */
export function NewAbsencePage(props: NewProps) {
  const { chrome, found, actor, refusals = [] } = props;
  const { text } = chrome;
  const { hostStation, term, id } = found.record;
  const errors = fieldMessages(text, refusals);
  const range = formatRange(text, term.from, term.to);
  return (
    <Layout
      chrome={chrome}
      title={isOwnOnly(actor) ? text.absenceForm.ownTitle : text.absenceForm.title}
      caption={personCaption(text, found.record, hostStation.name, range)}
      section="secondments"
      back={{ href: `/secondments/${id}`, label: personLabel(found.record) }}
      errors={errors}
    >
      <CountFigures text={text} found={found} today={chrome.today} />
      <AbsenceForm {...props} errors={errors} />
    </Layout>
  );
}

function AbsenceForm(props: NewProps & { errors: readonly FieldMessage[] }) {
  const { chrome, found, actor, values, errors, sentence } = props;
  const { text } = chrome;
  const words = text.absenceForm;
  const field = bindFields({ text, values, errors });
  const url = `/secondments/${found.record.id}`;
  const preview = `${url}/absences/preview`;
  return (
    <PostForm action={`${url}/absences`} idempotencyKey={formKey()} previewUrl={preview}>
      <FactsFields text={text} field={field} kinds={kindsFor(actor)} scheme={found.scheme} />
      <EvidenceFields text={text} field={field} />
      <PreviewLine isOver={props.isOver}>{sentence ?? words.previewEmpty}</PreviewLine>
      <FormButtons text={text} back={url}>
        <Button>{isOwnOnly(actor) ? words.ownSave : words.save}</Button>
        <Button kind="secondary" formaction={preview}>
          {text.common.preview}
        </Button>
      </FormButtons>
    </PostForm>
  );
}

function isOwnOnly({ role }: Actor): boolean {
  return reachOf(role, "record-request") === "own";
}

/** The kinds of absence that a role may record. */
function kindsFor(actor: Actor): ("request" | "finding")[] {
  const kinds = ["request", "finding"] as const;
  return kinds.filter((each) => mayTry(actor, `record-${each}`));
}
