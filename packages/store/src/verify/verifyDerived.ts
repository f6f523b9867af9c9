import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { withoutReasons } from "@dunmiao/domain/digest";
import { canonical } from "@dunmiao/domain/event";
import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { recountSecondment } from "@dunmiao/domain/year/recount";
import { isSameSummary } from "@dunmiao/domain/year/sameSummary";
import * as z from "zod";
import type { CalendarHistory } from "../calendarHistory.ts";
import { derivedPair, deriveRecord } from "../deriveRecord.ts";
import { digestOfText } from "../digest.ts";
import type { Store } from "../engine/client.ts";
import { indexAttributes } from "../engine/indexKeys.ts";
import type { Kind } from "../engine/kinds.ts";
import { loadEvents, parseRecord } from "../engine/record.ts";
import type { Derived } from "../engine/seal.ts";
import { parsedText } from "../engine/storedText.ts";
import { keyAttributes } from "../engine/table.ts";
import { pairSummaryText, storedPairSummarySchema } from "../pairSummaryText.ts";
import { schemeOf } from "../scheme.ts";
import { secondmentNoun } from "../secondment.ts";
import { storedSummarySchema } from "../summaryText.ts";
import type { Item } from "./verify.ts";

type Of = { kind: Kind; id: string };
/** What differs, and the notice whose recount has yet to come to a record. */
export type DerivedFaults = { faults: string[]; recounting?: string };

const itemSchema = z.looseObject({ version: z.int(), record: z.unknown(), summary: z.unknown() });
const inNoIndex: readonly string[] = ["pk", "sk"];

/**
 * Computes again what stands beside a record (summary, due date, places in the indexes, row among the people of its
 * cohort) and names what differs. It is judged by the calendar in force; what agrees with the calendar that the record
 * was last written under is no fault while a recount is on its way to it, nor where the recount would leave it so.
 */
export async function verifyDerived(
  store: Store,
  of: Of,
  item: Item,
  calendars: CalendarHistory,
): Promise<DerivedFaults> {
  const { version } = itemSchema.parse(item);
  const faults = await differences(store, of, item, calendars.inForce);
  if (faults.length === 0 || of.kind !== "secondment") return { faults };
  const { events } = await loadEvents(store, of, { after: version - 1, limit: 1 });
  const under = events[0]?.calendarVersion ?? calendars.inForce.version;
  if (under >= calendars.inForce.version) return { faults };
  if ((await differences(store, of, item, await calendars.at(under))).length > 0) return { faults };
  const recounting = calendars.recounting(under);
  if (recounting !== undefined) return { faults: [], recounting };
  return { faults: (await isLeftSo(store, of, item, calendars.inForce)) ? [] : faults };
}

async function differences(store: Store, of: Of, item: Item, calendar: WorkCalendar): Promise<string[]> {
  if (of.kind === "pair") return pairDifferences(store, of, item, calendar);
  const derived = await deriveRecord(store, of, item.record, calendar);
  const isPeopleRow = derived.digest === undefined || (await isStored(store, derived.digest));
  return [...besideFaults(of, item, derived), ...(isPeopleRow ? [] : ["people-row"])];
}

async function pairDifferences(store: Store, of: Of, item: Item, calendar: WorkCalendar): Promise<string[]> {
  const { now, before } = await derivedPair(store, of.id, { stored: item.record, calendar });
  const faults = besideFaults(of, item, now);
  return before && besideFaults(of, item, before).length === 0 ? [] : faults;
}

function besideFaults(of: Of, item: Item, derived: Derived): string[] {
  const isSame = saysTheSame(of.kind, item.summary, derived.summary);
  return [...indexFaults(of, item, derived), ...(isSame ? [] : ["summary"])];
}

function indexFaults({ kind, id }: Of, item: Item, { index, dueOn }: Derived): string[] {
  const told = indexAttributes(kind, id, { ...index, ...(dueOn !== undefined && { dueOn }) });
  const wanted = new Map<string, unknown>(Object.entries({ ...told, kind }));
  const names = ["kind", ...keyAttributes].filter((name) => !inNoIndex.includes(name));
  const isBefore = (name: string) => kind === "pair" && name === "directorySort" && isAsBefore(item, id);
  const differ = names.filter((name) => item[name] !== wanted.get(name) && !isBefore(name));
  return [...new Set(differ.map((name) => (name.startsWith("due") ? "due-on" : `index ${name}`)))];
}

/** A pair stood in the directory by the first day of its term, which its mentor's row says as well. */
function isAsBefore({ directorySort, termFrom }: Item, id: string): boolean {
  return directorySort === `${String(termFrom)}#${id}`;
}

/** A text is compared by what it says: rows of before are written otherwise. */
function saysTheSame(kind: Kind, stored: unknown, derived: Derived["summary"]): boolean {
  if (typeof derived !== "string") return canonical(stored) === canonical(derived);
  if (kind === "pair") return saysWhatItHolds(stored, derived);
  const [is, should] = [storedSummarySchema.safeParse(stored), storedSummarySchema.safeParse(derived)];
  return is.success && should.success && isSameSummary(is.data, should.data);
}

/** A row of a pair from before its text holds fewer members, and each of them as it is; a text from before does not say whom it follows. */
function saysWhatItHolds(stored: unknown, derived: string): boolean {
  if (typeof stored === "string") {
    const { follows: _, ...before } = storedPairSummarySchema.parse(derived);
    return [derived, pairSummaryText(before)].some((each) => meaning(stored) === meaning(each));
  }
  const should = new Map<string, unknown>(Object.entries(Object(parsedText(derived))));
  const is = Object.entries(Object(stored));
  return is.length > 0 && is.every(([name, value]) => canonical(should.get(name)) === canonical(value));
}

async function isStored(store: Store, row: NonNullable<Derived["digest"]>): Promise<boolean> {
  const Key = { pk: row.pk, sk: row.sk };
  const get = new GetCommand({ TableName: store.tableName, Key, ConsistentRead: true });
  const { Item } = await store.documents.send(get);
  const stored = meaning(Item?.digest);
  const derived = String(row.digest);
  return stored === meaning(derived) || asBefore(derived).some((each) => stored === meaning(each));
}

/**
 * A row among the people as it was written before it said when something is due, before that what waits for a decision,
 * before that who wrote forms, or before that why they were sent back.
 */
function asBefore(derived: string): string[] {
  const { next: _, ...waiting } = digestOfText(derived, "derived");
  const { pending: __, ...signed } = waiting;
  const { signers: ___, ...unsigned } = signed;
  return [waiting, signed, unsigned, withoutReasons(unsigned, () => true)].map((each) =>
    JSON.stringify(each),
  );
}

/** What a JSON text says, whatever the order of its members; what is none says itself. */
function meaning(text: unknown): string {
  return canonical(parsedText(text));
}

/** A recount leaves alone what nothing hangs on any more. */
async function isLeftSo(store: Store, { id }: Of, item: Item, calendar: WorkCalendar): Promise<boolean> {
  const record = parseRecord(secondmentNoun, id, item.record);
  const stored = storedSummarySchema.safeParse(item.summary);
  if (!stored.success) return false;
  const rules = { calendar, scheme: await schemeOf(store, record), noticeId: "", on: record.term.from };
  return recountSecondment(record, stored.data, rules) === undefined;
}
