import type { Award, Contribution } from "@dunmiao/domain/award";
import { recordAward } from "@dunmiao/domain/award/recordAward";
import {
  decideContribution,
  reportContribution,
  verifyContribution,
} from "@dunmiao/domain/award/recordContribution";
import { addWorkingDays } from "@dunmiao/domain/workCalendar";
import { type Act, personaOf } from "./acts.ts";
import { workingDates, type Year } from "./placing.ts";
import type { Random } from "./random.ts";

const titles: Readonly<Record<Contribution["kind"], readonly string[]>> = {
  proposal: ["关于社区警务室值守安排的建议", "优化夜间巡防路线的建议"],
  tool: ["走访台账模板", "矛盾纠纷排查清单"],
  case: ["协助破获系列盗窃案"],
  mediation: ["化解一起多年邻里纠纷"],
  training: ["组织反诈宣讲骨干培训"],
  other: ["编写新到岗民警手册"],
};
const kinds = ["proposal", "tool", "case", "mediation", "training", "other"] as const;
const settling = 30;

/** What came out of a year so far: a result reported, verified and decided on; now and then an award. */
export function resultActs(year: Year, random: Random): Act[] {
  const past = workingDates(year.calendar, year.from, year.today).slice(settling);
  if (past.length === 0) return [];
  const [hasResult, hasAward] = [random.chance(0.35), random.chance(0.12)];
  const contribution = contributionActs(past, year, random);
  const award = awardAct(random.pick(past), random);
  return [...(hasResult ? contribution : []), ...(hasAward ? [award] : [])];
}

function contributionActs(past: readonly string[], { calendar }: Year, random: Random): Act[] {
  const kind = random.pick(kinds);
  const on = random.pick(past);
  const input = {
    kind,
    title: random.pick(titles[kind]),
    area: random.pick(["basic-work", "casework", "prevention", "public-service", "team"]),
    month: on.slice(0, 7),
  };
  const reported: Act = { on, by: personaOf("officer"), rule: (ground) => reportContribution(ground, input) };
  const verified: Act = {
    on: addWorkingDays(calendar, on, random.whole(2, 20)),
    by: personaOf("station"),
    rule: (ground) => verifyContribution(ground, "k1", {}),
  };
  const outcome = random.chance(0.7) ? ("adopted" as const) : ("not-adopted" as const);
  const reason = outcome === "adopted" ? "有推广价值" : "暂不具备推广条件";
  const decided: Act = {
    on: addWorkingDays(calendar, verified.on, random.whole(3, 25)),
    by: personaOf("branch"),
    rule: (ground) => decideContribution(ground, "k1", { reason, outcome }),
  };
  return [reported, verified, decided];
}

function awardAct(on: string, random: Random): Act {
  const level: Award["level"] = random.pick([
    "third-class-merit",
    "commendation",
    "commendation",
    "commendation",
  ]);
  const documentNumber = `演示政〔${on.slice(0, 4)}〕${random.whole(1, 300)}号`;
  return {
    on,
    by: personaOf("hr"),
    rule: (ground) => recordAward(ground, { level, date: on, documentNumber }),
  };
}
