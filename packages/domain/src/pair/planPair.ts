import * as z from "zod";
import { type Actor, signature } from "../actor.ts";
import { addMonths, calendarDateSchema, lastDayOfTerm } from "../calendarDate.ts";
import { planCheckpoints } from "../checkpoint.ts";
import { type Officer, serviceNumberInputSchema } from "../officer.ts";
import type { Pair, PairMember } from "../pair.ts";
import type { PairScheme } from "../pairScheme.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, type Refused, refuse } from "../refusal.ts";
import type { Unit } from "../unit.ts";
import type { WorkCalendar } from "../workCalendar.ts";
import { continuationOf, type Earlier } from "./continuation.ts";
import { decidersOf, type PairChange } from "./ground.ts";

export const pairInputSchema = z.object({
  mentor: serviceNumberInputSchema,
  apprentice: serviceNumberInputSchema,
  focus: z.string().min(1).max(24),
  from: calendarDateSchema,
  /** The longest term of the scheme unless told. */
  to: calendarDateSchema.optional(),
  /** Whose unit decides about the pair. */
  leading: z.enum(["mentor", "apprentice"]),
  eligibility: z.array(z.string().max(24)).max(12),
  kin: z.boolean().optional(),
});
export type PairInput = z.infer<typeof pairInputSchema>;

type MemberFacts = Pick<Officer, "id" | "name" | "sex" | "birthMonth" | "kind" | "homeUnit">;

/** What planning a pair stands on; `mentor` and `apprentice` as they are on file. */
export type PairPlanGround = {
  readonly id: string;
  readonly scheme: PairScheme;
  readonly calendar: WorkCalendar;
  readonly units: ReadonlyMap<string, Unit>;
  readonly mentor: MemberFacts | undefined;
  readonly apprentice: MemberFacts | undefined;
  /** The pair before it, of the same apprentice and focus. */
  readonly earlier?: Earlier | undefined;
  readonly actor: Actor;
  readonly today: string;
};

/** The days from today within which a pair may begin, in months before and after. */
const startMonths = 12;

/**
 * Plans one pair; load of the mentor and uniqueness are checked where they are written. It runs at once, or waits for a
 * second person: where the scheme wants one for every pair, an item of the checklist is not met, or the two are kin.
 */
export function planPair(input: PairInput, ground: PairPlanGround): Outcome<PairChange> {
  const { id, scheme, calendar, actor, today } = ground;
  const refused = refusedFacts(input, ground);
  if (refused) return refused;
  const members = membersOf(input, ground);
  if (!members.ok) return members;
  const continuation = continuationOf(ground.earlier, scheme);
  if (!continuation.ok) return continuation;
  const term = { from: input.from, to: input.to ?? lastDayOfTerm(input.from, scheme.longestMonths) };
  const { focus, leading, kin } = input;
  const status = needsApproval(input, scheme) ? "proposed" : "active";
  const eligibility = scheme.eligibility
    .map(({ key }) => key)
    .filter((key) => input.eligibility.includes(key));
  const after: Pair = {
    id,
    version: 0,
    head: "",
    schemeId: scheme.id,
    schemeVersion: scheme.version,
    focus,
    ...members.value,
    leading,
    term,
    status,
    planned: { by: signature(actor), on: today },
    eligibility,
    ...(kin !== undefined && { kin }),
    contract: {},
    plan: {},
    checkpoints: planCheckpoints(term, scheme, calendar),
    activities: [],
    skills: [],
    tests: [],
    mentorAway: [],
    ...continuation.value,
  };
  if (!may(actor, "plan-pair", decidersOf(after))) return refuse("forbidden");
  const { continues, renewal } = continuation.value;
  const chain = continues && { continues: continues.pairId, how: continues.how };
  const change = {
    focus,
    term,
    leading,
    status: after.status,
    eligibility,
    ...chain,
    ...(renewal !== undefined && { renewal }),
  };
  return accept({ after, event: { type: "pair.planned", change } });
}

function refusedFacts(input: PairInput, { scheme, today }: PairPlanGround): Refused | undefined {
  const { mentor, apprentice, focus, from, to, eligibility, kin } = input;
  if (mentor === apprentice) return refuse("self-mentoring", "apprentice");
  if (!scheme.focuses.some(({ key }) => key === focus)) return refuse("unknown-focus", "focus");
  const earliest = addMonths(today, -startMonths);
  const latest = addMonths(today, startMonths);
  if (from < earliest || from > latest)
    return refuse("pair-start-out-of-bounds", "from", { from: earliest, to: latest });
  const longest = lastDayOfTerm(from, scheme.longestMonths);
  if (to !== undefined && to < from) return refuse("from-after-to", "to", { from });
  if (to !== undefined && to > longest)
    return refuse("pair-too-long", "to", { months: scheme.longestMonths, to: longest });
  const known = scheme.eligibility.map(({ key }) => key);
  if (eligibility.some((key) => !known.includes(key)))
    return refuse("unknown-eligibility-item", "eligibility");
  return scheme.kinship === "asked" && kin === undefined ? refuse("kinship-not-said", "kin") : undefined;
}

/** Whether a pair waits for a second person before it begins. */
export function needsApproval(
  { eligibility, kin }: Pick<PairInput, "eligibility" | "kin">,
  scheme: PairScheme,
): boolean {
  const isMet = scheme.eligibility.every(({ key }) => eligibility.includes(key));
  return scheme.approval === "every-pair" || !isMet || kin === true;
}

function membersOf(input: PairInput, ground: PairPlanGround): Outcome<Pick<Pair, "mentor" | "apprentice">> {
  const mentor = memberOf(ground.mentor, { field: "mentor", number: input.mentor }, ground.units);
  if (!mentor.ok) return mentor;
  const apprentice = memberOf(
    ground.apprentice,
    { field: "apprentice", number: input.apprentice },
    ground.units,
  );
  if (!apprentice.ok) return apprentice;
  // One person under two numbers is one person.
  if (mentor.value.officer.serviceNumber === apprentice.value.officer.serviceNumber)
    return refuse("self-mentoring", "apprentice");
  return accept({ mentor: mentor.value, apprentice: apprentice.value });
}

/** Somebody on file, under the number that stays, as a pair keeps them; refuses `unknown-officer`, `unknown-unit`. */
export function memberOf(
  officer: MemberFacts | undefined,
  { field, number }: { field: string; number: string },
  units: ReadonlyMap<string, Unit>,
): Outcome<PairMember> {
  if (!officer) return refuse("unknown-officer", field, { serviceNumber: number });
  const { id: serviceNumber, name, sex, birthMonth, kind, homeUnit } = officer;
  const unit = units.get(homeUnit);
  if (!unit) return refuse("unknown-unit", field, { unit: homeUnit });
  const parent = unit.kind === "station" && unit.parent !== undefined ? units.get(unit.parent) : undefined;
  const branch = parent ?? unit;
  return accept({
    officer: { serviceNumber, name, sex, birthMonth, kind },
    unit: { code: unit.id, name: unit.name },
    branch: { code: branch.id, name: branch.name },
  });
}
