import type * as z from "zod";
import type { pairSchemeSchema } from "./pairSchemeSchema.ts";

/** The presets are checked against the schema by a test: nothing has to build it when a function starts. */
export type PairScheme = z.infer<typeof pairSchemeSchema>;

type Named = { key: string; name: { "zh-CN": string; en: string } };
function named(key: string, zhCN: string, en: string): Named {
  return { key, name: { "zh-CN": zhCN, en } };
}

const usual = {
  onDayOff: "next-working-day" as const,
  remindDaysBefore: [7, 3, 0],
  escalateAfterWorkingDays: { branch: 3, bureau: 7 },
};

const common = {
  version: 1,
  longestMonths: 12,
  loadCap: 2,
  kinship: "asked",
  objectionMonths: 1,
  eligibility: [
    named("years", "从警满五年", "Five years of service"),
    named("rank", "职级符合要求", "Rank as required"),
    named("record", "近三年无处分", "No sanction in three years"),
  ],
  grades: [
    {
      ...named("excellent", "优秀", "Excellent"),
      isPass: true,
      allowance: { "zh-CN": "一档", en: "Class 1" },
    },
    { ...named("good", "良好", "Good"), isPass: true, allowance: { "zh-CN": "二档", en: "Class 2" } },
    { ...named("pass", "合格", "Pass"), isPass: true },
    { ...named("fail", "不合格", "Fail"), isPass: false },
  ],
  checkpoints: [
    {
      ...usual,
      key: "month",
      kind: "month",
      name: { "zh-CN": "当月带教记录", en: "Entry of the month" },
      schedule: { from: "each-month", day: 5 },
      opensDaysBefore: 10,
      missedAfterWorkingDays: 20,
    },
    {
      ...usual,
      key: "mid-term",
      kind: "mid-term",
      name: { "zh-CN": "中期评估", en: "Mid-term assessment" },
      schedule: { from: "start", months: [6] },
      opensDaysBefore: 10,
      missedAfterWorkingDays: 20,
    },
    {
      ...usual,
      key: "final-test",
      kind: "final-test",
      name: { "zh-CN": "出师考核", en: "Final test" },
      schedule: { from: "end", months: [0] },
      opensDaysBefore: 30,
    },
  ],
  focuses: [
    { ...named("casework", "执法办案", "Casework"), skills: [] },
    { ...named("public-service", "服务群众", "Public service"), skills: [] },
    { ...named("technology", "科技应用", "Technology"), skills: [] },
  ],
  activityKinds: [
    named("session", "带教", "Session"),
    named("case-review", "案件研讨", "Case review"),
    named("exercise", "实战演练", "Exercise"),
    named("competition", "比武竞赛", "Competition"),
    named("symposium", "座谈交流", "Symposium"),
  ],
} satisfies Partial<PairScheme>;

/** The two presets that ship (domain.md, "Mentor pairs"); checklists of skills are empty until a bureau writes its own. */
export const presetPairSchemes: readonly PairScheme[] = [
  {
    ...common,
    id: "pair-standard",
    name: { "zh-CN": "师徒结对（标准）", en: "Mentor pairs (standard)" },
    renewals: 1,
    restMonths: 0,
    approval: "exceptions",
    actsAlone: "not-ruled",
    testNeeds: [],
    secondChances: 1,
    onFailure: "further-term",
  },
  {
    ...common,
    id: "pair-strict",
    name: { "zh-CN": "师徒结对（从严）", en: "Mentor pairs (strict)" },
    renewals: 0,
    restMonths: 3,
    approval: "every-pair",
    actsAlone: "after-final-test",
    testNeeds: ["skills", "statement"],
    secondChances: 1,
    onFailure: "another-mentor",
  },
];
