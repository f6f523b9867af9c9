import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { loadsOf } from "@dunmiao/domain/spotCheck/draw";
import { link } from "../ui/link.ts";
import { Details } from "../ui/pieces.tsx";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";
import { type People, personName } from "./view.ts";

export type TableProps = { text: Text; check: SpotCheck; people: People };

/** Somebody by name, with the way to their secondment. */
export function personCell(text: Text, people: People, id: string) {
  return link(`/secondments/${id}`, personName(text, people, id));
}

/** The station of somebody on the list by its name. */
export function stationCell(text: Text, people: People, secondmentId: string): string {
  return people.get(secondmentId)?.station ?? text.gone.station;
}

/** Whose turn came, and the cap that held. */
export function Skipped({ text, check, people }: TableProps) {
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
          cell: ({ secondmentId }) => personCell(text, people, secondmentId),
        },
        { label: words.station, cell: ({ secondmentId }) => stationCell(text, people, secondmentId) },
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
export function StationLoads({ text, check, people }: TableProps) {
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
            { label: words.station, kind: "rowHeader", cell: (code) => names.get(code) || text.gone.station },
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
export function Candidates({ text, check, people }: TableProps) {
  const words = text.spotCheckPage;
  return (
    <Details summary={words.candidates({ count: check.candidates.length })}>
      <DenseTable
        text={text}
        caption={words.candidates({ count: check.candidates.length })}
        isCaptionHidden
        rows={check.candidates}
        columns={[
          { label: words.person, kind: "rowHeader", cell: ([id]) => personCell(text, people, id) },
          {
            label: words.station,
            cell: ([id]) => stationCell(text, people, id),
          },
        ]}
      />
    </Details>
  );
}
