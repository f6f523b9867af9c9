import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "@dunmiao/domain/actor";
import { catchUp } from "@dunmiao/domain/catchUp";
import type { Change, Ground, RecordText } from "@dunmiao/domain/change";
import { digestOf } from "@dunmiao/domain/digest";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { type Scheme, schemeLabel } from "@dunmiao/domain/scheme";
import { type Secondment, secondmentSchema } from "@dunmiao/domain/secondment";
import { type Summary, summaryOf } from "@dunmiao/domain/summary";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import * as z from "zod";
import { type Acting, stampOf, systemActor } from "./acting.ts";
import type { Cached } from "./cached.ts";
import { type Changed, change, type Decision } from "./change.ts";
import type { Store } from "./client.ts";
import { commit } from "./commit.ts";
import type { Answer, KeyUse } from "./idempotency.ts";
import { digestKey, recordKey, textKey } from "./keys.ts";
import type { Noun } from "./kinds.ts";
import { parseStored } from "./parseStored.ts";
import { loadRecord, loadWithEvents } from "./record.ts";
import { schemeOf } from "./scheme.ts";
import { type Derived, type Sealed, seal } from "./seal.ts";
import { storedSummarySchema, summaryText } from "./summaryText.ts";
import { movedClaims } from "./termClaims.ts";
import type { Beside } from "./writes.ts";

export const secondmentNoun: Noun<Secondment> = { kind: "secondment", schema: secondmentSchema };

type Rules = { scheme: Scheme; calendar: WorkCalendar };
/** A change of the workflow that comes before a person's. */
type Step = { after: Secondment; event: Change["event"] & { scheme: string }; actor: Actor };

/** Summary, digest, due date and places in the indexes of a secondment under its rules. */
export function deriveSecondment(rules: Rules) {
  return (record: Secondment): Derived => {
    const summary = summaryOf(record, rules);
    const { officer, hostBranch, hostStation, sending, term } = record;
    return {
      summary: summaryText(summary),
      dueOn: summary.next,
      digest: {
        ...digestKey(record.cohortId, officer.serviceNumber, record.id),
        digest: JSON.stringify(digestOf(record, summary)),
      },
      index: {
        cohort: { id: record.cohortId, serviceNumber: sortOf(record) },
        host: { branch: hostBranch.code, station: hostStation.code },
        sending: { unit: sending.code },
        officer: { serviceNumber: officer.serviceNumber, termFrom: term.from },
      },
    };
  };
}

/** A further term of the same officer in the same cohort has a place of its own in the list. */
function sortOf({ officer, continues, id }: Secondment): string {
  return continues ? `${officer.serviceNumber}+${id}` : officer.serviceNumber;
}

/** How a change of a secondment ended. */
export type SecondmentChanged = Changed<Secondment>;
export type SecondmentRequest = {
  id: string;
  /** Runs on the record with everything that was due done first, and again after every conflict. */
  rule: (ground: Ground) => Outcome<Change | undefined>;
  once?: { use: KeyUse; answer: (record: Secondment) => Answer } | undefined;
  /** The workflow takes its steps one by one itself. */
  leaveDueSteps?: boolean;
};

/** Runs one rule on one secondment and commits what it says: one GetItem and one TransactWriteItems. */
export async function changeSecondment(
  acting: Acting,
  request: SecondmentRequest,
): Promise<SecondmentChanged> {
  const calendar = await acting.calendar.current();
  const { id, once } = request;
  const decide = (record: Secondment) => decideOn(acting, record, request);
  return whileBehind(
    () => change(acting.store, { noun: secondmentNoun, id, decide, once }, stampOf(acting, calendar)),
    (changed) => changed.outcome === "refused" && changed.refusals[0]?.code === behind,
  );
}

/** What a record answers inside this file when so much was due that it takes transactions of its own. */
const behind = "steps-outstanding";
/** Steps in one transaction of at most 100 items; a year on which nobody looked has about 130. */
const mostSteps = 60;
const mostRounds = 50;

async function whileBehind<T>(attempt: () => Promise<T>, isBehind: (answer: T) => boolean): Promise<T> {
  for (let round = 0; round < mostRounds; round += 1) {
    const answer = await attempt();
    if (!isBehind(answer)) return answer;
  }
  throw new Error("a record does not come to rest");
}

/** Commits the first of the steps that were due, as the workflow would have; a conflict shows at the next reload. */
async function commitSteps(
  acting: Acting,
  record: Secondment,
  steps: readonly Step[],
  rules: Rules,
): Promise<void> {
  const last = steps.at(-1);
  if (!last) return;
  const made = { noun: secondmentNoun, before: record, ...last, earlier: steps.slice(0, -1) };
  const stamp = { ...stampOf(acting, rules.calendar), actor: systemActor("progress") };
  await commit(acting.store, { ...made, derive: deriveSecondment(rules) }, stamp);
}

