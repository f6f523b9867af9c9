import { addMonths, lastDayOfTerm } from "../calendarDate.ts";
import type { Change } from "../change.ts";
import type { ClaimPeriod } from "../claim.ts";
import { type ConcurrentPost, type PostInput, rolesAt } from "../concurrentPost.ts";
import type { EventOfKind } from "../eventType.ts";
import type { Officer } from "../officer.ts";
import type { Place } from "../place.ts";
import { accept, type Outcome, type Refusal, refuse } from "../refusal.ts";
import type { Unit } from "../unit.ts";

const monthsPerYear = 12;
/** Appointments run for a term of office; a longer one is a slip of the year. */
const longestMonths = 5 * monthsPerYear;
/** Posts that began long ago are entered, too; none is planned years ahead. */
const earliestMonths = -10 * monthsPerYear;

/** What a rule wants changed of a concurrent post. */
export type PostChange = Change<ConcurrentPost, EventOfKind<"post">>;
type Beginning = {
  readonly id: string;
  readonly officer: Officer;
  readonly unit: Unit;
  readonly place: Place;
  /** The same officer in the same role at the same place, in other posts. */
  readonly held: readonly ClaimPeriod[];
};

type DaysAndRole = { readonly [Key in "role" | "from" | "to"]?: PostInput[Key] | undefined };

/**
 * What speaks against role, place and days by themselves, all of it: a place that is closed, a role that is none of the
 * place's kind, a last day before the first, a start more than ten years back or one ahead, more than five years. What is
 * not known yet is not judged.
 */
export function refusalsOfPost(
  { role, from, to }: DaysAndRole,
  place: Place | undefined,
  today: string,
): Refusal[] {
  const found: Refusal[] = [];
  if (place?.isClosed) found.push({ code: "place-closed", field: "place", params: { place: place.name } });
  if (place && role && !rolesAt[place.kind].includes(role))
    found.push({ code: "role-not-of-place", field: "role", params: { kind: place.kind } });
  const isReversed = from !== undefined && to !== undefined && to < from;
  if (isReversed) found.push({ code: "from-after-to", field: "to", params: { from } });
  if (from === undefined) return found;
  const bounds = { from: addMonths(today, earliestMonths), to: addMonths(today, monthsPerYear) };
  if (from < bounds.from || bounds.to < from)
    found.push({ code: "post-out-of-bounds", field: "from", params: bounds });
  const latest = lastDayOfTerm(from, longestMonths);
  if (to !== undefined && latest < to)
    found.push({ code: "post-too-long", field: "to", params: { to: latest } });
  return found;
}

/**
 * Begins a concurrent post. Refused with everything of `refusalsOfPost`, or for days on which the same officer has the
 * same role there already (`post-held-already`).
 */
export function beginPost(
  input: PostInput,
  { id, officer, unit, place, held }: Beginning,
  { today }: { readonly today: string },
): Outcome<PostChange> {
  const { role, appointedBy, from, to } = input;
  const refusals = refusalsOfPost(input, place, today);
  if (refusals.length > 0) return { ok: false, refusals };
  const inTheWay = held.find((other) => other.from <= to && from <= other.to);
  if (inTheWay) return refuse("post-held-already", "from", { from: inTheWay.from, to: inTheWay.to });
  const { name, sex, birthMonth, kind } = officer;
  const after: ConcurrentPost = {
    id,
    version: 0,
    head: "",
    officer: { serviceNumber: officer.id, name, sex, birthMonth, kind },
    unit: { code: unit.id, name: unit.name },
    ...(unit.parent !== undefined && { branch: unit.parent }),
    place: { code: place.id, kind: place.kind, name: place.name },
    role,
    appointedBy,
    from,
    to,
    activities: [],
  };
  const change = { serviceNumber: officer.id, place: place.id, role, appointedBy, from, to };
  return accept({ after, event: { type: "post.begun", change } });
}
