import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import { mayEndEarly } from "@dunmiao/domain/term/endEarly";
import type { CaseView } from "../secondment/caseView.ts";
import { LinkButton } from "../ui/button.tsx";
import type { SummaryRow } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

const rulable = ["under-review", "awaiting-ruling", "recognised", "not-recognised"];

/**
 * The ways to the decision pack, once there is something to rule (also before the workflow has got to it) or ruled, and
 * for HR to an early end.
 */
export function EndingLinks({ text, view }: { text: Text; view: CaseView }) {
  const { record, ground, count, today } = view;
  const url = `/secondments/${record.id}`;
  const isDue = count.verdict === "exceeded" || today > lastDayServed(record);
  const hasPack = isDue || rulable.includes(record.status) || record.rulings.length > 0;
  return (
    <>
      {hasPack ? (
        <LinkButton kind="secondary" href={`${url}/ruling`}>
          {text.rulingPage.title}
        </LinkButton>
      ) : null}
      {mayEndEarly(ground) ? (
        <LinkButton kind="secondary" href={`${url}/end-early`}>
          {text.earlyEndPage.title}
        </LinkButton>
      ) : null}
    </>
  );
}

/** How a term ended before its last day, why, and who was heard: completed early is not cancelled. */
export function earlyEndRows(text: Text, { earlyEnd, status }: Secondment): SummaryRow[] {
  if (!earlyEnd) return [];
  const words = text.earlyEndPage;
  const how = words.endedAs[status === "withdrawn" ? "withdrawn" : earlyEnd.outcome];
  const { on, reason, consultation, heldUntil } = earlyEnd;
  return [
    { label: words.ended, value: words.line({ how, on, reason }) },
    { label: words.consultation, value: words.heard(consultation) },
    ...(heldUntil ? [{ label: words.held, value: words.heldUntil({ on: heldUntil }) }] : []),
  ];
}
