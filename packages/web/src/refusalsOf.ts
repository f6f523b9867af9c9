import type { Refusal } from "@dunmiao/domain/refusal";
import * as z from "zod";

const object = z.record(z.string(), z.unknown());

/** Schema errors as refusals with their field; one for each field, in the order of the schema. */
export function refusalsOf(error: z.ZodError, given: unknown): Refusal[] {
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = issue.path.join(".");
    if (seen.has(field)) return [];
    seen.add(field);
    return [{ ...reasonOf(issue, given), ...(field !== "" && { field }) }];
  });
}

function reasonOf(issue: z.core.$ZodIssue, given: unknown): Pick<Refusal, "code" | "params"> {
  if (isMissing(issue, given)) return { code: "required" };
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string"
        ? { code: "too-long", params: { max: Number(issue.maximum) } }
        : { code: "too-large", params: { max: Number(issue.maximum) } };
    case "too_small":
      return issue.origin === "string"
        ? { code: "required" }
        : { code: "too-small", params: { min: Number(issue.minimum) } };
    case "invalid_format":
      return { code: issue.format === "date" ? "invalid-date" : "invalid-format" };
    case "invalid_union":
      return unionReason(issue, given);
    default:
      return { code: "invalid-value" };
  }
}

/** One of several forms of a value has its type and breaks one of its bounds: that is the reason, not that all failed. */
function unionReason(issue: z.core.$ZodIssueInvalidUnion, given: unknown): ReturnType<typeof reasonOf> {
  const [only, ...others] = issue.errors.filter((each) => each.every(({ code }) => code !== "invalid_type"));
  const [broken, ...more] = only ?? [];
  if (!broken || broken.path.length > 0 || others.length + more.length > 0) return { code: "invalid-value" };
  return reasonOf({ ...broken, path: issue.path }, given);
}

function isMissing(issue: z.core.$ZodIssue, given: unknown): boolean {
  let at: unknown = given;
  for (const step of issue.path) {
    // A line of a box has been taken apart: what is not in it has no type.
    if (typeof at === "string") return issue.code === "invalid_type";
    at = Array.isArray(at) ? at[Number(step)] : object.catch({}).parse(at)[String(step)];
  }
  return at === undefined;
}