/**
 * The same change, sealed for a transaction in which another record leads: reload and run it again when that one is
 * not written. One GetItem.
 */
export async function sealSecondmentChange(
  acting: Acting,
  { id, rule }: Pick<SecondmentRequest, "id"> & { rule: (ground: Ground) => Outcome<Change> },
): Promise<Outcome<Pick<Decision<Secondment>, "claims" | "beside"> & { sealed: Sealed<Secondment> }>> {
  const before = await loadRecord(acting.store, secondmentNoun, id);
  if (!before) return refuse("not-found");
  const decided = await decideOn(acting, before, { rule });
  if (!decided.ok && decided.refusals[0]?.code === behind) return sealSecondmentChange(acting, { id, rule });
  if (!decided.ok) return decided;
  if (!decided.value) throw new Error(`secondment ${id}: a rule that changes nothing`);
  const { claims, beside, calendarVersion = 0 } = decided.value;
  const stamp = stampOf(acting, { version: calendarVersion });
  const sealed = seal({ noun: secondmentNoun, before, ...decided.value }, stamp);
  return accept({ sealed, claims, beside });
}

/** Does what was due, runs the rule, and names everything that is to be written. */
async function decideOn(
  acting: Acting,
  record: Secondment,
  { rule, leaveDueSteps }: Pick<SecondmentRequest, "rule" | "leaveDueSteps">,
): Promise<Outcome<Decision<Secondment> | undefined>> {
  const rules = await rulesFor(acting, record);
  const earlier = leaveDueSteps ? [] : catchUp(record, rules, acting.today);
  const secondment = earlier.at(-1)?.after ?? record;
  const outcome = rule({ secondment, ...rules, actor: acting.actor, today: acting.today });
  if (!outcome.ok || !outcome.value) return outcome.ok ? accept(undefined) : outcome;
  const { after, event, texts, further } = outcome.value;
  const scheme = schemeLabel(rules.scheme);
  const steps = earlier.map((each) => ({
    after: each.after,
    event: { ...each.event, scheme },
    actor: systemActor("progress"),
  }));
  if (steps.length > mostSteps) {
    await commitSteps(acting, record, steps.slice(0, mostSteps), rules);
    return refuse(behind);
  }
  const claims = await movedClaims(acting.store, record, outcome.value);
  if (!claims.ok) return claims;
  return accept({
    after,
    event: { ...event, scheme },
    earlier: steps,
    derive: deriveSecondment(rules),
    calendarVersion: rules.calendar.version,
    claims: claims.value,
    also: further && [{ ...further, event: { ...further.event, scheme } }],
    beside: texts?.map((each) => textWrite(record.id, each)),
  });
}

/** A secondment with its scheme, flag and newest events: one Query. */
export async function loadSecondment(store: Store, id: string, lastEvents = 25) {
  const found = await loadWithEvents(store, secondmentNoun, id, lastEvents);
  return found && { ...found, scheme: await schemeOf(store, found.record) };
}

const storedSchema = z.object({ record: secondmentSchema, summary: storedSummarySchema });

/** The record together with the summary written beside it, as the recount compares them: one GetItem. */
export async function loadWithSummary(
  store: Store,
  id: string,
): Promise<{ record: Secondment; summary: Summary } | undefined> {
  const Key = recordKey("secondment", id);
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key, ConsistentRead: true }),
  );
  return Item && parseStored(storedSchema, Item, `secondment ${id}`);
}

/** Scheme and calendar for a record as it stands: never a calendar older than the one of its last recount. */
export async function rulesFor(from: Pick<Acting, "store" | "calendar">, record: Secondment): Promise<Rules> {
  return {
    scheme: await schemeOf(from.store, record),
    calendar: await notOlder(from.calendar, await from.calendar.current(), record),
  };
}

/** A long text beside its record: written once, never over another. */
function textWrite(id: string, { name, id: textId, text }: RecordText): Beside {
  return { put: { ...textKey("secondment", id, name, textId), text }, onlyOver: "nothing" };
}

/** A record that was recounted under a newer calendar than the one at hand asks for that calendar. */
async function notOlder(
  reader: Cached<WorkCalendar>,
  calendar: WorkCalendar,
  record: Secondment,
): Promise<WorkCalendar> {
  return (record.recounted?.calendarVersion ?? 0) > calendar.version ? reader.refresh() : calendar;
}
