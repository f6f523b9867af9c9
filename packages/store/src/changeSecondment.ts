import type { Change, Ground, RecordText } from "@dunmiao/domain/change";
import { canonical } from "@dunmiao/domain/event";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import { schemeLabel } from "@dunmiao/domain/scheme";
import type { Secondment } from "@dunmiao/domain/secondment";
import { decisionMessages } from "@dunmiao/domain/term/decisionMessage";
import { carriedChanges } from "./carriedDays.ts";
import { deriveSecondment } from "./deriveSecondment.ts";
import { messagesOf, type Step, untilCaughtUp, withinOneTransaction } from "./dueSteps.ts";
import { type Acting, stampOf, systemActor } from "./engine/acting.ts";
import { type Changed, change, type Decided } from "./engine/change.ts";
import type { Answer, KeyUse } from "./engine/idempotency.ts";
import { textKey } from "./engine/keys.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealed, seal } from "./engine/seal.ts";
import type { Beside } from "./engine/writes.ts";
import { groundOf, type Stood } from "./ground.ts";
import { inboxWrites } from "./notification.ts";
import { secondmentNoun } from "./secondment.ts";
import { type Rules, rulesFor } from "./secondmentRules.ts";
import { movedClaims } from "./termClaims.ts";

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
  return untilCaughtUp(
    () => change(acting.store, { noun: secondmentNoun, id, decide, once }, stampOf(acting, calendar)),
    (changed) => (changed.outcome === "refused" ? changed.refusals : undefined),
  );
}

type SealRequest = Pick<SecondmentRequest, "id" | "leaveDueSteps"> & {
  rule: (ground: Ground) => Outcome<Change>;
};
type SealedChange = Pick<Decided<Secondment>, "claims" | "beside"> & { sealed: Sealed<Secondment> };

/**
 * The same change, sealed for a transaction in which another record leads: reload and run it again when that one is
 * not written. One GetItem.
 */
export async function sealSecondmentChange(
  acting: Acting,
  request: SealRequest,
): Promise<Outcome<SealedChange>> {
  return untilCaughtUp(
    () => sealOnce(acting, request),
    (answer) => (answer.ok ? undefined : answer.refusals),
  );
}

async function sealOnce(acting: Acting, request: SealRequest): Promise<Outcome<SealedChange>> {
  const { id } = request;
  const before = await loadRecord(acting.store, secondmentNoun, id);
  if (!before) return refuse("not-found");
  const decided = await decideOn(acting, before, request);
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
): Promise<Outcome<Decided<Secondment> | undefined>> {
  const { ground, earlier } = leaveDueSteps ? await asStored(acting, record) : await groundOf(acting, record);
  const rules: Rules = { scheme: ground.scheme, calendar: ground.calendar };
  const outcome = rule(ground);
  if (!outcome.ok || !outcome.value) return outcome.ok ? accept(undefined) : outcome;
  const { after, event, texts, told, further } = outcome.value;
  const scheme = schemeLabel(rules.scheme);
  const steps = earlier.map(
    (each): Step => ({
      after: each.after,
      event: { ...each.event, scheme },
      actor: systemActor("progress"),
      message: each.message,
    }),
  );
  const whole = await withinOneTransaction(acting, record, steps, rules);
  if (!whole.ok) return whole;
  const claims = await movedClaims(acting.store, record, outcome.value);
  if (!claims.ok) return claims;
  const version = record.version + steps.length + 1;
  const decided = { actor: acting.actor, on: acting.today, version, scheme: rules.scheme };
  return accept({
    after,
    event: { ...event, scheme },
    earlier: steps,
    derive: deriveSecondment(rules),
    calendarVersion: rules.calendar.version,
    claims: claims.value,
    together: further ? [] : await carriedChanges(acting, after, rules),
    also: further && [{ ...further, event: { ...further.event, scheme } }],
    beside: [
      ...(texts ?? []).map((each) => textWrite(record.id, each)),
      ...messagesOf(steps),
      ...inboxWrites([...(told ? [told] : []), ...decisionMessages(after, event, decided)]),
    ],
  });
}

/** The ground of the workflow alone, which takes what is due step by step. */
async function asStored(acting: Acting, secondment: Secondment): Promise<Stood> {
  const { actor, today } = acting;
  return { ground: { secondment, ...(await rulesFor(acting, secondment)), actor, today }, earlier: [] };
}

/** A long text beside its record: written once, never over another. */
function textWrite(id: string, { name, id: textId, text }: RecordText): Beside {
  return { put: { ...textKey("secondment", id, name, textId), text: canonical(text) }, onlyOver: "nothing" };
}
