import { isSamePerson } from "@dunmiao/domain/access";
import { signature } from "@dunmiao/domain/actor";
import { addDays } from "@dunmiao/domain/calendarDate";
import { refusedNoticeYear } from "@dunmiao/domain/dateBounds";
import type { EventOfKind } from "@dunmiao/domain/eventType";
import { inBureau, type MatterMessage } from "@dunmiao/domain/matter";
import {
  checkNotice,
  confirmMissing,
  type Notice,
  type NoticeInput,
  type NoticeNote,
  type noticeConfirmationSchema,
  noticeDifferences,
  noticeSchema,
} from "@dunmiao/domain/notice";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { groupHalfDaysOf } from "@dunmiao/domain/workCalendar";
import type * as z from "zod";
import { loadStoredCalendar } from "./calendar.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change, create, type Decided } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { calendarKey } from "./engine/keys.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";
import type { Derived } from "./engine/seal.ts";
import { calendarOf, withNotice } from "./grownCalendar.ts";
import { inboxWrites } from "./notification.ts";

export const noticeNoun: Noun<Notice> = { kind: "notice", schema: noticeSchema };
const rowSchema = noticeSchema
  .pick({ year: true, status: true, loadedOn: true, loadedBy: true, recounted: true, title: true })
  .partial({ title: true, recounted: true, loadedBy: true });

/** All loaded notices, newest first: one Query. */
export async function listNotices(store: Store) {
  const { rows } = await byKind(store, "notice", rowSchema);
  return rows.map(({ id, summary }) => ({ id, ...summary })).toReversed();
}

/** A confirmed notice stays due until its recount, and one more pass on a later day, are through. */
export function deriveNotice(record: Notice): Derived {
  const { id, year, status, loadedOn, loadedBy, confirmedOn, recounted, title } = record;
  const summary = {
    year,
    status,
    loadedOn,
    loadedBy,
    ...(recounted && { recounted }),
    ...(title && { title }),
  };
  const index = { directory: { name: "notice" as const, sort: `${loadedOn}#${id}` } };
  if (confirmedOn === undefined || status === "finished") return { summary, index };
  const dueOn = status === "confirmed" ? confirmedOn : addDays(recounted?.on ?? confirmedOn, 1);
  return { summary, index, dueOn };
}

type Once<R> = { use: KeyUse; answer: (record: R) => Answer } | undefined;

/** Loads a notice as a dry run: what would differ is stored with it, nothing takes effect. */
export async function loadNotice(
  acting: Acting,
  input: NoticeInput & { notes?: NoticeNote[] },
  options: { id: string; once?: Once<Notice> },
): Promise<Changed<Notice>> {
  const calendar = await acting.calendar.refresh();
  const decide = async (): Promise<Outcome<Decided<Notice>>> => {
    const checked = refusedNoticeYear(input.year, acting.today) ?? checkNotice(input);
    if (!checked.ok) return checked;
    const missing = confirmMissing(input, input.missingConfirmed);
    if (!missing.ok) return missing;
    const { year, days, notes, halfDays } = input;
    const differences = noticeDifferences(calendar, { id: options.id, year, days });
    const loaded = { loadedBy: signature(acting.actor), loadedOn: acting.today };
    const facts = { year, days, differences, status: "checked" as const, ...cited(input), ...loaded };
    const groups = { ...(halfDays && { halfDays }), halfDaysBefore: [...groupHalfDaysOf(calendar, year)] };
    const said = { missingConfirmed: missing.value, ...(notes && notes.length > 0 && { notes }) };
    const after = { id: options.id, version: 0, head: "", ...facts, ...groups, ...said };
    const event = {
      type: "notice.loaded" as const,
      change: { year, ...cited(input), days, ...(halfDays && { halfDays }), missingConfirmed: missing.value },
    };
    const waits = { to: inBureau("hr", "approver"), on: acting.today, ...matterOf(after, "notice-waits") };
    return accept({ after, event, derive: deriveNotice, beside: inboxWrites([waits]) });
  };
  const request = { noun: noticeNoun, id: options.id, once: options.once, decide };
  return create(acting.store, request, stampOf(acting, calendar));
}

/** What a notice is cited by, of that what was entered. */
function cited({ title, documentNumber }: Pick<NoticeInput, "title" | "documentNumber">) {
  return { ...(title && { title }), ...(documentNumber && { documentNumber }) };
}

