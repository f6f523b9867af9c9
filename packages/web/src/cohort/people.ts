import { type ListQuery, listHref } from "../secondment/listQuery.ts";

/** The list of a cohort's people behind one figure. */
export function peopleHref(cohort: string, filter: ListQuery = {}): string {
  return listHref({ cohort, ...filter }, {});
}
