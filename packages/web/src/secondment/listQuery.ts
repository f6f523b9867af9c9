import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { secondmentStatuses } from "@dunmiao/domain/secondment";
import { todoKinds } from "@dunmiao/domain/todo";
import * as z from "zod";
import { cursorSchema } from "../cursor.ts";
import { refusalsOf } from "../refusalsOf.ts";
import { riskFilters } from "./risk.ts";

export const sortKeys = [
  "number",
  "name",
  "station",
  "sending",
  "used",
  "pending",
  "from",
  "status",
] as const;
export type SortKey = (typeof sortKeys)[number];

const code = z.string().max(60);

/** Query of the list; every member is optional. `sort` with `-` in front is descending. */
export const listQuerySchema = z
  .object({
    cohort: code,
    /** A branch or a station. */
    host: code,
    sending: code,
    status: z.enum(secondmentStatuses),
    risk: z.enum(riskFilters),
    /** Start of a service number, or any part of a name. */
    q: z.string().trim().max(40),
    sort: z.string().regex(new RegExp(`^-?(${sortKeys.join("|")})$`)),
    cursor: cursorSchema,
    sex: z.enum(["female", "male"]),
    /** A decade of birth, such as `1990s`. */
    born: z.string().regex(/^(19|20)\d0s$/),
    /** Host branch, as a filter inside a cohort. */
    district: code,
    todo: z.enum(["any", ...todoKinds]),
    /** First terms, one for each officer, or further ones. */
    term: z.enum(["first", "further"]),
    /** With days that wait for a decision. */
    pending: z.enum(["true"]),
    provisional: z.enum(["true"]),
  })
  .partial();
export type ListQuery = z.infer<typeof listQuerySchema>;
export type ListFilter = Exclude<keyof ListQuery, "sort" | "cursor">;
export const listFilters = [
  "cohort",
  "host",
  "sending",
  "status",
  "risk",
  "q",
  "sex",
  "born",
  "district",
  "todo",
  "term",
  "pending",
  "provisional",
] as const satisfies readonly ListFilter[];

/** Parses the query of the list; empty parameters, as forms send them, count as absent. `branch` is another word for `district`. */
export function parseListQuery(given: Record<string, string>): Outcome<ListQuery> {
  const { branch, ...named } = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value.trim() !== ""),
  );
  const query = { ...(branch !== undefined && { district: branch }), ...named };
  const parsed = listQuerySchema.safeParse(query);
  return parsed.success ? accept(parsed.data) : { ok: false, refusals: refusalsOf(parsed.error, query) };
}

/** The URL of the list with some parameters changed; a changed filter or order starts at the first page again. */
export function listHref(
  query: ListQuery,
  changes: { [K in keyof ListQuery]?: string | undefined },
  path = "/secondments",
): string {
  const { cursor: _, ...kept } = query;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...kept, ...changes })) if (value) params.set(name, value);
  const search = params.toString();
  return search === "" ? path : `${path}?${search}`;
}
