import { type Dimension, dimensions, type Grade } from "@dunmiao/domain/assessment";
import type { FormInput } from "@dunmiao/domain/assessment/formInput";
import { monthsOf } from "@dunmiao/domain/checkpoint";
import type { Scheme } from "@dunmiao/domain/scheme";
import type { Random } from "./random.ts";

const opinions = [
  "能服从安排、融入班子，分管工作推进正常，按要求下沉社区走访。",
  "熟悉辖区情况较快，警情处置规范，基础信息采集及时。",
  "主动承担值班备勤，带领社区民警开展矛盾排查，群众反映较好。",
  "工作踏实，执法办案协同配合到位，建议加强队伍管理方面的锻炼。",
] as const;
const narratives = {
  excellent: "在急难任务中站得出来，牵头化解多起积案，经验已在分局推广，成绩突出。",
  incompetent: "多次未按要求完成分管工作，经提醒后改进不明显，不能胜任现岗位要求。",
} as const;
const sections = {
  duties: "分管社区警务和矛盾纠纷排查，参加值班备勤和专项行动。",
  results: "完成走访任务，推动辖区重点问题整改，协助办理治安案件。",
  shortcomings: "对基层执法办案流程掌握还不够全面，统筹能力有待加强。",
  plans: "把挂职期间的经验带回原单位，继续跟进未办结事项。",
} as const;
const deeds: Readonly<Record<string, readonly string[]>> = {
  "basic-work": ["更新辖区实有人口信息", "完成台账清理", "整理出租房屋登记"],
  casework: ["协助办理治安案件", "参与涉诈线索核查"],
  prevention: ["组织夜间巡防", "开展校园周边检查", "入户反诈宣传"],
  "public-service": ["帮助群众办理证照", "调解邻里纠纷", "走访独居老人"],
  team: ["组织岗位练兵", "带班值守"],
};
const showcases = ["在成果分享会上交流社区警务做法。", "形成调研报告一篇，在分局范围内交流。"] as const;

/** What a form of a kind says: as much as its kind asks for, with evidence of months that are behind. */
export function wordsOf(
  form: string,
  at: { scheme: Scheme; term: { from: string; to: string }; on: string },
  random: Random,
): (grade: Grade) => FormInput {
  const evidence = evidenceOf(at, random);
  const text = random.pick(form === "showcase" ? showcases : opinions);
  const spread = dimensions.map(() => random.chance(0.8));
  return (grade) => {
    switch (form) {
      case "opinion":
        return { text, grade, evidence };
      case "self-report":
        return { sections, evidence };
      case "assessment":
        return { grade, dimensions: dimensionsOf(grade, spread), evidence, ...narrativeOf(grade) };
      case "showcase":
        return { text, evidence: [] };
      default:
        return { evidence: [] };
    }
  };
}

function narrativeOf(grade: Grade): { narrative?: string } {
  return grade === "excellent" || grade === "incompetent" ? { narrative: narratives[grade] } : {};
}

function dimensionsOf(grade: Grade, isSame: readonly boolean[]): Record<Dimension, Grade> {
  const of = (at: number) => (isSame[at] ? grade : "competent");
  return { virtue: of(0), ability: of(1), diligence: of(2), achievement: of(3), integrity: of(4) };
}

function evidenceOf(
  { scheme, term, on }: { scheme: Scheme; term: { from: string; to: string }; on: string },
  random: Random,
): FormInput["evidence"] {
  const months = monthsOf({ from: term.from, to: on < term.to ? on : term.to });
  return Array.from({ length: random.whole(1, 4) }, () => {
    const { key } = random.pick(scheme.dutyAreas);
    return { area: key, month: random.pick(months), text: random.pick(deeds[key] ?? ["完成交办工作"]) };
  });
}
