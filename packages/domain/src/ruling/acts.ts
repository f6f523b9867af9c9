import { caseAct, someWords } from "../caseAct.ts";
import type { Ground } from "../change.ts";
import { may } from "../permissions.ts";
import type { Refusal } from "../refusal.ts";
import { type Ruling, rulingOutcomes } from "../ruling.ts";
import { approveRuling, rejectRuling } from "./decideRuling.ts";
import { proposeRuling } from "./proposeRuling.ts";
import { answerReview, requestReview } from "./reviewRuling.ts";
import type { RulingInput } from "./rulingOf.ts";
import { issueNotice, recordReceipt } from "./serveNotice.ts";
import { giveStatement, type StatementInput } from "./statement.ts";

const reason = someWords;
const reasoned = () => ({ reason });

/** What is done to one ruling, each with the rule that decides and what that is asked with; in the order of a page. */
export const rulingActs = {
  approve: caseAct({ permission: "decide-ruling", rule: approveRuling, probe: reasoned }),
  reject: caseAct({ permission: "decide-ruling", rule: rejectRuling, probe: reasoned }),
  notice: caseAct({
    permission: "serve-notice",
    rule: issueNotice,
    probe: () => ({ number: someWords }),
  }),
  receipt: caseAct({
    permission: "serve-notice",
    rule: recordReceipt,
    probe: ({ today }) => ({ on: today, how: "signed" as const }),
  }),
  review: caseAct({ permission: "request-review", rule: requestReview, probe: reasoned }),
  uphold: caseAct({
    permission: "decide-ruling",
    rule: (ground, id, input: RulingInput) => answerReview(ground, id, { ...input, answer: "upheld" }),
    probe: reasoned,
  }),
  reopen: caseAct({
    permission: "decide-ruling",
    rule: (ground, id, input: RulingInput) => answerReview(ground, id, { ...input, answer: "reopened" }),
    probe: reasoned,
  }),
};
export type RulingAct = keyof typeof rulingActs;

/** What comes before there is a ruling: the officer's statement, or that they refused one; HR's proposal. */
export const beforeRuling = {
  state: caseAct({
    permission: "give-statement",
    rule: (ground, _, input: StatementInput) => giveStatement(ground, input),
    probe: () => ({ words: someWords, note: someWords }),
  }),
  propose: {
    permission: "propose-ruling",
    rule: (ground: Ground, _: string, input: Proposal) => proposeRuling(ground, input),
  },
} as const;
type Proposal = Parameters<typeof proposeRuling>[1];

/** The acts that are open to this actor on a ruling now. */
export function openActs(ground: Ground, id: string): RulingAct[] {
  return names.filter((name) => rulingActs[name].ask(ground, id).ok);
}
const names = [
  "approve",
  "reject",
  "notice",
  "receipt",
  "review",
  "uphold",
  "reopen",
] as const satisfies readonly RulingAct[];

/** Why the decision that a ruling waits for is not this approver's; undefined when it is, or none of theirs waits. */
export function whyNot(ground: Ground, { id, state, reviewRequest }: Ruling): Refusal | undefined {
  if (!may(ground.actor, "decide-ruling", ground.secondment)) return undefined;
  const waiting =
    state === "proposed" ? "approve" : state === "in-force" && reviewRequest ? "uphold" : undefined;
  const outcome = waiting && rulingActs[waiting].ask(ground, id);
  return outcome && !outcome.ok ? outcome.refusals[0] : undefined;
}

/** Each outcome that HR might propose, with why it cannot be proposed now; undefined while nothing is to be ruled. */
export function proposals(ground: Ground) {
  const { actor, secondment } = ground;
  if (!may(actor, "propose-ruling", secondment)) return undefined;
  if (!["awaiting-ruling", "under-review"].includes(secondment.status)) return undefined;
  return rulingOutcomes.map((outcome) => {
    const proposed = proposeRuling(ground, { outcome, reason });
    return { outcome, refusal: proposed.ok ? undefined : proposed.refusals[0] };
  });
}
