import type { Unit } from "@dunmiao/domain/unit";
import type { OfficerRow } from "@dunmiao/store/officer";
import { link } from "../ui/link.ts";
import { DenseTable } from "../ui/table.ts";
import type { Text } from "../ui/text.ts";

type UnitTableProps = {
  text: Text;
  caption: string;
  units: readonly Unit[];
  nameOf: (code: string) => string;
  isCaptionHidden?: boolean;
};

/** Units as lines. */
export function UnitTable({ text, caption, units, nameOf, isCaptionHidden }: UnitTableProps) {
  const words = text.unitPage;
  return (
    <DenseTable
      text={text}
      caption={caption}
      isCaptionHidden={isCaptionHidden}
      rows={units}
      columns={[
        { label: words.name, kind: "rowHeader", cell: (unit) => link(unitHref(unit.id), unit.name) },
        { label: words.code, cell: (unit) => unit.id },
        { label: words.kind, cell: (unit) => text.unitKind[unit.kind] },
        { label: words.parent, cell: (unit) => (unit.parent ? nameOf(unit.parent) : "") },
      ]}
    />
  );
}

type OfficerTableProps = {
  text: Text;
  officers: readonly OfficerRow[];
  nameOf: (code: string) => string;
};

/** People as lines. */
export function OfficerTable({ text, officers, nameOf }: OfficerTableProps) {
  const words = text.unitPage;
  return (
    <DenseTable
      text={text}
      caption={words.allOfficers}
      isCaptionHidden
      rows={officers}
      columns={[
        {
          label: words.serviceNumber,
          kind: "rowHeader",
          cell: ({ serviceNumber }) => link(`/officers/${serviceNumber}`, serviceNumber),
        },
        { label: words.officerName, kind: "name", cell: (each) => each.name },
        { label: words.sex, cell: (each) => text.sex[each.sex] },
        { label: words.birthMonth, kind: "date", cell: (each) => each.birthMonth },
        { label: words.officerKind, cell: (each) => text.officerKind[each.kind] },
        { label: words.homeUnit, cell: (each) => link(unitHref(each.homeUnit), nameOf(each.homeUnit)) },
      ]}
    />
  );
}

/** The page of a unit. */
export function unitHref(code: string): string {
  return `/units/${encodeURIComponent(code)}`;
}
