import { caseAct, someWords } from "../caseAct.ts";
import type { Ground } from "../change.ts";
import { type AwardInput, recordAward, revokeAward } from "./recordAward.ts";
import {
  type ContributionInput,
  decideContribution,
  reportContribution,
  verifyContribution,
} from "./recordContribution.ts";

const reason = someWords;
type Adoption = { seen?: number | undefined; reason: string };

/** What HR does about awards. */
export const awardActs = {
  record: caseAct({
    permission: "record-award",
    rule: (ground, _, input: AwardInput) => recordAward(ground, input),
    probe: ({ today }) => ({ level: "commendation" as const, date: today, documentNumber: someWords }),
  }),
  revoke: caseAct({ permission: "record-award", rule: revokeAward, probe: () => ({ reason }) }),
};

/** What is done about contributions: reported, verified by a second person, adopted or not by a third. */
export const contributionActs = {
  report: caseAct({
    permission: "report-contribution",
    rule: (ground, _, input: ContributionInput) => reportContribution(ground, input),
    probe: firstMonth,
  }),
  verify: caseAct({ permission: "verify-contribution", rule: verifyContribution, probe: () => ({ reason }) }),
  adopt: caseAct({
    permission: "decide-contribution",
    rule: (ground, id, input: Adoption) => decideContribution(ground, id, { ...input, outcome: "adopted" }),
    probe: () => ({ reason }),
  }),
  reject: caseAct({
    permission: "decide-contribution",
    rule: (ground, id, input: Adoption) =>
      decideContribution(ground, id, { ...input, outcome: "not-adopted" }),
    probe: () => ({ reason }),
  }),
};

/** The decisions on a contribution that are open to this actor now. */
export function openDecisions(ground: Ground, id: string): ("verify" | "adopt" | "reject")[] {
  return (["verify", "adopt", "reject"] as const).filter((name) => contributionActs[name].ask(ground, id).ok);
}

function firstMonth({ scheme, secondment }: Ground): ContributionInput {
  const [area] = scheme.dutyAreas;
  return { kind: "tool", title: someWords, area: area?.key ?? "", month: secondment.term.from.slice(0, 7) };
}
