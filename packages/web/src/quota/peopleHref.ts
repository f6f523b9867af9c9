import type { QuotaPeopleQuery } from "./form.ts";

export const quotaPeoplePath = "/quota/people";

/** Address of the people behind a figure. */
export function quotaPeopleHref(query: Partial<QuotaPeopleQuery>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `${quotaPeoplePath}?${new URLSearchParams(given).toString()}`;
}
