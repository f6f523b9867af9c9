import type { Officer } from "@dunmiao/domain/officer";
import type { Units } from "@dunmiao/store/unit";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { TextField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { Layout, SheetLink } from "../ui/layout.tsx";
import { link } from "../ui/link.ts";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { CountMoves } from "./countMoves.tsx";
import { EvidenceFields } from "./evidenceFields.tsx";
import { MergePreview } from "./mergeParts.tsx";
import type { MergeRead } from "./mergeRead.ts";

type Props = {
  chrome: Chrome;
  officer: Officer;
  units: Units;
  /** A number on file that may be the same person's. */
  alike: string | undefined;
  /** What the merge into the number that was asked for would do. */
  read: MergeRead | undefined;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** First the number that the same person keeps; then what the merge does, and the evidence for it. */
export function MergePage(props: Props) {
  const { chrome, officer, units, alike, read, values, errors } = props;
  const { text } = chrome;
  const words = text.officerPage;
  const { id, name } = officer;
  const url = `/officers/${encodeURIComponent(id)}`;
  const field = bindFields({ text, values, errors });
  return (
    <Layout
      chrome={chrome}
      title={words.mergeTitle}
      caption={`${name} ${id}`}
      section="units"
      back={{ href: url, label: `${name} ${id}` }}
      errors={errors}
      hasSheetLink
    >
      <p class="govuk-body">{words.mergeIntro}</p>
      <p class="govuk-body">{words.mergeFinal}</p>
      {alike !== undefined && alike !== values.into ? (
        <p class="govuk-inset-text">
          {link(`${url}/merge?into=${encodeURIComponent(alike)}`, words.mergeAlike({ number: alike }))}
        </p>
      ) : null}
      <form method="get" action={`${url}/merge`} novalidate>
        <TextField
          {...field("into")}
          label={words.into}
          hint={words.intoHint}
          width={20}
          autocomplete="off"
        />
        <Button kind="secondary">{words.mergeCompare}</Button>
      </form>
      {read?.other ? (
        <>
          {/* A page that answers a refusal has another address than the one that shows the tables. */}
          {errors.length === 0 ? <SheetLink chrome={chrome} /> : null}
          <MergePreview text={text} units={units} read={read} />
        </>
      ) : null}
      {read?.other && !read.refused ? <Propose {...props} read={read} /> : null}
    </Layout>
  );
}

function Propose({ chrome, officer, read, values, errors }: Props & { read: MergeRead }) {
  const { text } = chrome;
  const words = text.officerPage;
  const field = bindFields({ text, values, errors });
  return (
    <PostForm action={`/officers/${encodeURIComponent(officer.id)}/merge`} idempotencyKey={formKey()}>
      <input type="hidden" name="seen" value={values.seen ?? String(officer.version)} />
      <input type="hidden" name="into" value={read.into} />
      <CountMoves text={text} moves={read.moves} />
      <EvidenceFields text={text} field={field} />
      <p class="govuk-body">{read.waits ? words.mergeWaits : words.mergeAtOnce}</p>
      <Button>{words.mergePropose}</Button>
    </PostForm>
  );
}
