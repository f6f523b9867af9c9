import type { Units } from "@dunmiao/store/unit";
import { Button, ButtonGroup, LinkButton } from "../ui/button.tsx";
import type { Chrome } from "../ui/chrome.ts";
import { Layout } from "../ui/layout.tsx";
import { Details, EmptyState } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { UnitTable, unitHref } from "./tables.tsx";
import { namesOf, type UnitNode, unitsMatching, unitTree } from "./tree.ts";

type UnitsProps = { chrome: Chrome; units: Units; q: string; isHr: boolean; seesPeople: boolean };

/** The tree of units, or what a search found in it. */
export function UnitsPage({ chrome, units, q, isHr, seesPeople }: UnitsProps) {
  const { text } = chrome;
  const words = text.unitPage;
  return (
    <Layout chrome={chrome} title={words.title} section="units">
      {isHr ? (
        <ButtonGroup>
          <LinkButton kind="secondary" href="/units/new">
            {words.create}
          </LinkButton>
          <LinkButton kind="secondary" href="/officers/new">
            {words.createOfficer}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      <div class="dm-columns">
        <SearchForm text={text} action="/units" label={words.search} value={q} />
        {seesPeople ? (
          <SearchForm text={text} action="/officers" label={words.officerSearch} value="" />
        ) : null}
      </div>
      {q === "" ? <Forest text={text} units={units} /> : <Matches text={text} units={units} q={q} />}
    </Layout>
  );
}

type SearchProps = { text: Text; action: string; label: string; value: string };

function SearchForm({ text, action, label, value }: SearchProps) {
  const id = `q-${action.slice(1)}`;
  return (
    <form method="get" action={action} class="dm-search">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <div class="govuk-button-group">
        <input
          class="govuk-input govuk-input--width-20"
          id={id}
          name="q"
          type="search"
          value={value}
          autocomplete="off"
        />
        <Button kind="secondary">{text.common.search}</Button>
      </div>
    </form>
  );
}

function Matches({ text, units, q }: { text: Text; units: Units; q: string }) {
  const words = text.unitPage;
  const found = unitsMatching(units, q);
  return (
    <>
      {found.length === 0 ? (
        <EmptyState title={words.notFound}>{words.notFoundHelp}</EmptyState>
      ) : (
        <UnitTable
          text={text}
          caption={words.found({ count: found.length })}
          units={found}
          nameOf={namesOf(units, text)}
        />
      )}
      <p class="govuk-body" data-no-print>
        <a class="govuk-link" href="/units">
          {words.all}
        </a>
      </p>
    </>
  );
}

function Forest({ text, units }: { text: Text; units: Units }) {
  const words = text.unitPage;
  if (units.size === 0) return <EmptyState title={words.none}>{words.noneHelp}</EmptyState>;
  return (
    <>
      {unitTree(units).map((node) => (
        <>
          <h2 class="govuk-heading-m">
            <a class="govuk-link" href={unitHref(node.unit.id)}>
              {node.unit.name}
            </a>
          </h2>
          <Below text={text} node={node} nameOf={namesOf(units, text)} />
        </>
      ))}
    </>
  );
}

/** What stands below a unit: those without units of their own as lines, the others to open. */
function Below({ text, node, nameOf }: { text: Text; node: UnitNode; nameOf: (code: string) => string }) {
  const words = text.unitPage;
  const leaves = node.children.filter((child) => child.children.length === 0).map((child) => child.unit);
  const caption = `${node.unit.name} ${words.children}`;
  return (
    <>
      {node.children
        .filter((child) => child.children.length > 0)
        .map((child) => (
          <Details isPrinted summary={words.under({ name: child.unit.name, count: child.size })}>
            <p class="govuk-body">
              <a class="govuk-link" href={unitHref(child.unit.id)}>
                {child.unit.name} {child.unit.id}
              </a>
            </p>
            <Below text={text} node={child} nameOf={nameOf} />
          </Details>
        ))}
      {leaves.length > 0 ? (
        <UnitTable text={text} caption={caption} isCaptionHidden units={leaves} nameOf={nameOf} />
      ) : null}
    </>
  );
}
