import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "@dunmiao/domain/actor";
import type { Change, Ground } from "@dunmiao/domain/change";
import type { Outcome } from "@dunmiao/domain/refusal";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { UnitInput } from "@dunmiao/domain/unit";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { createCohort } from "@dunmiao/store/changeCohort";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import { cohortNoun } from "@dunmiao/store/cohort";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { Store } from "@dunmiao/store/engine/client";
import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { planGround } from "@dunmiao/store/placement";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { listUnits } from "@dunmiao/store/unit";
import { freshStore } from "../../../store/test/engine.ts";
import type { WorkflowDeps } from "../../src/deps.ts";
import { taskHandlers } from "../../src/handlers.ts";
import { plantPeople, plantUnits } from "./plant.ts";

type Start = { machine: string; name: string; input: Record<string, unknown> };

/** The product without its pages: a store of its own, a clock that stands, and a list of what would be started. */
export type World = {
  store: Store;
  clock: { today: string };
  starts: Start[];
  deps: WorkflowDeps;
  tasks: ReturnType<typeof taskHandlers>;
  acting(actor?: Actor): Acting;
};

const bureau: UnitInput = { code: "4201", name: "市局", kind: "bureau" };
const office: UnitInput = { code: "JG-01", name: "机关一", kind: "office", parent: "4201" };
const branch: UnitInput = { code: "420102", name: "分局一", kind: "branch", parent: "4201" };
const hr: Actor = { id: "hr-1", role: "hr" };

export function stationOf(n: number): UnitInput {
  return { code: `420102-${n}`, name: `第${n}派出所`, kind: "station", parent: branch.code };
}

export function officerOf(n: number) {
  const serviceNumber = String(100_000 + n);
  const person = { name: `第${n}号`, sex: "male", birthMonth: "1990-01", kind: "officer" } as const;
  return { serviceNumber, ...person, homeUnit: office.code };
}

/** A world on `today`, with the units that one cohort of `people` needs. */
export async function openWorld(today: string, people = 0): Promise<World> {
  const world = await openEmptyWorld(today);
  const stations = numbers(people).map(stationOf);
  await plantUnits(world.acting(), [bureau, office, branch, ...stations]);
  return world;
}

/** A world on `today` in which there is nothing yet. */
export async function openEmptyWorld(today: string): Promise<World> {
  const store = await freshStore();
  const calendar = calendarReader(store);
  const clock = { today };
  const starts: Start[] = [];
  const now = () => `${clock.today}T01:00:00.000Z`;
  const start: WorkflowDeps["start"] = async (machine, name, input) => {
    starts.push({ machine, name, input: JSON.parse(JSON.stringify(input)) });
  };
  const deps = { store, calendar, today: () => clock.today, now, start };
  const acting = (actor = hr) => ({ store, calendar, actor, today: clock.today, now: now() });
  return { store, clock, starts, deps, tasks: taskHandlers(deps), acting };
}

/** A cohort under the literal preset with some people, person n at station n, each of them new. */
export async function addCohort(
  world: World,
  cohort: { id: string; startsOn: string; people: readonly number[] },
): Promise<string[]> {
  const input = { name: cohort.id, scheme: "literal", startsOn: cohort.startsOn };
  await createCohort(world.acting(), input, { id: cohort.id });
  const record = await loadRecord(world.store, cohortNoun, cohort.id);
  if (!record) throw new Error(`no cohort ${cohort.id}`);
  const ground = await planGround(world.acting(), record, await listUnits(world.store));
  const plans = cohort.people.map((n) => ({
    officer: officerOf(n),
    hostStation: stationOf(n).code,
    post: "挂职副所长",
  }));
  return plantPeople(world.acting(), plans, ground);
}

/** One person whose term starts on a day. */
export async function addPerson(world: World, startsOn: string, n = 1): Promise<string> {
  const [id] = await addCohort(world, { id: `c${n}`, startsOn, people: [n] });
  if (!id) throw new Error("nobody was added");
  return id;
}

/** A person acts on the world's day by a rule, and is not refused. */
export async function act(
  world: World,
  id: string,
  by: Actor["role"],
  rule: (ground: Ground) => Outcome<Change>,
): Promise<Secondment> {
  const actor = {
    id: `${by}-1`,
    role: by,
    ...(by === "officer" && { serviceNumber: id.split("-").at(-1) ?? "" }),
  };
  const changed = await changeSecondment(world.acting(actor), { id, rule });
  if (changed.outcome !== "committed") throw new Error(`${by}: ${JSON.stringify(changed)}`);
  return changed.record;
}

export async function secondmentOf(world: World, id: string): Promise<Secondment> {
  const record = await loadRecord(world.store, secondmentNoun, id);
  if (!record) throw new Error(`no secondment ${id}`);
  return record;
}

/** Types of a record's events, oldest first. */
export async function eventsOf(
  world: World,
  id: string,
  kind: "secondment" | "notice" | "import" = "secondment",
): Promise<string[]> {
  return (await loadEvents(world.store, { kind, id })).events.map(({ type }) => type);
}

/** Everything that the table holds, in order of the keys. */
export async function everything({ store }: World): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await store.documents.send(
      new ScanCommand({ TableName: store.tableName, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function keyOf({ pk, sk }: Record<string, unknown>): string {
  return `${String(pk)} ${String(sk)}`;
}

export function numbers(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
