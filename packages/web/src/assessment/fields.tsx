import { dimensions, type FormKind, grades } from "@dunmiao/domain/assessment";
import { longestTextCharacters, mostEvidence, sections } from "@dunmiao/domain/assessment/formInput";
import type { Ground } from "@dunmiao/domain/change";
import { monthsOf } from "@dunmiao/domain/checkpoint";
import { lastDayServed } from "@dunmiao/domain/secondment";
import { RadioField } from "../ui/choices.tsx";
import { DrawnWithin } from "../ui/drawnFields.ts";
import { FieldsTogether } from "../ui/fieldFrame.tsx";
import { SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import type { bindFields } from "../ui/form.tsx";
import type { Text } from "../ui/text.ts";
import type { Values } from "./values.ts";

type Bind = ReturnType<typeof bindFields>;
type FieldsProps = { text: Text; field: Bind; form: FormKind; ground: Ground; values: Values };
const blankRows = 2;
const fewestRows = 4;

/** The fields of one kind of form. */
export function FormFields(props: FieldsProps) {
  const { text, field, form } = props;
  const words = text.assessmentPage;
  switch (form) {
    case "opinion":
      return (
        <>
          <WordsField field={field("text")} label={words.opinionText} hint={words.opinionHint} />
          <GradeField
            field={field("grade")}
            legend={text.form.optional({ label: words.grade })}
            withNone={words.notGraded}
          />
          <EvidenceFields {...props} />
        </>
      );
    case "self-report":
      return (
        <>
          {sections.map((each) => (
            <WordsField field={field(`sections.${each}`)} label={text.reportSection[each]} />
          ))}
          <EvidenceFields {...props} />
        </>
      );
    case "assessment":
      return <AssessmentFields {...props} />;
    case "showcase":
      return <WordsField field={field("text")} label={words.showcaseText} />;
    case "attendance":
      return null;
  }
}

function AssessmentFields(props: FieldsProps) {
  const { text, field } = props;
  const words = text.assessmentPage;
  return (
    <>
      <h2 class="govuk-heading-m">{words.dimensions}</h2>
      {dimensions.map((each) => (
        <GradeField
          field={field(`dimensions.${each}`)}
          legend={words.gradeOf({ dimension: text.dimension[each] })}
        />
      ))}
      <GradeField field={field("grade")} legend={words.grade} />
      <WordsField field={field("narrative")} label={words.narrative} hint={words.narrativeHint} />
      <EvidenceFields {...props} />
    </>
  );
}

type One = { field: ReturnType<Bind> };

function WordsField({ field, label, hint }: One & { label: string; hint?: string }) {
  return <TextAreaField {...field} label={label} hint={hint} rows={7} maxLength={longestTextCharacters} />;
}

function GradeField({ field, legend, withNone }: One & { legend: string; withNone?: string }) {
  const { text } = field;
  const choices = grades.map((value) => ({ value, label: text.grade[value] }));
  const none = withNone === undefined ? [] : [{ value: "", label: withNone }];
  return <RadioField {...field} legend={legend} choices={[...choices, ...none]} layout="inline" />;
}

/** Rows of evidence: those that are filled in, and some blank ones. */
function EvidenceFields({ text, field, ground, values }: FieldsProps) {
  const words = text.assessmentPage;
  const filled = Object.keys(values).map((name) => Number(/^evidence(\d+)\./.exec(name)?.[1] ?? 0));
  const rows = Math.min(mostEvidence, Math.max(fewestRows, Math.max(0, ...filled) + blankRows));
  return (
    <section>
      <h2 class="govuk-heading-m">{words.evidence}</h2>
      <p class="govuk-hint">{words.evidenceHint}</p>
      {Array.from({ length: rows }, (_, at) => (
        <EvidenceRow text={text} field={field} ground={ground} number={at + 1} />
      ))}
    </section>
  );
}

function EvidenceRow(props: { text: Text; field: Bind; ground: Ground; number: number }) {
  const { text, field, number } = props;
  const { scheme, secondment, today } = props.ground;
  const words = text.assessmentPage;
  const name = `evidence${number}`;
  const areas = scheme.dutyAreas.map(({ key, name }) => ({ value: key, label: name[text.language] }));
  const months = monthsOf({ from: secondment.term.from, to: lastDayServed(secondment) })
    .filter((month) => month <= today.slice(0, 7))
    .map((month) => ({ value: month, label: month }));
  const prompt = text.form.choose;
  const legend = words.evidenceItem({ number });
  return (
    <FieldsTogether text={text} id={name} legend={legend} error={field(name).error}>
      <DrawnWithin.Provider value={legend}>
        <div class="dm-evidence">
          <SelectField {...field(`${name}.area`)} label={words.area} options={areas} prompt={prompt} />
          <SelectField {...field(`${name}.month`)} label={words.month} options={months} prompt={prompt} />
          <TextField {...field(`${name}.text`)} label={words.what} />
        </div>
      </DrawnWithin.Provider>
    </FieldsTogether>
  );
}
