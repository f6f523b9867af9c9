import { createHash } from "node:crypto";

const longest = 80;

/**
 * Name of an execution, `<kind>-<id>-v<version>-<asOf>`: a name is refused for 90 days, so the same state of the same
 * record is worked on once a day. Longer ones are cut and told apart by a hash.
 */
export function executionName(machine: string, of: { id: string; version: number; asOf: string }): string {
  return fitted(`${machine}-${of.id}-v${of.version}-${of.asOf}`);
}

/** Name of a further attempt (2, 3, …) at work whose execution of that name has failed; the first keeps the name. */
export function attemptName(name: string, attempt: number): string {
  return attempt === 1 ? name : fitted(`${name}-try${attempt}`);
}

function fitted(name: string): string {
  if (name.length <= longest) return name;
  return `${name.slice(0, longest - 13)}-${createHash("sha256").update(name).digest("hex").slice(0, 12)}`;
}
