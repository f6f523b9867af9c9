import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { addDays, lastDayOfTerm } from "@dunmiao/domain/calendarDate";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import { type PlanGround, type SecondmentPlan, secondmentId } from "@dunmiao/domain/term/planSecondment";
import { nextWorkingDay, type WorkCalendar } from "@dunmiao/domain/workCalendar";
import { createCohort } from "@dunmiao/store/changeCohort";
import { type Acting, stampOf } from "@dunmiao/store/engine/acting";
import type { Store } from "@dunmiao/store/engine/client";
import { commitAll } from "@dunmiao/store/engine/commit";
import { officerClaimKey, postClaimKey } from "@dunmiao/store/engine/keys";
import { seal } from "@dunmiao/store/engine/seal";
import { saveForce } from "@dunmiao/store/force";
import { claimIdentity } from "@dunmiao/store/numberClaims";
import { officerChange } from "@dunmiao/store/officer";
import { planGround } from "@dunmiao/store/placement";
import { saveUnit } from "@dunmiao/store/saveUnit";
import { listUnits } from "@dunmiao/store/unit";
import { demoActor } from "../desk/personas.ts";
import type { Act } from "./acts.ts";
import { enteredOn } from "./enteredOn.ts";
import { demoPeople } from "./people.ts";
import type { Year } from "./placing.ts";
import type { Plot } from "./plot.ts";
import { randomFrom } from "./random.ts";
import { recordOf, type Story } from "./record.ts";
import { checkedActs, type DrawnCheck, drawCheck, withResults } from "./spotCheck.ts";
import { isOrdinary, plotsOf, wholeYearOf } from "./story.ts";
import { demoForces, demoUnits } from "./units.ts";
import { writeCheck } from "./writeCheck.ts";

const atOnce = 16;
const monthsSoFar = 7;
const itemsInRequest = 100;
const eventsInTransaction = 80;
const plannedDaysAhead = 30;
const daysLeftToTheSweep = 7;
const nobody = { reportsInAfter: 0, leaves: [] };

/** First day of the demo term: the first working day of the month seven months before today. */
export function demoTermStart(calendar: WorkCalendar, today: string): string {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - monthsSoFar;
  const month = String((months % 12) + 1).padStart(2, "0");
  return nextWorkingDay(calendar, `${Math.floor(months / 12)}-${month}-01`);
}

/**
 * Writes the demo cohort: units, 224 officers, and one year up to `today` for each of them. The same day gives the
 * same people, ids and events, and every officer is one transaction: a seed that was interrupted is run again.
 */
export async function seedDemo(to: Pick<Acting, "store" | "calendar">, today: string): Promise<void> {
  const calendar = await to.calendar.current();
  const from = demoTermStart(calendar, today);
  const plannedOn = addDays(from, -plannedDaysAhead);
  const acting = { ...to, actor: demoActor("hr"), today: plannedOn, now: `${plannedOn}T02:00:00.000Z` };
  await writeUnits(acting);
  await inParallel(demoForces(plannedOn.slice(0, 4)), async ({ unit, ...force }) => {
    const saved = await saveForce(acting, force, { id: unit, once: undefined });
    if (saved.outcome === "refused") throw new Error(`demo: the force of ${unit} was refused`);
  });
  const ground = await writeCohort(acting, from);
  const year = { calendar, today, from, to: lastDayOfTerm(from, ground.scheme.termMonths) };
  const until = addDays(today, -daysLeftToTheSweep);
  const people = demoPeople();
  const drawn = drawCheck({ plans: people, ground, year });
  const lives = livesOf(people, drawn, { ground, year });
  const told = new Map<string, Secondment>();
  await inParallel([...people.entries()], async ([at, plan]) => {
    const { plot = nobody, also } = lives[at] ?? {};
    const acts = wholeYearOf(plot, { year, scheme: ground.scheme, also }, randomFrom(at));
    const story = enteredOn(recordOf(plan, acts, { ground, plannedOn, until, today }), addDays(today, -1));
    told.set(story.record.id, story.record);
    await writePerson(acting, plan, story);
  });
  await writeCheck(
    acting,
    withResults(drawn, year, (id) => told.get(id)),
  );
}

