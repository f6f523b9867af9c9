import { type DayOutPreview, previewDayOut } from "@dunmiao/domain/absence/takeDayOut";
import { Button } from "../ui/button.tsx";
import { DateField } from "../ui/fields.tsx";
import { PreviewLine } from "../ui/form.tsx";
import { formatDays } from "../ui/format.ts";
import { Details } from "../ui/pieces.tsx";
import { refusalSentence } from "../ui/refusalSentence.ts";
import type { Text } from "../ui/text.ts";
import { ActForm, bindAct, ReasonField } from "./actForm.tsx";
import type { DecisionProps } from "./decisionForms.tsx";
import { EvidenceFields } from "./factsFields.tsx";

/**
 * Takes one day out of the middle of approved leave. The day is asked for first: the page answers what would count and
 * what has to be given for it, also without JavaScript. It is sent for that day; one that was refused can be put right
 * beside what was typed with it.
 */
export function DayOutForm(props: DecisionProps & { day: string | undefined }) {
  const { text, absence, ground, failed, url, day } = props;
  const words = text.absencePage;
  const isRefused = failed?.act === "take-out";
  const asked = isRefused ? failed.values.day : day;
  const field = bindAct(text, "take-out", failed, asked === undefined ? {} : { day: asked });
  const preview = asked === undefined ? undefined : previewDayOut(ground, absence.id, asked);
  const needsEvidence = preview?.ok === true && preview.value.needsEvidence;
  return (
    <Details summary={words.dayOut} isOpen={asked !== undefined}>
      <p class="govuk-body">{words.dayOutHint}</p>
      {isRefused ? null : (
        <form method="get" action={`${url}#take-out`} novalidate>
          <DateField {...field("day")} label={words.dayOutDay} />
          <Button kind="secondary">{words.dayOutSee}</Button>
        </form>
      )}
      {preview ? (
        <PreviewLine>
          {preview.ok
            ? dayOutSentence(text, preview.value)
            : preview.refusals.map((each) => refusalSentence(text, each)).join(" ")}
        </PreviewLine>
      ) : null}
      {preview && (preview.ok || isRefused) ? (
        <ActForm {...props} act="take-out" kind="secondary" label={words.dayOut}>
          {isRefused ? (
            <DateField {...field("day")} label={words.dayOutDay} />
          ) : (
            <input type="hidden" name="day" value={asked} />
          )}
          <EvidenceFields text={text} field={field} isOpen={needsEvidence} isNeeded={needsEvidence} />
          <ReasonField text={text} field={field} />
        </ActForm>
      ) : null}
    </Details>
  );
}

/** What taking a day out would mean: the count before and after, and who has to agree. */
function dayOutSentence(text: Text, preview: DayOutPreview): string {
  const words = text.absencePage;
  const { now, after, needsEvidence, needsSecondPerson } = preview;
  const counts = words.dayOutCounts({
    now: formatDays(now.countedDays),
    after: formatDays(after.countedDays),
    limit: formatDays(after.limitDays),
  });
  const waits = needsEvidence ? words.dayOutEvidence : words.dayOutSecond;
  return needsSecondPerson ? `${counts}${waits}` : counts;
}