type NoticeConfirmation = { id: string; once?: Once<Notice> } & z.infer<typeof noticeConfirmationSchema>;

/** A second person puts the notice in force: the calendar grows by a version in the same transaction. */
export async function confirmNotice(
  acting: Acting,
  { id, missingConfirmed, once }: NoticeConfirmation,
): Promise<Changed<Notice>> {
  const decide = async (notice: Notice): Promise<Outcome<Decided<Notice>>> => {
    if (notice.status !== "checked") return refuse("already-confirmed");
    if (isSamePerson(acting.actor, notice.loadedBy)) return refuse("same-person-decides");
    const first = confirmMissing(notice, notice.missingConfirmed);
    if (!first.ok) return refuse("loaded-without-festivals", undefined, first.refusals[0]?.params);
    const missing = confirmMissing(notice, missingConfirmed);
    if (!missing.ok) return missing;
    const stored = await loadStoredCalendar(acting.store);
    const { version, notices } = withNotice(stored, notice);
    const { year } = notice;
    const confirmed = {
      confirmedBy: signature(acting.actor),
      confirmedOn: acting.today,
      calendarVersion: version,
    };
    return accept({
      after: { ...notice, status: "confirmed", ...confirmed },
      event: {
        type: "notice.confirmed",
        change: { year, calendarVersion: version, missingConfirmed: missing.value },
      },
      derive: deriveNotice,
      beside: [
        { put: { ...calendarKey, version, notices }, onlyOver: overVersion(stored.version) },
        ...inboxWrites([
          {
            to: inBureau("hr", "approver", "inspector", "auditor"),
            on: acting.today,
            ...matterOf(notice, "notice-in-force"),
          },
        ]),
      ],
    });
  };
  const stamp = stampOf(acting, await calendarOf(await loadStoredCalendar(acting.store)));
  const changed = await change(acting.store, { noun: noticeNoun, id, once, decide }, stamp);
  await acting.calendar.refresh();
  return changed;
}

/** How far one pass of the recount has come, from its first page on; `isLast`: it is through. */
export type RecountPass = { seen: number; changed: number; isLast: boolean };

/** Notes how far a pass has come. A page that was noted before changes nothing. */
export async function advanceNotice(acting: Acting, id: string, pass: RecountPass): Promise<Changed<Notice>> {
  const decide = (notice: Notice): Outcome<Decided<Notice> | undefined> => {
    const step = stepOf(notice, pass, acting.today);
    if (!step) return accept(undefined);
    const { type, ...facts } = step;
    const event = { type, change: { ...facts.recounted, status: facts.status } };
    return accept({ after: { ...notice, ...facts }, event, derive: deriveNotice });
  };
  const stamp = stampOf(acting, await acting.calendar.current());
  return change(acting.store, { noun: noticeNoun, id, decide }, stamp);
}

type RecountStep = {
  type: RecountType;
  status: Notice["status"];
  recounted: NonNullable<Notice["recounted"]>;
};
type RecountType = Extract<EventOfKind<"notice">["type"], `notice.recount${string}` | "notice.finished">;

/** The second pass, on a later day, finds what was written under the calendar before while the first one ran. */
function stepOf(notice: Notice, pass: RecountPass, today: string): RecountStep | undefined {
  const { seen, changed, isLast } = pass;
  const before = notice.recounted ?? { seen: 0, changed: 0 };
  if (notice.status === "confirmed") {
    if (isLast)
      return { type: "notice.recounted", status: "recounted", recounted: { seen, changed, on: today } };
    if (seen <= before.seen) return undefined;
    return { type: "notice.recounting", status: "confirmed", recounted: { seen, changed } };
  }
  if (notice.status !== "recounted" || !isLast || today <= (before.on ?? today)) return undefined;
  return { type: "notice.finished", status: "finished", recounted: { ...before, seen, changed } };
}

function matterOf({ id, year, title }: Pick<Notice, "id" | "year" | "title">, code: MatterMessage["code"]) {
  return { code, matter: { kind: "notice" as const, id, label: title ?? String(year) } };
}

function overVersion(version: number): "nothing" | { version: number } {
  return version === 0 ? "nothing" : { version };
}
