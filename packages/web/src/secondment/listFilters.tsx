import { secondmentStatuses } from "@dunmiao/domain/secondment";
import type { CohortRow } from "@dunmiao/store/cohort";
import type { Units } from "@dunmiao/store/unit";
import { Button } from "../ui/button.tsx";
import { type Option, SelectField, TextField } from "../ui/fields.tsx";
import type { Chip } from "../ui/lists.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
import { type ListFilter, type ListQuery, listFilters, listHref } from "./listQuery.ts";
import { riskFilters } from "./risk.ts";

/** What names the codes in filters: cohorts and units. */
export type FilterNames = { cohorts: readonly CohortRow[]; units: Units };

const inForm: readonly ListFilter[] = ["cohort", "host", "sending", "status", "risk", "q"];

type FormProps = { text: Text; query: ListQuery; names: FilterNames; shownCohort: string | undefined };

/** The filter form of the list; filters without a field of their own stay as they are. */
export function FilterForm(props: FormProps) {
  const { text, query } = props;
  const kept = [...listFilters.filter((each) => !inForm.includes(each)), "sort" as const];
  return (
    <form class="dm-filters" method="get" action="/secondments">
      {kept.map((name) => (query[name] ? <input type="hidden" name={name} value={query[name]} /> : null))}
      <TextField text={text} name="q" type="search" label={text.secondmentList.search} value={query.q} />
      {choicesOf(props).map((choice) => (
        <SelectField text={text} prompt={text.common.all} {...choice} />
      ))}
      <Button kind="secondary">{text.common.search}</Button>
    </form>
  );
}

type FilterChoice = { name: ListFilter; label: string; value: string | undefined; options: Option[] };

/** What there is to choose from; the cohort that is shown without being asked for is chosen too. */
function choicesOf({ text, query, names, shownCohort }: FormProps): FilterChoice[] {
  const words = text.secondmentList;
  const { cohorts, units } = names;
  const asked = <N extends ListFilter>(name: N) => ({ name, value: query[name] });
  const hosts = unitOptions(units, (kind) => kind === "branch", query.host);
  const senders = unitOptions(units, (kind) => kind !== "station", query.sending);
  return [
    {
      name: "cohort",
      value: query.cohort ?? shownCohort,
      label: words.cohort,
      options: cohorts.map(({ id, name }) => ({ value: id, label: name })),
    },
    { ...asked("host"), label: words.host, options: hosts },
    { ...asked("sending"), label: words.sending, options: senders },
    { ...asked("status"), label: words.status, options: named(secondmentStatuses, text.status) },
    { ...asked("risk"), label: words.risk, options: named(riskFilters, text.risk) },
  ];
}

function named<C extends string>(codes: readonly C[], names: Readonly<Record<C, string>>): Option[] {
  return codes.map((value) => ({ value, label: names[value] }));
}

/** Units of some kinds, and the one asked for whatever its kind. */
function unitOptions(
  units: Units,
  isOffered: (kind: string) => boolean,
  asked: string | undefined,
): Option[] {
  return [...units.values()]
    .filter(({ id, kind }) => isOffered(kind) || id === asked)
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** One removable chip per filter. */
export function filterChips(text: Text, query: ListQuery, names: FilterNames): Chip[] {
  return listFilters.flatMap((name) => {
    const value = query[name];
    if (!value) return [];
    return [
      { label: chipLabel(text, name, value, names), removeHref: listHref(query, { [name]: undefined }) },
    ];
  });
}

function chipLabel(text: Text, name: ListFilter, value: string, { cohorts, units }: FilterNames): string {
  const words = text.secondmentList;
  switch (name) {
    case "cohort":
      return `${words.cohort} ${cohorts.find((each) => each.id === value)?.name ?? text.gone.cohort}`;
    case "host":
    case "sending":
    case "district":
      return `${words[name]} ${units.get(value)?.name ?? text.gone.unit({ code: value })}`;
    case "status":
      return nameOf(text.status, value);
    case "risk":
      return nameOf(text.risk, value);
    case "q":
      return words.found({ q: value });
    case "sex":
      return nameOf(text.sex, value);
    case "born":
      return words.born({ decade: value });
    case "todo":
      return value === "any" ? words.anyTodo : words.todo({ what: nameOf(text.todoPage.what, value) });
    case "term":
      return text.term[value === "further" ? "further" : "first"];
    case "pending":
      return text.cohortPage.pending;
    case "provisional":
      return words.provisional;
  }
}
