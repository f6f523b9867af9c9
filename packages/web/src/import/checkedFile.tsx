import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import { bindFields, PostForm } from "../ui/form.tsx";
import { formatNumber } from "../ui/format.ts";
import { EmptyState, Figures } from "../ui/pieces.tsx";
import { fieldMessages } from "../ui/refusalSentence.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { aboutOf } from "./about.ts";
import type { ImportProps } from "./importProps.ts";
import { Moves } from "./moves.tsx";
import { PagedProblems } from "./problemTable.tsx";
import { Questions } from "./questions.tsx";
import { Notices, Understood } from "./understoodParts.tsx";
import { UnitChanges } from "./unitChanges.tsx";
import type { LoadedImport } from "./view.ts";

/** Steps 3 and 4: what is wrong row by row, what confirming would write, and the confirmation. */
export function CheckedFile(props: ImportProps) {
  const { text } = props.chrome;
  const words = text.importPage;
  const { rows, total, errorCount, questions = 0, unitChanges = 0 } = props.loaded.record;
  return (
    <>
      <Figures
        figures={[
          { label: words.rows, value: rows },
          { label: words.good, value: total, href: "#confirm" },
          { label: words.bad, value: rows - total, ...(errorCount > 0 && { href: "#problems" }) },
        ]}
      />
      <Understood text={text} loaded={props.loaded} />
      {errorCount === 0 ? <p class="govuk-body">{words.noProblems}</p> : <PagedProblems {...props} />}
      <Moves text={text} loaded={props.loaded} />
      <Notices text={text} loaded={props.loaded} />
      <h2 class="govuk-heading-m" id="confirm">
        {words.step.confirm}
      </h2>
      {total + questions + unitChanges === 0 ? (
        <EmptyState title={words.nothingTitle}>{words.nothing}</EmptyState>
      ) : (
        <Confirmation {...props} />
      )}
      {props.mayConfirm ? (
        <p class="govuk-body" data-no-print>
          <a class="govuk-link" href={aboutOf(text, props.loaded.record, props.cohort).again}>
            {words.again}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Confirmation(props: ImportProps) {
  const { chrome, loaded, mayConfirm, refusals = [], leaveOut } = props;
  const { text } = chrome;
  const { id, total, unanswered = [], unitChanges = 0 } = loaded.record;
  const { value: _, ...field } = bindFields({ text, values: {}, errors: fieldMessages(text, refusals) })(
    "leaveOut",
  );
  return (
    <>
      <Unchanged text={text} loaded={loaded} />
      <WouldTable text={text} loaded={loaded} />
      {mayConfirm ? (
        <PostForm action={`/imports/${id}/confirm`} idempotencyKey={formKey()}>
          {unanswered.length === 0 ? null : (
            <CheckboxField
              {...field}
              values={leaveOut}
              legend={text.importPage.leaveOut}
              hint={text.importPage.leaveOutHint}
              choices={unanswered.map((heading) => ({
                value: heading,
                label: text.importPage.leaveOutColumn({ heading }),
              }))}
            />
          )}
          <UnitChanges {...props} ticked={props.changeUnits} />
          <Questions {...props} />
          <p class="govuk-body">{text.importPage.confirmHelp}</p>
          <Button>
            {text.importPage.confirm({
              rows: formatNumber(total),
              more: loaded.questions.length + unitChanges,
            })}
          </Button>
        </PostForm>
      ) : (
        <UnitChanges {...props} />
      )}
    </>
  );
}

/** How many people of the file are there already as the file has them. */
function Unchanged({ text, loaded: { record } }: { text: Text; loaded: LoadedImport }) {
  const { create, update, alreadyThere } = record.would.secondments;
  const { unchanged = 0 } = record;
  if (unchanged === 0) return null;
  const of = formatNumber(create + update + alreadyThere);
  return <p class="govuk-body">{text.importPage.unchanged({ rows: formatNumber(unchanged), of })}</p>;
}

const subjects = ["units", "officers", "secondments", "pairs"] as const;
const posts = ["posts"] as const;

function WouldTable({ text, loaded }: { text: Text; loaded: LoadedImport }) {
  const { would } = loaded.record;
  const words = text.importPage;
  const rows = would.posts ? posts : subjects;
  const number = (action: "create" | "update" | "alreadyThere") => ({
    label: words[action],
    kind: "number" as const,
    cell: (subject: (typeof rows)[number]) => formatNumber(would[subject]?.[action] ?? 0),
  });
  return (
    <DenseTable
      text={text}
      caption={words.would}
      rows={rows.filter((subject) => would[subject] !== undefined)}
      columns={[
        { label: words.what, kind: "rowHeader", cell: (subject) => words[subject] },
        number("create"),
        number("update"),
        number("alreadyThere"),
      ]}
    />
  );
}
