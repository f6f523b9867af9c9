import { secondmentStatuses } from "@dunmiao/domain/secondment";
import type { CohortRow } from "@dunmiao/store/cohort";
import type { Units } from "@dunmiao/store/unit";
import type { Option } from "../ui/fields.tsx";
import { type Filter, Filters, optionsOf } from "../ui/filters.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
import { type ListFilter, type ListQuery, listFilters, listHref } from "./listQuery.ts";
import { riskFilters } from "./risk.ts";

/** What names the codes in filters: cohorts and units. */
export type FilterNames = { cohorts: readonly CohortRow[]; units: Units };
type ListProps = { text: Text; query: ListQuery; names: FilterNames; shownCohort: string | undefined };

/** The filters of the list; the cohort that is shown without being asked for is chosen too. */
export function ListFilters(props: ListProps) {
  const { text, query, names } = props;
  const fields = fieldsOf(props);
  const filters = listFilters.map((name) => {
    const field = fields[name];
    const says = (value: string) => chipLabel(text, name, value, names);
    return { name, value: query[name], says, ...(field && { field }) };
  });
  return (
    <Filters
      text={text}
      path="/secondments"
      filters={filters}
      sort={query.sort}
      without={(name) => listHref(query, { [name]: undefined })}
    />
  );
}

type Field = NonNullable<Filter<ListFilter>["field"]>;

/** What can be chosen in the form; the other filters come from links. */
function fieldsOf({ text, query, names, shownCohort }: ListProps): Partial<Record<ListFilter, Field>> {
  const words = text.secondmentList;
  const { cohorts, units } = names;
  const cohortOptions = cohorts.map(({ id, name }) => ({ value: id, label: name }));
  return {
    q: { label: words.search },
    cohort: { label: words.cohort, options: cohortOptions, usual: shownCohort },
    host: { label: words.host, options: unitOptions(units, (kind) => kind === "branch", query.host) },
    sending: {
      label: words.sending,
      options: unitOptions(units, (kind) => kind !== "station", query.sending),
    },
    status: { label: words.status, options: optionsOf(secondmentStatuses, text.status) },
    risk: { label: words.risk, options: optionsOf(riskFilters, text.risk) },
  };
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
