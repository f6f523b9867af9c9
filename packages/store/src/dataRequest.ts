import { type DataRequest, openRequests } from "@dunmiao/domain/dataRequest";
import type { Officer } from "@dunmiao/domain/officer";
import type { OfficerChange } from "@dunmiao/domain/officer/correctionSteps";
import { accept, type Outcome } from "@dunmiao/domain/refusal";
import { type Acting, stampOf } from "./engine/acting.ts";
import { type Changed, change } from "./engine/change.ts";
import type { Store } from "./engine/client.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { due } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";
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

/** People with a request that waits for an answer, oldest first: one Query and one GetItem for each of 50. */
export async function waitingRequests(
  store: Store,
  today: string,
): Promise<{ officer: Officer; request: DataRequest }[]> {
  const { items } = await due(store, "officer", today);
  const officers = await Promise.all(items.map(({ id }) => loadOrName(loadRecord(store, officerNoun, id))));
  return officers.flatMap((officer) =>
    officer ? openRequests(officer).map((request) => ({ officer, request })) : [],
  );
}
