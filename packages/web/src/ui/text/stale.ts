import type { StaleReason } from "@dunmiao/domain/account/staleRoles";
import { inBoth } from "./catalog.ts";

/** The words of roles that should be looked at, in both languages. */
export const staleWords = inBoth({
  zhCN: {
    stale: "待清理的身份",
    staleIntro:
      "下列身份今天仍然有效，但应核对是否还需要：连续 90 天没有使用（从未使用的，自起始日算起），单位已不在名录，同一身份有两项，在该单位的挂职、借调已期满，或同一人（含警号合并后）兼任系统管理员、安全管理员、审计中的两项。人员调动、挂职结束（含提前结束）的，其在原单位的身份自动到期。",
    staleNone: "没有待清理的身份",
    staleReason: "原因",
    reasonOf: {
      unused: "90 天未使用",
      "unit-gone": "单位已不在名录",
      twice: "同一身份有两项",
      "term-over": "在该单位的挂职、借调已期满",
      "hands-together": "同一人兼任三员中的两项",
    } satisfies Record<StaleReason, string>,
    lastUsed: "最近使用",
    neverUsed: "从未使用",
  },
  en: {
    stale: "Roles to be looked at",
    staleIntro:
      "These roles hold today and may not be needed any more: nobody acted in them for 90 days (counted from the first day where nobody ever did), their unit is on file no more, the same role is held twice, the secondment to its unit is over, or one person, also under merged numbers, is two of administrator, security officer and auditor. Whoever moves or whose secondment ends, early or not, loses the roles at that unit.",
    staleNone: "No role has to be looked at",
    staleReason: "Why",
    reasonOf: {
      unused: "Not used for 90 days",
      "unit-gone": "Unit on file no more",
      twice: "Held twice",
      "term-over": "Secondment to the unit is over",
      "hands-together": "Two of the three hands in one person",
    },
    lastUsed: "Last used",
    neverUsed: "Never",
  },
});
