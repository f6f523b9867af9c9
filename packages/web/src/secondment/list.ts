import type { Actor } from "@dunmiao/domain/actor";
import { verdictOf } from "@dunmiao/domain/count/count";
import { nameKey } from "@dunmiao/domain/plainText";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import type { Summary } from "@dunmiao/domain/summary";
import type { WebDeps } from "../deps.ts";
import type { ListQuery, SortKey } from "./listQuery.ts";
import { type Partition, partitionOf, peopleOf } from "./partition.ts";
import { isOfRisk } from "./risk.ts";

/** The rows that a query asks for, all of them in order; `read` are those that were looked through for them. */
export type FoundPeople = { people: Summary[]; read: readonly Summary[]; partition: Partition };

/** Reads one partition, filters and sorts it: one Query. Refuses `unknown-cohort`, `unknown-unit`. */
export async function findPeople(
  deps: WebDeps,
  actor: Actor,
  query: ListQuery,
): Promise<Outcome<FoundPeople>> {
  const partition = await partitionOf(deps, actor, query);
  if (!partition.ok) return partition;
  const { rows } = await peopleOf(deps, partition.value);
  const read = rows.map((row) => row.summary);
  const people = sorted(read.filter(matcher(query)), query.sort);
  return accept({ people, read, partition: partition.value });
}

/** Whether it is a further term of somebody whom an extension was granted. */
export function isFurther(person: Named): boolean {
  return !person.id.endsWith(`-${firstNumber(person)}`);
}

type Named = Pick<Summary, "id" | "number" | "formerNumbers">;

/** The number that the record was made under. */
function firstNumber({ number, formerNumbers = [] }: Named): string {
  return formerNumbers[0] ?? number;
}

/**
 * Cohort of a summary: its id is the cohort's followed by the service number (domain, `secondmentId`) and, for a
 * further term, by which one it is (`furtherId`).
 */
export function cohortIdOf(person: Named): string {
  const { id } = person;
  const first = isFurther(person) ? id.replace(/-x\d+$/, "") : id;
  return first.slice(0, -(firstNumber(person).length + 1));
}

function matcher(query: ListQuery): (person: Summary) => boolean {
  const { cohort, host, sending, status, risk, sex, born, district, todo, pending, provisional } = query;
  const { term, q } = query;
  const asked = q && nameKey(q);
  const tests: ((person: Summary) => boolean)[] = [];
  if (cohort) tests.push((person) => cohortIdOf(person) === cohort);
  if (host) tests.push(({ branch, station }) => branch[0] === host || station[0] === host);
  if (district) tests.push(({ branch }) => branch[0] === district);
  if (sending) tests.push((person) => person.sending[0] === sending);
  if (status) tests.push((person) => person.status === status);
  if (risk) tests.push((person) => isOfRisk(person, risk));
  if (sex) tests.push((person) => person.sex === sex);
  if (born) tests.push((person) => person.born.startsWith(born.slice(0, 3)));
  if (term) tests.push((person) => isFurther(person) === (term === "further"));
  if (pending) tests.push((person) => person.pending > 0);
  if (provisional) tests.push((person) => person.countsProvisional === true);
  if (todo)
    tests.push(({ todos }) => (todo === "any" ? todos.length > 0 : todos.some(([what]) => what === todo)));
  if (asked)
    tests.push(
      ({ number, formerNumbers = [], name, former = [] }) =>
        [number, ...formerNumbers].some((each) => each.toLowerCase().startsWith(asked)) ||
        [name, ...former].some((each) => nameKey(each).includes(asked)),
    );
  return (person) => tests.every((test) => test(person));
}

const sortValues: Readonly<Record<SortKey, (person: Summary) => string | number>> = {
  number: (person) => person.number,
  name: (person) => person.name,
  station: ({ branch, station }) => `${branch[0]} ${station[0]}`,
  sending: (person) => person.sending[0],
  used: (person) => person.counted,
  pending: (person) => person.pending,
  from: (person) => person.from,
  status: (person) => person.status,
};

/** The column and direction of a `sort` parameter. */
export function orderOf(sort = "number"): { key: SortKey; isDescending: boolean } {
  const isDescending = sort.startsWith("-");
  const name = isDescending ? sort.slice(1) : sort;
  const key = Object.keys(sortValues).find((each): each is SortKey => each === name);
  return { key: key ?? "number", isDescending };
}

/** Equal rows keep the order of service numbers in both directions. */
function sorted(people: readonly Summary[], sort: string | undefined): Summary[] {
  const { key, isDescending } = orderOf(sort);
  const value = sortValues[key];
  const sign = isDescending ? -1 : 1;
  const compare = key === "name" ? byPinyin : byValue;
  return people.toSorted(
    (one, other) => sign * compare(value(one), value(other)) || byValue(one.number, other.number),
  );
}

/** Made when a list is first sorted by name: the order of Chinese is a large table. */
let collator: Intl.Collator | undefined;
const byPinyin = (a: string | number, b: string | number) => {
  collator ??= new Intl.Collator("zh-CN", { numeric: true });
  return collator.compare(String(a), String(b));
};
const byValue = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);

/** A row of the list as JSON. */
export function listItem(person: Summary) {
  const { id, number, formerNumbers, name, former, sex, born, sending, branch, station } = person;
  const { from, to, status, counted, pending, limit } = person;
  return {
    id,
    cohortId: cohortIdOf(person),
    officer: {
      serviceNumber: number,
      name,
      sex,
      birthMonth: born,
      ...(former && { formerNames: former }),
      ...(formerNumbers && { formerNumbers }),
    },
    sending: { code: sending[0], name: sending[1] },
    hostBranch: { code: branch[0], name: branch[1] },
    hostStation: { code: station[0], name: station[1] },
    term: { from, to },
    status,
    ...(isFurther(person) && { furtherTerm: true }),
    ...(person.completedEarly && { completedEarly: true }),
    count: {
      countedDays: counted,
      pendingDays: pending,
      limitDays: limit,
      remainingDays: Math.max(0, limit - counted),
      verdict: verdictOf(counted, limit),
      verdictWithPending: verdictOf(counted + pending, limit),
      provisional: person.provisional === true,
    },
    todos: person.todos.map(([what, whose, since, due, about]) => ({ what, whose, since, due, about })),
  };
}
