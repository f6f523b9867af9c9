import { filers } from "@dunmiao/domain/assessment";
import { checkpointKinds } from "@dunmiao/domain/schemeSchema";
import { Button } from "../ui/button.tsx";
import { CheckboxField } from "../ui/choices.tsx";
import { DrawnWithin } from "../ui/drawnFields.ts";
import { FieldsAnchor } from "../ui/fieldFrame.tsx";
import { SelectField, TextField } from "../ui/fields.tsx";
import { bindFields } from "../ui/form.tsx";
import { Details } from "../ui/pieces.tsx";
import type { FieldMessage } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import type { PlanValues } from "./draftValues.ts";

type Bind = ReturnType<typeof bindFields>;
type Rows = { text: Text; plans: readonly PlanValues[]; errors: readonly FieldMessage[] };

/** The timetable as rows that open; one with an error, and one that has no name yet, are open. */
export function TimetableFields({ text, plans, errors }: Rows) {
  const { schemeDraft: words } = text;
  const wrong = errors.find(({ field }) => field === "checkpoints");
  return (
    <section>
      <FieldsAnchor id="checkpoints" label={words.timetable} />
      <h2 class="govuk-heading-m">{words.timetable}</h2>
      {wrong ? (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">{text.form.errorPrefix}</span> {wrong.message}
        </p>
      ) : null}
      {plans.map((plan, index) => {
        const isWrong = errors.some(({ field }) => field?.startsWith(`c${index}.`));
        return (
          <Details summary={titleOf(text, plan, index)} isOpen={isWrong || plan.zh === ""}>
            <DrawnWithin.Provider value={titleOf(text, plan, index)}>
              <PlanRow text={text} plan={plan} index={index} errors={errors} />
            </DrawnWithin.Provider>
          </Details>
        );
      })}
      <Button kind="secondary" name="act" value="add">
        {words.add}
      </Button>
    </section>
  );
}

function titleOf(text: Text, plan: PlanValues, index: number): string {
  const { schemeDraft: words } = text;
  const name = (text.language === "en" ? plan.en : plan.zh) || words.newNode;
  return words.nodeAt({ at: index + 1, name });
}

function PlanRow({ text, plan, index, errors }: Omit<Rows, "plans"> & { plan: PlanValues; index: number }) {
  const { schemeDraft: words } = text;
  const values = Object.fromEntries(
    Object.entries(plan).flatMap(([name, value]) =>
      typeof value === "string" ? [[`c${index}.${name}`, value]] : [],
    ),
  );
  const field = bindFields({ text, values, errors });
  const { value: _, ...by } = field(`c${index}.by`);
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{titleOf(text, plan, index)}</legend>
      <input type="hidden" name={`c${index}.key`} value={plan.key} />
      <NameAndDate text={text} field={field} row={`c${index}`} />
      <CheckboxField
        {...by}
        legend={words.by}
        layout="inline"
        values={plan.by}
        choices={filers.map((value) => ({ value, label: text.role[value] }))}
      />
      <Delays text={text} field={field} row={`c${index}`} />
      <Button kind="secondary" name="act" value={`remove-${index}`}>
        {words.remove({ at: index + 1 })}
      </Button>
    </fieldset>
  );
}

type RowProps = { text: Text; field: Bind; row: string };

function NameAndDate({ text, field, row }: RowProps) {
  const { schemeDraft: words } = text;
  const kinds = checkpointKinds.map((value) => ({ value, label: words.kinds[value] }));
  const froms = Object.entries(words.from).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div class="dm-filters">
        <TextField {...field(`${row}.zh`)} label={words.nameZh} />
        <TextField {...field(`${row}.en`)} label={words.nameEn} />
        <SelectField {...field(`${row}.kind`)} label={words.kindLabel} options={kinds} />
      </div>
      <div class="dm-filters">
        <SelectField {...field(`${row}.from`)} label={words.schedule} options={froms} />
        <TextField {...field(`${row}.months`)} label={words.months} hint={words.monthsHint} />
        <TextField {...field(`${row}.workingDays`)} label={words.workingDays} inputmode="numeric" />
        <TextField {...field(`${row}.day`)} label={words.day} hint={words.dayHint} inputmode="numeric" />
      </div>
    </>
  );
}

function Delays({ text, field, row }: RowProps) {
  const { schemeDraft: words } = text;
  return (
    <div class="dm-filters">
      <TextField {...field(`${row}.opens`)} label={words.opens} inputmode="numeric" />
      <TextField {...field(`${row}.remind`)} label={words.remind} hint={words.remindHint} />
      <TextField {...field(`${row}.branch`)} label={words.branch} inputmode="numeric" />
      <TextField {...field(`${row}.bureau`)} label={words.bureau} inputmode="numeric" />
      <TextField
        {...field(`${row}.missed`)}
        label={words.missed}
        hint={words.missedHint}
        inputmode="numeric"
      />
    </div>
  );
}
