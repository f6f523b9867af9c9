import { signedName } from "@dunmiao/domain/actor";
import { type Difference, isOpenDifference } from "@dunmiao/domain/audit/difference";
import type { KeptDifference } from "@dunmiao/store/audit/differences";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { SelectField, TextAreaField } from "../ui/fields.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatInstant } from "../ui/format.ts";
import { Layout } from "../ui/layout.tsx";
import { Pager } from "../ui/lists.tsx";
import { EmptyState } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

type Props = {
  chrome: Chrome;
  differences: readonly KeptDifference[];
  next: string | undefined;
  maySign: boolean;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldMessage[];
};

/** What checks found, and the form by which an auditor signs for one of those that are open. */
export function DifferencesPage({ chrome, differences, next, maySign, values, errors }: Props) {
  const { text } = chrome;
  const words = text.differencePage;
  const more = next === undefined ? undefined : `/audit/differences?after=${encodeURIComponent(next)}`;
  return (
    <Layout chrome={chrome} title={words.title} section="heads" errors={errors}>
      <p class="govuk-body">{words.intro}</p>
      {differences.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <DenseTable
          text={text}
          caption={words.title}
          isCaptionHidden
          rows={differences}
          columns={[
            { label: words.what, kind: "rowHeader", cell: (each) => nameOfDifference(text, each) },
            { label: words.faults, cell: ({ faults }) => sayFaults(text, faults) },
            { label: words.since, kind: "date", cell: ({ since }) => since ?? "" },
            { label: words.seenOn, kind: "date", cell: ({ seenOn }) => seenOn ?? "" },
            { label: words.state, cell: (each) => stateOf(text, each) },
          ]}
        />
      )}
      <Pager text={text} url={chrome.url} next={more} />
      {maySign ? (
        <SignForm text={text} open={differences.filter(isOpenDifference)} sent={{ values, errors }} />
      ) : null}
    </Layout>
  );
}

type Sent = Pick<Props, "values" | "errors">;

function SignForm({ text, open, sent }: { text: Text; open: readonly KeptDifference[]; sent: Sent }) {
  const words = text.differencePage;
  if (open.length === 0) return null;
  const field = bindFields({ text, ...sent });
  return (
    <section>
      <h2 class="govuk-heading-m">{words.sign}</h2>
      <p class="govuk-body">{words.signHint}</p>
      <PostForm action="/audit/differences" idempotencyKey={formKey()}>
        <SelectField
          {...field("difference")}
          label={words.difference}
          options={open.map((each) => ({ value: referenceOf(each), label: nameOfDifference(text, each) }))}
        />
        <TextAreaField {...field("note")} label={words.note} hint={words.noteHint} rows={3} />
        <Button>{words.submit}</Button>
      </PostForm>
    </section>
  );
}

/** Which difference a form means, as it was seen: `version kind id`. */
function referenceOf({ kind, id, version }: KeptDifference): string {
  return `${version} ${kind} ${id}`;
}

/** Ids of what there is only one of. */
const alone: readonly string[] = ["newest", "in-force", "place"];

function nameOfDifference(text: Text, { kind, id }: Pick<Difference, "kind" | "id">): string {
  const { kinds } = text.differencePage;
  const own = new Map<string, string>(Object.entries(kinds)).get(kind);
  const record = new Map<string, string>(Object.entries(text.todoPage.flagKind)).get(kind);
  return `${own ?? record ?? kind} ${own !== undefined && alone.includes(id) ? "" : id}`.trim();
}

/** Each code as a sentence with its figure; one that has none stays as the code that `npm run verify` prints. */
function sayFaults(text: Text, faults: readonly string[]): string {
  const sentences = new Map<string, string>(Object.entries(text.differencePage.fault));
  const said = faults.map((fault) => {
    const [code = "", ...rest] = fault.split(" ");
    const figure = rest.join(" ").replace(/^v(?=\d+$)/, "");
    const sentence = sentences.get(code.replace(/:$/, ""));
    return sentence === undefined ? fault : `${sentence} ${figure}`.trim();
  });
  return said.join(text.common.clauseMark);
}

function stateOf(text: Text, { goneOn, signed }: Pick<Difference, "goneOn" | "signed">): string {
  const { states } = text.differencePage;
  if (goneOn !== undefined) return states.gone({ on: goneOn });
  if (!signed) return states.open;
  return states.signed({
    by: signedName(signed.by) ?? signed.by.id,
    at: formatInstant(signed.at),
    note: signed.note,
  });
}
