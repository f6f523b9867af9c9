import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import type { Store } from "@dunmiao/store/engine/client";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { cohortSummaries } from "@dunmiao/store/secondment";
import { listUnits } from "@dunmiao/store/unit";
import * as z from "zod";

/** What counts rest on, and who signs the heads beside us: of every scope. */
const rules: readonly Kind[] = ["notice", "scheme", "pair-scheme", "unit", "cohort", "place", "cosigner"];

/** Whether a stored record is of a scope; `days`: the Asia/Shanghai dates of its events. */
export type IsOfScope = (kind: Kind, record: unknown, days: readonly string[]) => boolean;

const person = z.object({ serviceNumber: z.string() }).optional().catch(undefined);
const unit = z.object({ code: z.string() }).optional().catch(undefined);
const member = z.object({ officer: person, unit, branch: unit }).optional().catch(undefined);
const text = z.string().optional().catch(undefined);
/** The few members of any record that say whose it is. */
const placedSchema = z.object({
  id: text,
  cohortId: text,
  homeUnit: text,
  officer: person,
  unit,
  sending: unit,
  hostBranch: unit,
  hostStation: unit,
  mentor: member,
  apprentice: member,
});
type Placed = z.infer<typeof placedSchema>;

/** Reads what a scope names. At most two Queries; a cohort one more for each MB of its people. */
export async function scopeOf(store: Store, scope: ExportScope): Promise<IsOfScope> {
  if (scope.of === "all") return () => true;
  if (scope.of === "period")
    return (kind, _, days) =>
      rules.includes(kind) || days.some((day) => scope.from <= day && day <= scope.to);
  const isNamed = await named(store, scope);
  return (kind, record) => {
    const placed = placedSchema.safeParse(record);
    return rules.includes(kind) || (placed.success && isNamed(kind, placed.data));
  };
}

type Named = Exclude<ExportScope, { of: "all" | "period" }>;

async function named(store: Store, scope: Named): Promise<(kind: Kind, placed: Placed) => boolean> {
  if (scope.of === "unit") {
    const codes = await unitsUnder(store, scope.unit);
    return (_, placed) => unitsIn(placed).some((code) => code !== undefined && codes.has(code));
  }
  const numbers =
    scope.of === "cohort"
      ? await numbersIn(store, scope.cohortId)
      : await numbersOf(store, scope.serviceNumber);
  const isOfPeople = (kind: Kind, placed: Placed) =>
    numbersNamed(kind, placed).some((number) => number !== undefined && numbers.has(number));
  if (scope.of === "officer") return isOfPeople;
  return (kind, placed) =>
    placed.cohortId === undefined ? isOfPeople(kind, placed) : placed.cohortId === scope.cohortId;
}

function numbersNamed(kind: Kind, { id, officer, mentor, apprentice }: Placed) {
  const own = kind === "officer" ? id : undefined;
  return [own, officer?.serviceNumber, mentor?.officer?.serviceNumber, apprentice?.officer?.serviceNumber];
}

function unitsIn({ homeUnit, unit, sending, hostBranch, hostStation, mentor, apprentice }: Placed) {
  const members = [mentor, apprentice].flatMap((each) => [each?.unit?.code, each?.branch?.code]);
  return [homeUnit, unit?.code, sending?.code, hostBranch?.code, hostStation?.code, ...members];
}

async function unitsUnder(store: Store, code: string): Promise<Set<string>> {
  const units = await listUnits(store);
  const codes = new Set([code]);
  for (let before = 0; before < codes.size; ) {
    before = codes.size;
    for (const { id, parent } of units.values()) if (parent !== undefined && codes.has(parent)) codes.add(id);
  }
  return codes;
}

/** Under every number that the people of a cohort have or had. */
async function numbersIn(store: Store, cohortId: string): Promise<Set<string>> {
  const people = await cohortSummaries(store, cohortId);
  return new Set(people.flatMap(({ number, formerNumbers = [] }) => [number, ...formerNumbers]));
}

async function numbersOf(store: Store, serviceNumber: string): Promise<Set<string>> {
  const officer = await loadRecord(store, officerNoun, serviceNumber);
  const merged = officer?.mergedInto;
  const kept = merged === undefined ? officer : await loadRecord(store, officerNoun, merged);
  const others = kept?.numbers?.map(({ number }) => number) ?? [];
  return new Set([serviceNumber, ...(kept ? [kept.id] : []), ...others]);
}
