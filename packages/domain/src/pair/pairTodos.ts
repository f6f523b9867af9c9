import { addDays, laterOf } from "../calendarDate.ts";
import { decideWithinWorkingDays } from "../todo.ts";
import { addWorkingDays, type WorkCalendar } from "../workCalendar.ts";
import { contractWithinWorkingDays, fileOn, monthBefore } from "./pairFile.ts";
import { endsSoonDays } from "./pairNotices.ts";
import type { PairSummary } from "./pairSummary.ts";

/** What is to be done about a pair, most urgent kind first. */
export const pairTodoKinds = [
  "name-substitute",
  "find-mentor",
  "approve-pair",
  "complete-file",
  "sign-agreement",
  "set-goals",
  "write-plan",
  "enter-month",
  "chase-month",
  "confirm-activity",
  "mid-term",
  "final-test",
  "end-pair",
] as const;
export type PairTodoKind = (typeof pairTodoKinds)[number];
/** The two, the unit that leads, and the second person. */
export const pairTodoOwners = ["mentor", "apprentice", "unit", "approver"] as const;
export type PairTodoOwner = (typeof pairTodoOwners)[number];

/** What, whose, since and due when (YYYY-MM-DD); `about`: the months (YYYY-MM), the parts of the file or how many. */
export type PairTodo = {
  what: PairTodoKind;
  whose: PairTodoOwner;
  since: string;
  due: string;
  about: readonly string[];
};

type At = { today: string; calendar: WorkCalendar };
type Found = Omit<PairTodo, "what">;
type Finder = (row: PairSummary, at: At) => readonly Found[];

/** Working days within which the other one confirms. */
export const confirmWithinWorkingDays = 5;
/** Days after its end in which another mentor is looked for. */
const soughtForDays = 180;
/** Working days after which a month without an entry is the unit's matter, too. */
const chasedAfterWorkingDays = 3;

/** The to-dos of a pair, one line a kind: who has to do what since when. */
const finders: Readonly<Record<Exclude<PairTodoKind, "find-mentor">, Finder>> = {
  "name-substitute": ({ status, gaps }, { today }) =>
    status !== "active"
      ? []
      : gaps
          .filter(([from, to]) => from <= today && today <= to)
          .map(([from]) => ({ whose: "unit", since: from, due: from, about: [] })),
  "approve-pair": ({ status, planned, from }, { calendar }) => {
    if (status !== "proposed") return [];
    const since = planned || from;
    return [
      { whose: "approver", since, due: addWorkingDays(calendar, since, decideWithinWorkingDays), about: [] },
    ];
  },
  "complete-file": (row, { today }) => {
    const { missing } = fileOn(row, today);
    if (!row.assigned || missing.length === 0 || row.status === "dissolved") return [];
    const [whose, due, since] = row.assigned;
    return [{ whose, since, due, about: missing }];
  },
  "sign-agreement": (row, at) => contractLack(row, "agreement", at),
  "set-goals": (row, at) => contractLack(row, "goals", at),
  "write-plan": (row, at) => contractLack(row, "plan", at),
  "enter-month": ({ status, waits }, { today }) => {
    const due = waits.filter((each) => monthBefore(each) <= today.slice(0, 7));
    const [first] = due;
    if (status !== "active" || first === undefined) return [];
    const facts = { since: `${monthBefore(first)}-01`, due: first, about: due.map(monthBefore) };
    return [
      { whose: "mentor", ...facts },
      { whose: "apprentice", ...facts },
    ];
  },
  "chase-month": ({ status, waits }, { today, calendar }) => {
    const silent = waits.filter((due) => addWorkingDays(calendar, due, chasedAfterWorkingDays) < today);
    const [first] = silent;
    if (status !== "active" || first === undefined) return [];
    return [{ whose: "unit", since: addDays(first, 1), due: first, about: silent.map(monthBefore) }];
  },
  "confirm-activity": ({ status, confirm }, { calendar }) =>
    (["mentor", "apprentice"] as const).flatMap((whose) => {
      const found = confirm[whose];
      if (status !== "active" || !found) return [];
      const [count, since] = found;
      const due = addWorkingDays(calendar, since, confirmWithinWorkingDays);
      return [{ whose, since, due, about: [String(count)] }];
    }),
  "mid-term": (row, at) =>
    openStep(row, "mid-term", at).flatMap((found) => [{ ...found, whose: "mentor" }, found]),
  "final-test": (row, at) => openStep(row, "final-test", at),
  "end-pair": ({ status, to, from, grade }, { today }) => {
    const since = laterOf(addDays(to, -endsSoonDays), from);
    // One that passed is completed by itself.
    if (status !== "active" || since > today || grade?.[1]) return [];
    return [{ whose: "unit", since, due: to, about: [] }];
  },
};

/** Everything that is to be done about a pair on a day, by what its row in a list says: no record is read for it. */
export function pairTodosOf(row: PairSummary, at: At): PairTodo[] {
  return pairTodoKinds.flatMap((what) =>
    what === "find-mentor" ? [] : finders[what](row, at).map((found) => ({ what, ...found })),
  );
}

/**
 * Apprentices without a mentor: their pair was dissolved or they failed its test in the last months, and for its focus no
 * other one waits, runs or came after it. By the index of the row that ended.
 */
export function mentorSought(rows: readonly PairSummary[], { today, calendar }: At): Map<number, PairTodo> {
  const keyOf = ({ apprentice: [number], focus }: PairSummary) => `${number} ${focus}`;
  const last = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const before = rows[last.get(keyOf(row)) ?? -1];
    if (!before || isOpen(row) || (!isOpen(before) && before.to <= row.to)) last.set(keyOf(row), at);
  }
  const found = new Map<number, PairTodo>();
  for (const at of last.values()) {
    const row = rows[at];
    // One that was dissolved before it began never had a mentor to replace.
    if (!row || !["dissolved", "failed"].includes(row.status) || row.to < row.from) continue;
    if (row.to >= today || row.to < addDays(today, -soughtForDays)) continue;
    const since = addDays(row.to, 1);
    const due = addWorkingDays(calendar, since, contractWithinWorkingDays);
    found.set(at, { what: "find-mentor", whose: "unit", since, due, about: [] });
  }
  return found;
}

function isOpen({ status }: PairSummary): boolean {
  return status === "proposed" || status === "active";
}

function contractLack(
  { status, lacks, from, planned }: PairSummary,
  part: PairSummary["lacks"][number],
  { today, calendar }: At,
): Found[] {
  const since = laterOf(from, planned || from);
  if (status !== "active" || !lacks.includes(part) || since > today) return [];
  return [
    { whose: "unit", since, due: addWorkingDays(calendar, since, contractWithinWorkingDays), about: [] },
  ];
}

function openStep({ status, open }: PairSummary, kind: "mid-term" | "final-test", { today }: At): Found[] {
  if (status !== "active") return [];
  return open
    .filter(([each, opensOn]) => each === kind && opensOn <= today)
    .map(([, since, due]) => ({ whose: "unit", since, due, about: [] }));
}
