import { Button } from "./button.tsx";
import { type Option, SelectField, TextField } from "./fields.tsx";
import { FilterChips } from "./lists.tsx";
import type { Text } from "./text.ts";

/** One filter of a list. */
export type Filter<Name extends string> = {
  name: Name;
  /** What is asked for now. */
  value: string | undefined;
  /** What its chip says of a value. */
  says: (value: string) => string;
  /** Its field: a choice, or a search box without options. One without a field stays as it is. */
  field?: {
    label: string;
    options?: readonly Option[];
    /** What is chosen without being asked for. */
    usual?: string | undefined;
  };
};

type FiltersProps<Name extends string> = {
  text: Text;
  /** The list without filters. */
  path: string;
  filters: readonly Filter<Name>[];
  /** The address of the list without one of them, from its first page. */
  without: (name: Name) => string;
  /** The order of the list, which is kept as well. */
  sort?: string | undefined;
};

/** The filters of a list: a form with the fields of some, and one removable chip for each that is asked for. */
export function Filters<Name extends string>({ text, path, filters, without, sort }: FiltersProps<Name>) {
  const kept = [...filters.filter(({ field }) => !field), { name: "sort", value: sort }];
  const chips = filters.flatMap(({ name, value, says }) =>
    value ? [{ label: says(value), removeHref: without(name) }] : [],
  );
  return (
    <>
      <form class="dm-filters" method="get" action={path}>
        {kept.map(({ name, value }) => (value ? <input type="hidden" name={name} value={value} /> : null))}
        {filters.map(({ name, value, field }) =>
          field && !field.options ? (
            <TextField text={text} name={name} type="search" label={field.label} value={value} />
          ) : null,
        )}
        {filters.map(({ name, value, field }) =>
          field?.options ? (
            <SelectField
              text={text}
              name={name}
              label={field.label}
              prompt={text.common.all}
              value={value ?? field.usual}
              options={field.options}
            />
          ) : null,
        )}
        <Button kind="secondary">{text.common.search}</Button>
      </form>
      <FilterChips text={text} chips={chips} clearHref={path} />
    </>
  );
}

/** Codes as options, by their names. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
): Option[] {
  return codes.map((value) => ({ value, label: names[value] }));
}