/** Who lives which year; of those whom the check drew, two of whom nothing else is told were away and absent. */
function livesOf(
  people: readonly SecondmentPlan[],
  drawn: DrawnCheck,
  { ground, year }: { ground: PlanGround; year: Year },
): { plot: Plot; also?: readonly Act[] }[] {
  const lives: { plot: Plot; also?: readonly Act[] }[] = plotsOf(people).map((plot) => ({ plot }));
  const places = new Map(
    people.map(({ officer }, at) => [secondmentId(ground.cohort.id, officer.serviceNumber), at]),
  );
  const { away, absent } = checkedActs(drawn, year, randomFrom(people.length));
  const [first, second] = drawn.check.picks
    .flatMap((pick) => places.get(pick.secondmentId) ?? [])
    .filter((at) => isOrdinary(lives[at]?.plot ?? nobody));
  if (first !== undefined) lives[first] = { plot: nobody, also: absent };
  if (second !== undefined) lives[second] = { plot: nobody, also: away };
  return lives;
}

async function writeUnits(acting: Acting): Promise<void> {
  const { bureau, branches, stations, offices } = demoUnits;
  for (const level of [[bureau], [...branches, ...offices], stations])
    await inParallel(level, async (unit) => {
      const saved = await saveUnit(acting, unit);
      if (saved.outcome === "refused") throw new Error(`demo: unit ${unit.code} was refused`);
    });
}

async function writeCohort(acting: Acting, startsOn: string): Promise<PlanGround> {
  const [year, month] = startsOn.split("-");
  const input = { name: `${year}年${Number(month)}月批次（演示）`, scheme: "literal", startsOn };
  const written = await createCohort(acting, input, { id: `demo-${year}-${month}` });
  if (written.outcome !== "committed" && written.outcome !== "exists")
    throw new Error(`demo: the cohort was ${written.outcome}`);
  return planGround(acting, written.record, await listUnits(acting.store));
}

/**
 * Officer, secondment and both claims in one transaction; what an earlier, interrupted seed wrote stays. A transaction
 * takes 100 items: older events and texts are put before it, the same at every start.
 */
async function writePerson(acting: Acting, plan: SecondmentPlan, story: Story): Promise<void> {
  const older = [...story.eventItems.slice(0, -eventsInTransaction), ...story.textItems];
  const sealed = { ...story, eventItems: story.eventItems.slice(-eventsInTransaction) };
  await putPlainly(acting.store, older);
  const { id, officer, hostStation, post, term } = sealed.record;
  const periods = [{ secondmentId: id, from: term.from, to: lastDayServed(sealed.record) }];
  const claims = [officerClaimKey(officer.serviceNumber), postClaimKey(hostStation.code, post)].map(
    (key) => ({
      key,
      seen: 0,
      periods,
    }),
  );
  const person = officerChange(plan.officer, undefined);
  if (!person.ok || !person.value) throw new Error(`demo: officer ${officer.serviceNumber} was refused`);
  const stamp = stampOf(acting, await acting.calendar.current());
  const identity = await claimIdentity(acting.store, plan.officer, { apartFrom: [], isRead: false });
  if (!identity.ok) throw new Error(`demo: officer ${officer.serviceNumber} is somebody else`);
  const extras = { claims, beside: identity.value };
  const written = await commitAll(acting.store, [sealed, seal(person.value, stamp)], extras);
  if (written.outcome !== "committed" && written.outcome !== "exists")
    throw new Error(`demo: ${id} was not written: ${written.outcome}`);
}

export async function putPlainly(
  { documents, tableName: TableName }: Store,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  for (let at = 0; at < items.length; at += itemsInRequest) {
    const TransactItems = items.slice(at, at + itemsInRequest).map((Item) => ({ Put: { TableName, Item } }));
    await documents.send(new TransactWriteCommand({ TransactItems }));
  }
}

async function inParallel<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const worker = async () => {
    for (const each of waiting) await work(each);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
