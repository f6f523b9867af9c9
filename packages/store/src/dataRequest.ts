import { type DataRequest, openRequests } from "@dunmiao/domain/dataRequest";
import type { Officer } from "@dunmiao/domain/officer";
import type { OfficerChange } from "@dunmiao/domain/officer/correctionSteps";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { dueOfficers } from "./dueOfficers.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { deriveOfficer, officerNoun } from "./officer.ts";

type Request = { id: string; once?: { use: KeyUse; answer: (record: Officer) => Answer } | undefined };

/** Runs a rule about a person's own requests: one GetItem and one TransactWriteItems. */
export async function changeDataRequest(
  acting: Acting,
  { id, once }: Request,
  rule: (officer: Officer) => Outcome<OfficerChange>,
): Promise<Changed<Officer>> {
  const stamp = stampOf(acting, await acting.calendar.current());
  const decide = (officer: Officer) => {
    const outcome = rule(officer);
    return outcome.ok ? accept({ ...outcome.value, derive: deriveOfficer }) : outcome;
  };
  return change(acting.store, { noun: officerNoun, id, once, decide }, stamp);
}

/** Requests that wait for an answer with whose they are, the person who waits longest first. */
export async function waitingRequests(
  store: Store,
  today: string,
): Promise<{ officer: Officer; request: DataRequest }[]> {
  return (await dueOfficers(store, today)).flatMap((officer) =>
    openRequests(officer).map((request) => ({ officer, request })),
  );
}
