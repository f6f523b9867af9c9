import type { Event } from "@dunmiao/domain/event";
import { type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import type { Store } from "./client.ts";
import { commitAll } from "./commit.ts";
import { type Answer, findKey, type KeyResult, type KeyUse } from "./idempotency.ts";
import type { Noun, Recorded } from "./kinds.ts";
import { loadRecord, parseRecord } from "./record.ts";
import { untilSettled } from "./retry.ts";
import { type Sealable, type Sealed, type Stamp, seal } from "./seal.ts";
import type { Extras } from "./writes.ts";

/** What a rule decided, ready to be written; `calendarVersion` where it was not the one of the stamp. */
export type Decided<R extends Recorded> = Pick<Sealable<R>, "after" | "event" | "earlier" | "derive"> &
  Pick<Extras, "claims" | "beside"> & {
    calendarVersion?: number;
    /** Further records of the same kind that begin with this change: all of them are written, or nothing is. */
    also?: readonly Pick<Sealable<R>, "after" | "event">[] | undefined;
    /** Changes of other records, sealed already, in the same transaction. */
    together?: readonly Sealed[] | undefined;
  };

type Request<R extends Recorded> = {
  noun: Noun<R>;
  id: string;
  /** The idempotency key, and what a repeat is answered, told from the record as it is written. */
  once?: { use: KeyUse; answer: (record: R) => Answer } | undefined;
};
type Promised<T> = T | Promise<T>;
/** `decide` runs again after every conflict, on the reloaded record; undefined = there is nothing to change. */
export type ChangeRequest<R extends Recorded> = Request<R> & {
  decide: (record: R) => Promised<Outcome<Decided<R> | undefined>>;
};
export type CreateRequest<R extends Recorded> = Request<R> & { decide: () => Promised<Outcome<Decided<R>>> };

type Result<R extends Recorded> =
  | { outcome: "committed"; record: R; event: Event }
  /** `change` only: the rule found nothing to do. */
  | { outcome: "unchanged"; record: R }
  /** `create` only: the record that is already there. */
  | { outcome: "exists"; record: R }
  /** The same idempotency key and body before: its first answer. */
  | { outcome: "repeated"; answer: Answer }
  | { outcome: "refused"; refusals: readonly Refusal[] };
/** How it ended; `retries` counts the conflicts on the way. */
export type Changed<R extends Recorded> = Result<R> & { retries: number };

/**
 * Loads the record, asks the rule, commits: one GetItem and one TransactWriteItems unless someone else got in
 * between; then all of it runs again, at most 8 times, and is refused as `record-busy` after that. A missing record
 * is refused as `not-found`. Adding and deciding share this loop: what was decided on a sight of something is the
 * rule's to check, by the revision of the thing seen.
 */
export async function change<R extends Recorded>(
  store: Store,
  request: ChangeRequest<R>,
  stamp: Stamp,
): Promise<Changed<R>> {
  const { noun, id, decide, once } = request;
  return settle(store, once?.use, async () => {
    const before = await loadRecord(store, noun, id);
    if (!before) return refused(refuse("not-found"));
    const decided = await decide(before);
    if (!decided.ok) return refused(decided);
    if (!decided.value) return { outcome: "unchanged", record: before };
    const { calendarVersion = stamp.calendarVersion, also = [], derive } = decided.value;
    const stamped = { ...stamp, calendarVersion };
    const sealed = seal({ noun, before, ...decided.value }, stamped);
    const begun = also.map((each) => seal({ noun, ...each, derive }, stamped));
    return write(store, request, [sealed, ...begun], decided.value);
  });
}

/** Asks the rule and commits a new record: one TransactWriteItems; retried as in `change` when a claim moved on. */
export async function create<R extends Recorded>(
  store: Store,
  request: CreateRequest<R>,
  stamp: Stamp,
): Promise<Changed<R>> {
  return settle(store, request.once?.use, async () => {
    const decided = await request.decide();
    if (!decided.ok) return refused(decided);
    const sealed = seal({ noun: request.noun, ...decided.value }, stamp);
    return write(store, request, [sealed], decided.value);
  });
}

/** Retries, and where nothing was written reads the key: a repeat gets its first answer whatever the rule says now. */
async function settle<R extends Recorded>(
  store: Store,
  use: KeyUse | undefined,
  attempt: () => Promise<Result<R> | undefined>,
): Promise<Changed<R>> {
  const { settled = refused(refuse("record-busy")), retries } = await untilSettled(attempt);
  if (settled.outcome === "committed" || settled.outcome === "repeated" || !use)
    return { ...settled, retries };
  const used = await findKey(store, use);
  return { ...(used ? repeated(use, used) : settled), retries };
}

async function write<R extends Recorded>(
  store: Store,
  { noun, id, once }: Request<R>,
  [sealed, ...begun]: readonly [Sealed<R>, ...Sealed<R>[]],
  { claims, beside, together = [] }: Pick<Decided<R>, "claims" | "beside" | "together">,
): Promise<Result<R> | undefined> {
  const { version } = sealed.record;
  const key = once && {
    ...once.use,
    ...once.answer(sealed.record),
    written: { kind: noun.kind, id, version },
  };
  const written = await commitAll(store, [sealed, ...begun, ...together], { claims, beside, key });
  if (written.outcome === "committed") return { ...written, record: sealed.record, event: sealed.event };
  if (written.outcome === "exists" && written.id === id)
    return { outcome: "exists", record: parseRecord(noun, id, written.record) };
  if (written.outcome === "key-used" && once) return repeated(once.use, written.used);
  return undefined;
}

function repeated(use: KeyUse, { bodyHash, ...answer }: KeyResult): Result<never> {
  if (bodyHash !== use.bodyHash) return refused(refuse("idempotency-key-reused"));
  return { outcome: "repeated", answer };
}

function refused({ refusals }: { refusals: readonly Refusal[] }): Result<never> {
  return { outcome: "refused", refusals };
}
