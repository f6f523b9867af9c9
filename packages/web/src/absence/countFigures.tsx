import { shownCount } from "@dunmiao/domain/ruling/ruledCount";
import type { CaseRead } from "../secondment/caseView.ts";
import { Gauge } from "../ui/gauge.tsx";
import { provisionalMark } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

/** The count as it stands, above a form that would change it. */
export function CountFigures({ text, found, today }: { text: Text; found: CaseRead; today: string }) {
  const { record, scheme, calendar } = found;
  const count = shownCount(record, { scheme, calendar }, today);
  return (
    <>
      <Gauge text={text} figures={{ ...count, warnAtDays: scheme.warnAtDays }} />
      {count.countsProvisionalDays ? <p class="govuk-body">{provisionalMark(text)}</p> : null}
    </>
  );
}
