import type { PropsWithChildren } from "hono/jsx";
import { RadioField } from "../ui/choices.tsx";
import { TextAreaField, TextField } from "../ui/fields.tsx";
import type { bindFields } from "../ui/form.tsx";
import type { Text } from "../ui/text.ts";
import { ClassFields } from "./classFields.tsx";
import type { DraftValues } from "./draftValues.ts";

type Bind = ReturnType<typeof bindFields>;

function Group({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
        <h2 class="govuk-fieldset__heading">{title}</h2>
      </legend>
      {children}
    </fieldset>
  );
}

const numberBoxes = {
  count: ["termMonths", "limitDays"],
  process: [
    "ladderDays.station",
    "ladderDays.branch",
    "extensionWindow.opensAfterMonths",
    "extensionMonths",
    "reviewWindowDays",
    "excellentShare",
  ],
  duty: [
    "spotCheckCaps.perStationDay",
    "spotCheckCaps.perStationQuarter",
    "dismissalAlarm.consecutiveDays",
    "dismissalAlarm.calendarYearDays",
  ],
} as const;

function NumberBoxes({ text, field, of }: { text: Text; field: Bind; of: keyof typeof numberBoxes }) {
  const { schemeDraft: words } = text;
  const labels = numberLabels(text);
  const hints: Readonly<Record<string, string>> = {
    limitDays: words.limitHint,
    excellentShare: words.shareHint,
  };
  return (
    <>
      {numberBoxes[of].map((name) => (
        <TextField
          {...field(name)}
          label={labels[name] ?? name}
          hint={hints[name]}
          inputmode="decimal"
          width={5}
        />
      ))}
    </>
  );
}

/** The settings of a scheme but its timetable, in groups. */
export function SettingFields({ text, field, values }: { text: Text; field: Bind; values: DraftValues }) {
  const { schemePage: page, schemeDraft: words } = text;
  const choices = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Group title={words.nameGroup}>
        <TextField {...field("name.zh")} label={words.nameZh} />
        <TextField {...field("name.en")} label={words.nameEn} />
      </Group>
      <Group title={words.countGroup}>
        <NumberBoxes text={text} field={field} of="count" />
        <TextField {...field("warnAtDays")} label={words.warnAtDays} hint={words.warnHint} width={10} />
        <RadioField {...field("termStartsOn")} legend={page.termStartsOn} choices={choices(page.starts)} />
        <ClassFields text={text} field={field} values={values} />
        <RadioField
          {...field("groupHalfDays")}
          legend={page.groupHalfDays}
          hint={page.groupHalfDaysHint}
          choices={choices(page.groupHalfDaysAre)}
        />
        <RadioField {...field("overLimitOutcome")} legend={page.outcome} choices={choices(page.outcomes)} />
      </Group>
      <Group title={words.processGroup}>
        <NumberBoxes text={text} field={field} of="process" />
        <RadioField
          {...field("extensionResetsCount")}
          legend={words.resets}
          choices={choices(page.extensionResets)}
        />
        <RadioField
          {...field("findingBetweenRequests")}
          legend={words.findingBetween}
          choices={choices(words.findingBetweenIs)}
        />
        <RadioField
          {...field("findingDismissedBy")}
          legend={words.findingDismissed}
          choices={choices(words.findingDismissedIs)}
        />
      </Group>
      <Group title={words.dutyGroup}>
        <TextAreaField {...field("dutyAreas")} label={words.areas} hint={words.areasHint} rows={6} />
        <NumberBoxes text={text} field={field} of="duty" />
      </Group>
    </>
  );
}

/** Names of the boxes for numbers. */
function numberLabels(text: Text): Readonly<Record<string, string>> {
  const { schemeDraft: words } = text;
  return {
    termMonths: words.termMonths,
    limitDays: words.limitDays,
    "ladderDays.station": words.ladderStation,
    "ladderDays.branch": words.ladderBranch,
    "extensionWindow.opensAfterMonths": words.opensAfter,
    extensionMonths: words.extensionMonths,
    reviewWindowDays: words.reviewWindow,
    excellentShare: words.share,
    "spotCheckCaps.perStationDay": words.perDay,
    "spotCheckCaps.perStationQuarter": words.perQuarter,
    "dismissalAlarm.consecutiveDays": words.consecutive,
    "dismissalAlarm.calendarYearDays": words.inYear,
  };
}
