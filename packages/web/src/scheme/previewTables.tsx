import type { Scheme } from "@dunmiao/domain/scheme";
import type { SchedulePreview } from "@dunmiao/domain/scheme/previewSchedule";
import { checkpointName } from "../ui/checkpointName.ts";
import { provisionalMark } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { LoadChart } from "./loadChart.tsx";
import type { Tried } from "./preview.ts";

type Props = { text: Text; scheme: Scheme; tried: Tried };

/** What a scheme would mean: every date, the load of every station by month, days with too much. */
export function PreviewTables({ text, scheme, tried }: Props) {
  const { schemeDraft: words } = text;
  const { preview, people, allowed } = tried;
  return (
    <>
      <p class="govuk-body">{words.people({ count: people, ...preview.term })}</p>
      {preview.isProvisional ? <p class="govuk-body">{text.common.provisionalHint}</p> : null}
      <DatesTable text={text} scheme={scheme} preview={preview} />
      {people === 0 ? (
        <p class="govuk-body">{words.nobody}</p>
      ) : (
        <>
          <LoadChart text={text} months={preview.months} total={preview.total} />
          <LoadTable text={text} tried={tried} />
          {preview.crowded.length === 0 ? (
            <p class="govuk-body">{words.nothingCrowded({ allowed })}</p>
          ) : (
            <CrowdedTable text={text} tried={tried} />
          )}
        </>
      )}
    </>
  );
}

function DatesTable({ text, scheme, preview }: Omit<Props, "tried"> & { preview: SchedulePreview }) {
  const { schemeDraft: words } = text;
  return (
    <DenseTable
      text={text}
      caption={words.dates}
      rows={preview.dates}
      columns={[
        {
          label: words.checkpoint,
          kind: "rowHeader",
          cell: (each) => checkpointName(text, scheme, each.key),
        },
        { label: words.opensOn, kind: "date", cell: (each) => each.opensOn },
        {
          label: words.dueOn,
          kind: "date",
          cell: (each) => (each.isProvisional ? [each.dueOn, " ", provisionalMark(text)] : each.dueOn),
        },
        { label: words.formsDue, kind: "number", cell: (each) => String(each.forms) },
      ]}
    />
  );
}

function LoadTable({ text, tried: { preview, names } }: Omit<Props, "scheme">) {
  const { schemeDraft: words } = text;
  const rows = [
    { name: words.allForms, forms: preview.total },
    ...preview.stations.map(({ station, forms }) => ({
      name: names.get(station) ?? text.gone.unit({ code: station }),
      forms,
    })),
  ];
  return (
    <DenseTable
      text={text}
      caption={words.load}
      rows={rows}
      columns={[
        { label: words.station, kind: "rowHeader", cell: (each) => each.name },
        ...preview.months.map((month, index) => ({
          label: month,
          kind: "number" as const,
          cell: (each: (typeof rows)[number]) => String(each.forms[index] ?? 0),
        })),
      ]}
    />
  );
}

function CrowdedTable({ text, tried: { preview, names, allowed } }: Omit<Props, "scheme">) {
  const { schemeDraft: words } = text;
  return (
    <DenseTable
      text={text}
      caption={words.crowded({ allowed })}
      rows={preview.crowded}
      columns={[
        { label: words.dueOn, kind: "date", cell: (each) => each.dueOn },
        { label: words.level, cell: (each) => words.levels[each.level] },
        {
          label: text.common.unit,
          cell: (each) =>
            each.unit === ""
              ? words.levels.bureau
              : (names.get(each.unit) ?? text.gone.unit({ code: each.unit })),
        },
        { label: words.formsDue, kind: "number", cell: (each) => String(each.forms) },
      ]}
    />
  );
}
