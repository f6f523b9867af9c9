import { loadsOf } from "@dunmiao/domain/draw";
import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { link } from "../ui/link.ts";
import { Details } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { type People, personName } from "./view.ts";

type Props = { text: Text; check: SpotCheck; people: People };
type Pick = SpotCheck["picks"][number];

const colours = { present: "green", "on-leave": "blue", absent: "red" } as const;

function personCell(people: People, id: string) {
  return link(`/secondments/${id}`, personName(people, id));
}

function stationCell(people: People, { secondmentId, station }: { secondmentId: string; station: string }) {
  const name = people.get(secondmentId)?.station;
  return name ? `${name} ${station}` : station;
}

/** Who was drawn, in the order of the draw, with results or the way to record them. */
export function Picks({ text, check, people, mayAct }: Props & { mayAct: boolean }) {
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
          cell: ({ secondmentId }) => personCell(people, secondmentId),
        },
        { label: words.station, cell: (each) => stationCell(people, each) },
        { label: words.result, cell: (each) => resultCell(text, each) },
        { label: text.common.details, cell: (each) => detailCell({ text, check, people, mayAct }, each) },
      ]}
    />
  );
}

function resultCell(text: Text, { result }: Pick) {
  const words = text.spotCheckPage;
  return result ? tag(words.outcome[result.outcome], colours[result.outcome]) : tag(words.waiting, "yellow");
}

function detailCell(props: Props & { mayAct: boolean }, { secondmentId, result }: Pick) {
  const { text, check, people, mayAct } = props;
  const words = text.spotCheckPage;
  if (!result) {
    if (!mayAct) return "";
    const name = personName(people, secondmentId);
    return link(`/spot-checks/${check.id}/results/${secondmentId}`, words.recordFor({ name }));
  }
  const said = words.by({ id: result.by.id, role: text.role[result.by.role], on: result.on });
  const finding =
    result.absenceId && link(`/secondments/${secondmentId}/absences/${result.absenceId}`, words.finding);
  return [said, result.note ? ` · ${result.note}` : "", finding ? " · " : "", finding ?? ""];
}

/** Whose turn came, and the cap that held. */
export function Skipped({ text, check, people }: Props) {
  const words = text.spotCheckPage;
  if (check.skipped.length === 0) return null;
  return (
    <DenseTable
      text={text}
      caption={words.skipped({ count: check.skipped.length })}
      rows={check.skipped}
      columns={[
        {
          label: words.person,
          kind: "rowHeader",
          cell: ({ secondmentId }) => personCell(people, secondmentId),
        },
        { label: words.station, cell: (each) => stationCell(people, each) },
        { label: words.capColumn, cell: ({ cap }) => words.cap[cap] },
      ]}
    />
  );
}

/** How anyone redoes the draw. */
export function Recipe({ text }: { text: Text }) {
  const words = text.spotCheckPage;
  return (
    <Details summary={words.recipe}>
      <ol class="govuk-list govuk-list--number">
        {words.recipeSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="govuk-body">{words.recipeData}</p>
    </Details>
  );
}

/** What the caps counted at each station: assessments as they were sealed, other checks as of the reveal. */
export function StationLoads({ text, check, people }: Props) {
  const words = text.spotCheckPage;
  const drawn = check.revealed?.checksDrawn ?? [];
  const [dueOf, drawnOf] = [loadsOf(check.assessmentsDue), loadsOf(drawn)];
  const names = new Map(check.candidates.map(([id, code]) => [code, people.get(id)?.station ?? ""]));
  const stations = [...new Set([...check.assessmentsDue, ...drawn].map(([station]) => station))]
    .filter((station) => names.has(station))
    .sort();
  return (
    <Details summary={words.load}>
      {stations.length === 0 ? (
        <p class="govuk-body">{words.loadNone}</p>
      ) : (
        <DenseTable
          text={text}
          caption={words.load}
          isCaptionHidden
          rows={stations}
          columns={[
            { label: words.station, kind: "rowHeader", cell: (code) => `${names.get(code) ?? ""} ${code}` },
            { label: words.dueDay, kind: "number", cell: (code) => String(dueOf(code).day) },
            { label: words.dueQuarter, kind: "number", cell: (code) => String(dueOf(code).quarter) },
            { label: words.drawnDay, kind: "number", cell: (code) => String(drawnOf(code).day) },
            { label: words.drawnQuarter, kind: "number", cell: (code) => String(drawnOf(code).quarter) },
          ]}
        />
      )}
    </Details>
  );
}

/** The list that was sealed. */
export function Candidates({ text, check, people }: Props) {
  const words = text.spotCheckPage;
  return (
    <Details summary={words.candidates({ count: check.candidates.length })}>
      <DenseTable
        text={text}
        caption={words.candidates({ count: check.candidates.length })}
        isCaptionHidden
        rows={check.candidates}
        columns={[
          { label: words.person, kind: "rowHeader", cell: ([id]) => personCell(people, id) },
          { label: words.id, cell: ([id]) => id },
          {
            label: words.station,
            cell: ([secondmentId, station]) => stationCell(people, { secondmentId, station }),
          },
        ]}
      />
    </Details>
  );
}
