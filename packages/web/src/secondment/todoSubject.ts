import type { Scheme } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Todo } from "@dunmiao/domain/todo";
import { checkpointName } from "../ui/checkpointName.ts";
import { formatHalfRange } from "../ui/format.ts";
import type { Text } from "../ui/text.ts";

type Of = { record: Secondment; scheme: Scheme };

/**
 * What a to-do is about, as people call it: an absence by class and dates, a form by its checkpoint, a result by its
 * title. Empty for what its own name says whole, such as a ruling. Ids stay in addresses.
 */
export function todoSubject(text: Text, { record, scheme }: Of, [what, , , , about]: Todo): string {
  switch (what) {
    case "file-form":
    case "chase-form":
    case "reconfirm-month":
      return checkpointName(text, scheme, about);
    case "accept-form":
      return checkpointOfForm(text, { record, scheme }, about);
    case "warning":
      return text.todoPage.level({ days: about });
    case "verify-contribution":
    case "decide-contribution":
      return record.contributions.find(({ id }) => id === about)?.title ?? "";
    case "approve-report-in":
      return record.reportInCorrections.find(({ id }) => id === about)?.on ?? "";
    default:
      return absenceName(text, record, about);
  }
}

function checkpointOfForm(text: Text, { record, scheme }: Of, id: string): string {
  const form = record.assessments.find((each) => each.id === id);
  return form ? checkpointName(text, scheme, form.checkpoint) : "";
}

/** An absence by its class and dates; empty where there is none of this id. */
export function absenceName(text: Text, { absences }: Secondment, id: string): string {
  const absence = absences.find((each) => each.id === id);
  return absence ? `${text.absenceClass[absence.class]} ${formatHalfRange(text, absence)}` : "";
}
