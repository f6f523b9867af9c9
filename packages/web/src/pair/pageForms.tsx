import { addDays } from "@dunmiao/domain/calendarDate";
import { monthsOf } from "@dunmiao/domain/checkpoint";
import { awayReasons, fileTaskSides } from "@dunmiao/domain/pair";
import { isMember } from "@dunmiao/domain/pair/actOn";
import { decidersOf } from "@dunmiao/domain/pair/ground";
import { fileFactsOf, fileOn } from "@dunmiao/domain/pair/pairFile";
import { may } from "@dunmiao/domain/permissions";
import { DateField, SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { bindForm, type FormProps } from "./failed.ts";
import { Folded } from "./folded.tsx";
import {
  HandOverForm,
  ItemForm,
  lifeFormsOf,
  ObjectionForms,
  PauseForm,
  ReturnForm,
  SkillForm,
  WordsForm,
} from "./lifeForms.tsx";
import { actOfForm, type PairForm } from "./pairAct.ts";

/** The forms that this person may fill in about the pair as it stands. */
export function PairForms(props: FormProps) {
  const { actor, pair } = props;
  const mayDo = (form: PairForm) => may(actor, actOfForm[form], decidersOf(pair));
  const isActive = pair.status === "active";
  const isCounted = pair.status !== "proposed" && pair.status !== "dissolved";
  const isIncomplete = fileOn(fileFactsOf(pair, props.scheme), props.today).missing.length > 0;
  const mayEnd = isActive || pair.status === "proposed";
  const isPassed = pair.tests.some((each) => each.isPassed);
  const mayTest = isActive && !isPassed && !isMember(pair, actor) && mayDo("tests");
  const life = lifeFormsOf(props);
  return (
    <div data-no-print>
      {isCounted && mayDo("activities") ? <ActivityForm {...props} /> : null}
      {isCounted && mayDo("agreement") ? <AgreementForm {...props} /> : null}
      {isCounted && isIncomplete && mayDo("file-task") ? <FileTaskForm {...props} /> : null}
      {isActive && mayDo("substitute") ? <SubstituteForm {...props} /> : null}
      {life.includes("mentor-return") ? <ReturnForm of={props} form="mentor-return" /> : null}
      {life.includes("pause") ? <PauseForm {...props} /> : null}
      {life.includes("resume") ? <ReturnForm of={props} form="resume" /> : null}
      {life.includes("mid-term") ? <WordsForm of={props} form="mid-term" /> : null}
      {life.includes("items") ? <ItemForm {...props} /> : null}
      {life.includes("skills") ? <SkillForm {...props} /> : null}
      {life.includes("statement") ? <WordsForm of={props} form="statement" /> : null}
      {mayTest ? <TestForm {...props} /> : null}
      {life.includes("hand-over") ? <HandOverForm {...props} /> : null}
      {mayEnd && mayDo("end") ? <EndForm {...props} /> : null}
      <ObjectionForms {...props} />
    </div>
  );
}

function ActivityForm(props: FormProps) {
  const { text, today, scheme } = props;
  const words = text.pairPage;
  const field = bindForm(props, "activities", { on: today });
  const kinds = scheme.activityKinds.map(({ key, name }) => ({ value: key, label: name[text.language] }));
  return (
    <Folded of={props} form="activities">
      <DateField {...field("on")} label={text.common.date} />
      <SelectField {...field("kind")} label={words.kind} prompt={text.form.choose} options={kinds} />
      <TextAreaField
        {...field("learned")}
        label={words.learned}
        hint={words.learnedHint}
        rows={3}
        maxLength={1000}
      />
      <TextAreaField {...field("mentorLearned")} label={words.mentorLearned} rows={3} maxLength={1000} />
      <TextField {...field("minutes")} label={optional(props, words.minutes)} width={3} inputmode="numeric" />
      <TextField {...field("evidence")} label={optional(props, words.evidence)} />
    </Folded>
  );
}

function optional({ text }: FormProps, label: string): string {
  return text.form.optional({ label });
}

function AgreementForm(props: FormProps) {
  const { text, pair } = props;
  const words = text.pairPage;
  const { contract, plan, agreement } = pair;
  const planned = Object.entries(plan).map(([month, line]) => [`plan.${month}`, line]);
  const { signedOn, signedForUnit = "" } = agreement ?? {};
  const signed = signedOn === undefined ? {} : { signedOn, signedForUnit };
  const field = bindForm(props, "agreement", { ...contract, ...signed, ...Object.fromEntries(planned) });
  return (
    <Folded of={props} form="agreement">
      <p class="govuk-hint">{words.agreementHint}</p>
      <DateField
        {...field("signedOn")}
        label={words.signedOn}
        hint={[words.signedOnHint, " ", text.form.dateHint]}
      />
      <TextField {...field("signedForUnit")} label={optional(props, words.signedForUnit)} />
      {(["duties", "content", "aim", "standard"] as const).map((name) => (
        <TextAreaField {...field(name)} label={words.contract[name]} rows={3} maxLength={300} />
      ))}
      {monthsOf(pair.term).map((month) => (
        <TextField {...field(`plan.${month}`)} label={words.planOf({ month })} />
      ))}
    </Folded>
  );
}

function FileTaskForm(props: FormProps) {
  const { text, today, pair } = props;
  const words = text.pairWork;
  const { side = "unit", dueOn = addDays(today, usualDays) } = pair.fileTask ?? {};
  const field = bindForm(props, "file-task", { side, dueOn });
  return (
    <Folded of={props} form="file-task">
      <SelectField {...field("side")} label={words.assignTo} options={sideOptions(text)} />
      <DateField {...field("dueOn")} label={words.assignDue} />
    </Folded>
  );
}

/** Days that a file is given, unless somebody says otherwise. */
export const usualDays = 14;

/** Who may be asked to complete a file. */
export function sideOptions(text: FormProps["text"]) {
  return fileTaskSides.map((value) => ({ value, label: text.pairWork.whose[value] }));
}

function SubstituteForm(props: FormProps) {
  const { text, today, pair } = props;
  const words = text.pairPage;
  // Why the mentor is away is known where nobody leads today.
  const open = pair.mentorAway.find(
    ({ from, to = pair.term.to, substitute }) => !substitute && from <= today && today <= to,
  );
  const field = bindForm(props, "substitute", { from: today, ...(open && { why: open.why }) });
  return (
    <Folded of={props} form="substitute">
      <SelectField
        {...field("why")}
        label={words.why}
        prompt={text.form.choose}
        options={awayReasons.map((value) => ({ value, label: words.awayBecause[value] }))}
      />
      <DateField {...field("from")} label={words.awayFrom} />
      <DateField {...field("to")} label={optional(props, words.awayTo)} />
      <TextField {...field("substitute")} label={words.substitute} hint={words.substituteHint} width={10} />
    </Folded>
  );
}

function TestForm(props: FormProps) {
  const { text, today, scheme } = props;
  const words = text.pairPage;
  const field = bindForm(props, "tests", { on: today });
  const grades = scheme.grades.map(({ key, name }) => ({ value: key, label: name[text.language] }));
  return (
    <Folded of={props} form="tests">
      <DateField {...field("on")} label={words.testedOn} />
      <SelectField {...field("grade")} label={words.grade} prompt={text.form.choose} options={grades} />
    </Folded>
  );
}

function EndForm(props: FormProps) {
  const { text, today } = props;
  const words = text.pairPage;
  const field = bindForm(props, "end", { on: today });
  return (
    <Folded of={props} form="end">
      <SelectField
        {...field("outcome")}
        label={words.outcome}
        prompt={text.form.choose}
        options={(["completed", "dissolved"] as const).map((value) => ({
          value,
          label: words.status[value],
        }))}
      />
      <DateField {...field("on")} label={words.endedOn} />
      <TextAreaField {...field("reason")} label={words.endReason} rows={3} maxLength={300} />
    </Folded>
  );
}
