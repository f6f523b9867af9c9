import { awayReasons, memberSides } from "@dunmiao/domain/pair";
import { isMember, sideOf } from "@dunmiao/domain/pair/actOn";
import { decidersOf } from "@dunmiao/domain/pair/ground";
import { objectionsUntil } from "@dunmiao/domain/pair/objections";
import { midTermsLeft } from "@dunmiao/domain/pair/reviewMidTerm";
import { skillsLeft } from "@dunmiao/domain/pair/signSkill";
import { itemsLeft } from "@dunmiao/domain/pair/tickItem";
import { may } from "@dunmiao/domain/permissions";
import { formKey } from "../page.tsx";
import { Button } from "../ui/button.tsx";
import { CheckboxField, RadioField } from "../ui/choices.tsx";
import { DateField, SelectField, TextAreaField, TextField } from "../ui/fields.tsx";
import { PostForm } from "../ui/form.tsx";
import { Details } from "../ui/pieces.tsx";
import { bindForm, type FormProps } from "./failed.ts";
import { Folded } from "./folded.tsx";
import { tickedOf } from "./newPage.tsx";
import { actOfForm, type PairForm } from "./pairAct.ts";

/** Which of these forms this person may fill in today. */
export function lifeFormsOf({ actor, pair, scheme, today }: FormProps): readonly PairForm[] {
  const mayDo = (form: PairForm) => may(actor, actOfForm[form], decidersOf(pair));
  const side = sideOf(pair, actor, today);
  const isWaiting = (to: string | undefined) => to === undefined || to >= today;
  const isOpen: readonly [PairForm, boolean][] = [
    ["skills", !isMember(pair, actor) && skillsLeft(pair, scheme).length > 0],
    ["items", itemsLeft(pair, scheme).length > 0],
    ["mid-term", side !== "apprentice" && midTermsLeft(pair, scheme).some((each) => each.opensOn <= today)],
    ["statement", side === "apprentice" && pair.tests.length === 0],
    ["mentor-return", pair.mentorAway.some(({ to }) => isWaiting(to))],
    ["pause", true],
    ["resume", (pair.pauses ?? []).some(({ to }) => isWaiting(to))],
    ["hand-over", true],
  ];
  const found = isOpen.flatMap(([form, is]) => (is && mayDo(form) ? [form] : []));
  return pair.status === "active" ? found : [];
}

export function SkillForm(props: FormProps) {
  const { text, today, pair, scheme } = props;
  const words = text.pairPage;
  const field = bindForm(props, "skills", { on: today });
  const skills = skillsLeft(pair, scheme).map(({ key, name }) => ({
    value: key,
    label: name[text.language],
  }));
  return (
    <Folded of={props} form="skills">
      <SelectField {...field("skill")} label={words.skill} prompt={text.form.choose} options={skills} />
      <DateField {...field("on")} label={words.shownOn} />
    </Folded>
  );
}

export function ItemForm(props: FormProps) {
  const { text, today, pair, scheme } = props;
  const words = text.pairPage;
  const field = bindForm(props, "items", { on: today });
  const items = itemsLeft(pair, scheme).map(({ key, list, name }) => ({
    value: key,
    label: text.form.labelled({ label: words.mutualList[list], message: name[text.language] }),
  }));
  return (
    <Folded of={props} form="items">
      <SelectField {...field("item")} label={words.item} prompt={text.form.choose} options={items} />
      <DateField {...field("on")} label={words.doneOn} />
    </Folded>
  );
}

/** One box for words. */
export function WordsForm({ of, form }: { of: FormProps; form: "mid-term" | "statement" | "objections" }) {
  const words = of.text.pairPage;
  const field = bindForm(of, form);
  return (
    <Folded of={of} form={form}>
      <TextAreaField
        {...field("words")}
        label={words.wordsOf[form]}
        hint={words.wordsHint[form]}
        rows={4}
        maxLength={1000}
      />
    </Folded>
  );
}

