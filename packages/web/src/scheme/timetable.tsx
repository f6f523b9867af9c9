import type { Scheme } from "@dunmiao/domain/scheme";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { delaysOf, formsOf, scheduleOf } from "./settings.ts";

/** The checkpoints of a scheme, with both names: official papers quote the Chinese one. */
export function TimetableTable({ text, scheme }: { text: Text; scheme: Pick<Scheme, "checkpoints"> }) {
  const { schemeDraft: words } = text;
  return (
    <>
      <DenseTable
        text={text}
        caption={words.timetable}
        rows={scheme.checkpoints}
        columns={[
          { label: words.bothNames, kind: "rowHeader", cell: ({ name }) => `${name["zh-CN"]} / ${name.en}` },
          { label: words.kindLabel, cell: (plan) => words.kinds[plan.kind] },
          { label: words.schedule, cell: (plan) => scheduleOf(text, plan.schedule) },
          { label: words.opensColumn, cell: (plan) => delaysOf(text, plan).opens },
          { label: words.by, cell: (plan) => formsOf(text, plan) },
          { label: words.remindColumn, cell: (plan) => delaysOf(text, plan).reminds },
          { label: words.climbColumn, cell: (plan) => delaysOf(text, plan).climbs },
          { label: words.missedColumn, cell: (plan) => delaysOf(text, plan).missed },
        ]}
      />
      <p class="govuk-hint">{words.dueRule}</p>
    </>
  );
}
