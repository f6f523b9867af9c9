import type { Change, Ground } from "@dunmiao/domain/change";
import { mayTry, type PermittedAct } from "@dunmiao/domain/permissions";
import type { Outcome, Refusal } from "@dunmiao/domain/refusal";
import { type Ruling, rulingOutcomes } from "@dunmiao/domain/ruling";
import { approveRuling, rejectRuling } from "@dunmiao/domain/ruling/decideRuling";
import { proposeRuling } from "@dunmiao/domain/ruling/proposeRuling";
import { answerReview, requestReview } from "@dunmiao/domain/ruling/reviewRuling";
import { issueNotice, recordReceipt } from "@dunmiao/domain/ruling/serveNotice";
import { giveStatement } from "@dunmiao/domain/ruling/statement";
import type * as z from "zod";
import { answerForm, noticeForm, serviceForm } from "./form.ts";

/** One act on a ruling: what it is in the table of permissions, its body, and the rule that decides. */
export type RulingAct<T> = {
  permission: PermittedAct;
  form: z.ZodType<T>;
  rule: (ground: Ground, rulingId: string, input: T) => Outcome<Change>;
};

function act<T>(made: RulingAct<T>): RulingAct<T> {
  return made;
}

/** The acts on one ruling by the last part of their URL. */
export const rulingActs = {
  approve: act({ permission: "decide-ruling", form: answerForm, rule: approveRuling }),
  reject: act({ permission: "decide-ruling", form: answerForm, rule: rejectRuling }),
  notice: act({ permission: "serve-notice", form: noticeForm, rule: issueNotice }),
  receipt: act({ permission: "serve-notice", form: serviceForm, rule: recordReceipt }),
  review: act({ permission: "request-review", form: answerForm, rule: requestReview }),
  uphold: act({
    permission: "decide-ruling",
    form: answerForm,
    rule: (ground, id, input) => answerReview(ground, id, { ...input, answer: "upheld" }),
  }),
  reopen: act({
    permission: "decide-ruling",
    form: answerForm,
    rule: (ground, id, input) => answerReview(ground, id, { ...input, answer: "reopened" }),
  }),
};
export type Act = keyof typeof rulingActs;
const actNames = ["approve", "reject", "notice", "receipt", "review", "uphold", "reopen"] as const;

/** Stands for what a person would write: only asked whether the rule would let them. */
const reason = "?";

const tries: Readonly<Record<Act, (ground: Ground, id: string) => Outcome<Change>>> = {
  approve: (ground, id) => approveRuling(ground, id, { reason }),
  reject: (ground, id) => rejectRuling(ground, id, { reason }),
  notice: (ground, id) => issueNotice(ground, id, { number: reason }),
  receipt: (ground, id) => recordReceipt(ground, id, { on: ground.today, how: "signed" }),
  review: (ground, id) => requestReview(ground, id, { reason }),
  uphold: (ground, id) => answerReview(ground, id, { reason, answer: "upheld" }),
  reopen: (ground, id) => answerReview(ground, id, { reason, answer: "reopened" }),
};

/** The acts that the rules would let this actor do to a ruling now: the rules are asked, nothing is written. */
export function actsOn(ground: Ground, id: string): Act[] {
  return actNames.filter((name) => tries[name](ground, id).ok);
}

/** Why the decision that a ruling waits for is not this approver's; undefined when it is, or none of theirs waits. */
export function whyNot(ground: Ground, { id, state, reviewRequest }: Ruling): Refusal | undefined {
  if (!mayTry(ground.actor, "decide-ruling")) return undefined;
  const waiting =
    state === "proposed" ? "approve" : state === "in-force" && reviewRequest ? "uphold" : undefined;
  const outcome = waiting && tries[waiting](ground, id);
  return outcome && !outcome.ok ? outcome.refusals[0] : undefined;
}

/** Each outcome that HR might propose, with why it cannot be proposed now; undefined while nothing is to be ruled. */
export function proposals(ground: Ground) {
  const { actor, secondment } = ground;
  if (!mayTry(actor, "propose-ruling") || !["awaiting-ruling", "under-review"].includes(secondment.status))
    return undefined;
  return rulingOutcomes.map((outcome) => {
    const proposed = proposeRuling(ground, { outcome, reason });
    return { outcome, refusal: proposed.ok ? undefined : proposed.refusals[0] };
  });
}

/** Whether this actor may add a statement now: the officer their own, HR a refusal. */
export function mayState(ground: Ground): boolean {
  return giveStatement(ground, { words: reason, note: reason }).ok;
}
