import type { Unit } from "@dunmiao/domain/unit";
import type { OfficerRow } from "@dunmiao/store/officer";
import type { Units } from "@dunmiao/store/unit";
import { ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { EmptyState, SummaryList } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { OfficerTable, UnitTable, unitHref } from "./tables.tsx";
import { childrenOf, namesOf } from "./tree.ts";

type UnitProps = {
  chrome: Chrome;
  unit: Unit;
  units: Units;
  /** Undefined where the reader may not see the people of this unit. */
  officers: readonly OfficerRow[] | undefined;
  isHr: boolean;
};

/** One unit: where it stands, its people, who is seconded to it and from it. */
export function UnitPage({ chrome, unit, units, officers, isHr }: UnitProps) {
  const { text } = chrome;
  const words = text.unitPage;
  const nameOf = namesOf(units, text);
  const children = childrenOf(units, unit.id);
  const code = encodeURIComponent(unit.id);
  return (
    <Layout
      chrome={chrome}
      title={unit.name}
      caption={text.unitKind[unit.kind]}
      section="units"
      back={{ href: "/units", label: words.title }}
    >
      <SummaryList
        rows={[
          { label: words.code, value: unit.id },
          { label: words.parent, value: unit.parent ? parentLink(unit.parent, nameOf) : text.common.none },
        ]}
      />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={`/secondments?host=${code}`}>
            {words.hosting}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/secondments?sending=${code}`}>
            {words.sent}
          </a>
        </li>
      </ul>
      {isHr ? (
        <ButtonGroup>
          <LinkButton kind="secondary" href={`/units/${code}/edit`}>
            {words.edit}
          </LinkButton>
          <LinkButton kind="secondary" href={`/officers/new?unit=${code}`}>
            {words.createOfficer}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      {children.length > 0 ? (
        <UnitTable text={text} caption={words.children} units={children} nameOf={nameOf} />
      ) : null}
      {officers ? <Officers text={text} officers={officers} nameOf={nameOf} /> : null}
    </Layout>
  );
}

function parentLink(code: string, nameOf: (code: string) => string) {
  return (
    <a class="govuk-link" href={unitHref(code)}>
      {nameOf(code)}
    </a>
  );
}

function Officers(props: { text: Text; officers: readonly OfficerRow[]; nameOf: (code: string) => string }) {
  const words = props.text.unitPage;
  return (
    <>
      <h2 class="govuk-heading-m">{words.officers}</h2>
      {props.officers.length > 0 ? (
        <OfficerTable {...props} />
      ) : (
        <EmptyState title={words.noOfficers}>{words.noOfficersHelp}</EmptyState>
      )}
    </>
  );
}
