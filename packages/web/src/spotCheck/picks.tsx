import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { correctablePick, standingOf } from "@dunmiao/domain/spotCheck/spotCheckCorrection";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { actLink } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import { findingLink, outcomeTag, saidLine } from "./resultLines.ts";
import { personCell, stationCell, type TableProps } from "./tables.tsx";
import { personName } from "./view.ts";

type Props = TableProps & { mayAct: boolean };
type Pick = SpotCheck["picks"][number];

/** Who was drawn, in the order of the draw, with results or the way to record and correct them. */
export function Picks(props: Props) {
  const { text, check, people } = props;
  const words = text.spotCheckPage;
  const order = new Map(check.picks.map((each, at) => [each, at + 1]));
  if (check.picks.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.picked({ count: check.picks.length })}
      rows={check.picks}
      rowId={({ secondmentId }) => `p-${secondmentId}`}
      columns={[
        { label: words.place, kind: "number", cell: (each) => String(order.get(each)) },
        {
          label: words.person,
          kind: "rowHeader",
          cell: ({ secondmentId }) => personCell(text, people, secondmentId),
        },
        { label: words.station, cell: ({ secondmentId }) => stationCell(text, people, secondmentId) },
        {
          label: words.result,
          cell: ({ result }) =>
            result ? outcomeTag(text, standingOf(result).outcome) : tag(words.waiting, "yellow"),
        },
        { label: text.common.details, cell: (each) => detailCell(props, each) },
      ]}
    />
  );
}

function detailCell(props: Props, { secondmentId, result }: Pick): Child {
  const { text, check, people, mayAct } = props;
  const words = text.spotCheckPage;
  const url = `/spot-checks/${check.id}/results/${secondmentId}`;
  const name = personName(text, people, secondmentId);
  if (!result) return mayAct ? actLink(url, words.recordFor({ name })) : "";
  const { corrections = [] } = result;
  const isCorrectable = mayAct && correctablePick(check, secondmentId).ok;
  const { absenceId } = standingOf(result);
  const lines = [
    [
      corrections.length > 0 ? `${words.outcome[result.outcome]} · ` : "",
      saidLine(text, result, result.note),
    ],
    ...corrections.map((each) => [
      words.correctedLine({ outcome: words.outcome[each.outcome] }),
      " · ",
      saidLine(text, each, each.reason),
    ]),
    ...(absenceId ? [[findingLink(text, secondmentId, absenceId)]] : []),
    ...(isCorrectable ? [[actLink(`${url}/correct`, words.correctFor({ name }))]] : []),
  ];
  return lines.flatMap((line, at) => (at === 0 ? line : [raw("<br>"), ...line]));
}
