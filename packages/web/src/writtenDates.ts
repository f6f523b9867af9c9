import { writtenDate } from "@dunmiao/domain/writtenDate";
import * as z from "zod";

type Given = Record<string, unknown>;
const members = z.record(z.string(), z.unknown());

/**
 * Parses what was sent; wherever the schema misses a date, what people write as one (`2026年3月9日`, `20260309`) is
 * read and stands in `given` as the date that it means. What is no date stays as it was sent, to be refused and shown.
 */
export function parseWritten<T>(schema: z.ZodType<T>, sent: Given) {
  const parsed = schema.safeParse(sent);
  if (parsed.success) return { parsed, given: sent };
  const given = datePaths(parsed.error.issues).reduce(withDateRead, sent);
  return given === sent ? { parsed, given } : { parsed: schema.safeParse(given), given };
}

type Path = readonly PropertyKey[];

/** Where a date is missing, in every branch of a union too. */
function datePaths(issues: readonly z.core.$ZodIssue[], before: Path = []): Path[] {
  return issues.flatMap((issue) => {
    const path = [...before, ...issue.path];
    if (issue.code === "invalid_union") return issue.errors.flatMap((each) => datePaths(each, path));
    return issue.code === "invalid_format" && issue.format === "date" ? [path] : [];
  });
}

function withDateRead(given: Given, [name, ...inner]: Path): Given {
  if (typeof name !== "string") return given;
  const member = given[name];
  if (Array.isArray(member)) return { ...given, [name]: member.map((each, at) => itemRead(each, at, inner)) };
  if (inner.length > 0) {
    const nested = members.safeParse(member);
    return nested.success ? { ...given, [name]: withDateRead(nested.data, inner) } : given;
  }
  const date = typeof member === "string" ? writtenDate(member) : undefined;
  return date === undefined ? given : { ...given, [name]: date };
}

/** A member of a list, where the path leads on through it. */
function itemRead(item: unknown, at: number, [place, ...inner]: Path): unknown {
  const nested = members.safeParse(item);
  return place === at && nested.success ? withDateRead(nested.data, inner) : item;
}