/** The first day on which mentor or apprentice is there again. */
export function ReturnForm({ of, form }: { of: FormProps; form: "mentor-return" | "resume" }) {
  const { text, today } = of;
  const field = bindForm(of, form, { on: today });
  return (
    <Folded of={of} form={form}>
      <DateField {...field("on")} label={text.pairPage.backOn} />
    </Folded>
  );
}

export function PauseForm(props: FormProps) {
  const { text, today } = props;
  const words = text.pairPage;
  const field = bindForm(props, "pause", { from: today });
  return (
    <Folded of={props} form="pause">
      <SelectField
        {...field("why")}
        label={words.pauseWhy}
        prompt={text.form.choose}
        options={awayReasons.map((value) => ({ value, label: words.awayBecause[value] }))}
      />
      <DateField {...field("from")} label={words.awayFrom} />
      <DateField {...field("to")} label={text.form.optional({ label: words.awayTo })} />
    </Folded>
  );
}

export function HandOverForm(props: FormProps) {
  const { text, today, scheme, failed } = props;
  const words = text.pairPage;
  const field = bindForm(props, "hand-over", { from: today });
  const sent = failed?.form === "hand-over" ? failed.values.eligibility : undefined;
  return (
    <Folded of={props} form="hand-over">
      <TextField {...field("mentor")} label={words.newMentor} hint={words.numberHint} width={10} />
      <DateField {...field("from")} label={words.newMentorFrom} hint={words.newMentorHint} />
      <TextAreaField {...field("reason")} label={words.handOverReason} rows={3} maxLength={300} />
      <CheckboxField
        {...field("eligibility")}
        legend={words.eligibility}
        hint={words.eligibilityHint}
        values={tickedOf(sent)}
        choices={scheme.eligibility.map(({ key, name }) => ({ value: key, label: name[text.language] }))}
      />
      {scheme.kinship === "asked" ? (
        <RadioField
          {...field("kin")}
          legend={words.kin}
          layout="inline"
          choices={(["false", "true"] as const).map((value) => ({ value, label: words.isKin[value] }))}
        />
      ) : null}
    </Folded>
  );
}

/** After the end: an objection by one of the two, and the decision on one. */
export function ObjectionForms(props: FormProps) {
  const { text, actor, pair, scheme, today, failed } = props;
  const words = text.pairPage;
  const until = objectionsUntil(pair, scheme);
  const own = memberSides.find((each) => each === sideOf(pair, actor, pair.term.from));
  const objections = pair.objections ?? [];
  const mayObject =
    own && until !== undefined && until >= today && !objections.some(({ side }) => side === own);
  const mayDecide = may(actor, actOfForm.decision, decidersOf(pair)) && !isMember(pair, actor);
  const field = bindForm(props, "decision");
  const grades = scheme.grades.map(({ key, name }) => ({ value: key, label: name[text.language] }));
  return (
    <>
      {mayObject ? <WordsForm of={props} form="objections" /> : null}
      {objections
        .filter(({ decided }) => mayDecide && !decided)
        .map(({ side }) => (
          <Details summary={words.decideOf({ side: words[side] })} isOpen={failed?.form === "decision"}>
            <PostForm action={`/pairs/${pair.id}/objections/${side}/decide`} idempotencyKey={formKey()}>
              <RadioField
                {...field("outcome")}
                legend={words.decision}
                layout="inline"
                choices={(["upheld", "dismissed"] as const).map((value) => ({
                  value,
                  label: words.decided[value],
                }))}
              />
              <TextAreaField {...field("reason")} label={words.decisionReason} rows={3} maxLength={300} />
              {pair.tests.length > 0 ? (
                <SelectField
                  {...field("grade")}
                  label={text.form.optional({ label: words.gradeInstead })}
                  prompt={text.common.none}
                  options={grades}
                />
              ) : null}
              <Button>{text.common.submit}</Button>
            </PostForm>
          </Details>
        ))}
    </>
  );
}
