import { nameOf } from "../../nameOf.ts";
import type { RefusalFigures, RefusalSentences } from "../catalog.ts";
import { absenceClass, absenceState, rung } from "./absence.ts";
import { status } from "./secondment.ts";

function provisionalOf({ provisional }: RefusalFigures): string {
  return provisional ? "（含暂定：放假安排尚未公布）" : "";
}

/** Refusals of what is done to secondments and absences, and of every request as such. */
export const absenceRefusals = {
  "already-acknowledged": () => "该提醒已有人确认",
  "already-contested": () => "已提出异议，正在等待答复",
  "not-reported-in": () => "尚未报到，无可更正",
  "nothing-changes": () => "与现有内容相同，无需更改",
  "term-is-over": () => "任期已满，不能再移动任期",
  "term-was-changed": (p) => `任期此后已经另行决定（现至 ${p.to}），更正报到日期不能再移动任期`,
  "correction-lowers-count": (p) =>
    `更正将使累计 ${p.countedDays} 天减少，请逐条更正不在岗记录并附依据，由另一人复核确认`,
  "report-in-undecided": () => "报到日期的更正正待另一人复核确认，办结后才能办理",
  "too-many-report-in-corrections": (p) => `一个任期最多更正报到日期 ${p.limit} 次`,
  "unknown-report-in-correction": () => "没有该项报到日期更正",
  "report-in-correction-decided": () => "该项报到日期更正已办结",
  "report-in-needs-evidence": (p) =>
    `此项更正将减少未报到 ${p.days} 个工作日；本任期内由一人更正累计减少超过 ${p.limit} 个工作日的，须填写依据的文号、标题和日期，并由另一人复核确认`,
  "late-days-unconfirmed": (p) =>
    `${p.from} 至 ${p.to} 有 ${p.days} 个工作日将列为未报到${provisionalOf(p)}；确认无误请勾选后再提交，否则请更正日期`,
  "already-reported-in": (p) => `已于 ${p.on} 报到，不能重复登记`,
  "bad-request": () => "请求无法识别",
  "cursor-of-another-list": () => "地址中的翻页位置不属于本列表，或者已被改动：请从第一页重新打开列表",
  "changed-meanwhile": (p) =>
    `在您填写期间，${p.byName ?? "另有人"} 已于 ${p.on} 变更了此项，请核对最新内容后再提交`,
  "class-not-decided": (p) =>
    `方案第 ${p.version} 版没有规定“${nameOf(absenceClass, p.class)}”是否计入，不能登记、更改为或批准该类别；待新版方案作出规定后办理`,
  "closed-to-facts": (p) => `该挂职状态为“${nameOf(status, p.status)}”，不能再变更`,
  "evidence-required": () =>
    "改为不计入的类别，减少已过去的、上级批准的或认定的天数，或者累计、审批中与已减少的天数合计达到预警线后再减少，须填写依据的文号、标题和日期，并由另一人复核确认",
  "finding-of-higher-rung": () =>
    "登记人层级高于本单位：须由分局、政治部或审批人撤销或减少，派出所不能单独办理",
  "finding-needs-host-or-hr": () => "旷工、召回只能由挂职单位、政治部或督察登记",
  forbidden: () => "当前身份不能查看或办理此事项",
  "idempotency-key-reused": () => "同一提交编号已用于其他内容，请刷新页面后重新提交",
  "in-the-future": (p) => `日期不得晚于今天（${p.today}）`,
  "store-unavailable": () => "数据暂时无法读写，系统正在恢复；请稍候再次提交，同一次提交不会重复入账",
  "nothing-ticked": () => "没有选中任何一项，请先勾选要办理的各行",
  "too-many-ticked": (p) => `一次最多办理 ${p.most} 项，请减少勾选后重新提交`,
  "record-unreadable": () => "该人员的记录无法读取，未予办理；请报政治部核对",
  "row-unreadable": (p) =>
    p.id === undefined
      ? "所需的一条记录无法读取，未作任何改动；已转人事部门核查"
      : `所需的一条记录无法读取，未作任何改动，已列入待办：${p.id}`,
  "rows-unreadable": () => "部分记录无法读取，文件不完整，未予生成；请在页面上查看是哪些记录",
  "too-often": (p) => `导出、打印或校验过于频繁，请 ${p.minutes} 分钟后再试`,
  "store-full": () => "磁盘空间已满，暂时不能保存任何内容；请联系管理员清理空间。已保存的数据完好，仍可查阅",
  "internal-error": () => "处理过程中出现意外错误",
  "invalid-format": () => "格式有误",
  "kept-again": () => "已重新登录，所填内容原样保留，尚未提交。请核对后提交",
  "too-many-members": () => "提交的内容过长、字段过多或者层级过深，请分次提交",
  "invalid-json": () => "内容不是有效的 JSON 对象",
  "kind-cannot-change": () => "请假与认定不在岗不能互相更改；请作废后重新登记",
  "needs-higher-rung": (p) => `须由${nameOf(rung, p.rung)}以上一级决定`,
  "no-longer-stands": (p) => `此项当前为“${nameOf(absenceState, p.state)}”，不能再变更`,
  "not-for-this-role": () => "当前身份不能办理此事项",
  "not-for-this-act": () => "所选事项不适用于本操作，未作改动",
  "not-found": () => "没有找到该记录",
  "not-open-to-contest": (p) => `此项当前为“${nameOf(absenceState, p.state)}”，不能提出异议`,
  "not-planned": (p) => `该挂职状态为“${nameOf(status, p.status)}”，不能确认报到`,
  "not-signed-in": () => "尚未登录，或登录已过期",
  "not-waiting-for-approval": (p) => `此项当前为“${nameOf(absenceState, p.state)}”，没有待批准的内容`,
  "not-waiting-for-confirmation": (p) => `此项当前为“${nameOf(absenceState, p.state)}”，没有待确认的内容`,
  "not-yours-to-change": () => "只能更改本人提出且尚未批准的请假",
  "only-findings-are-contested": () => "只有认定不在岗可以提出异议",
  "only-the-officer-contests": () => "只有本人可以提出异议",
  "crosses-terms": (p) =>
    `本任期为 ${p.from} 至 ${p.to}，与同一人的另一任期相接；请在两个任期中分别登记各自的日期`,
  "outside-term": (p) => `所填日期完全在允许范围（${p.from} 至 ${p.to}）之外`,
  "over-limit-needs-tick": (p) =>
    `通过后累计 ${p.countedDays} 天，超过上限 ${p.limitDays} 天并将启动超限核查；确需通过的，请勾选“知晓将超限”`,
  "own-case": () => "不能办理本人的事项",
  "past-days-need-a-decision": () =>
    "申请中有已过去的日期，不能撤回，也不能移出；请由有权审批的人批准或退回，并认定这些日期是否在岗",
  "past-days-need-a-choice": () => "其中有已过去的日期，请选择：按在岗处理，或登记为旷工",
  "proposal-without-evidence": () =>
    "现在批准会减少累计不在岗天数，而此项更正没有依据；请退回，由提出人附依据重新提出",
  "proposal-open": () => "已有待批准的更正或作废，请先处理",
  "steps-outstanding": () => "期间有到期事项正在办理，请稍后再试",
  "record-busy": () => "该记录正被多人同时更新，请稍后重试",
  refused: () => "不符合规定，不能办理",
  "same-person-decides": () => "不能决定本人提出、登记、更正或核实的事项，请由另一人办理",
  "too-large": (p) => `不得大于 ${p.max}`,
  "too-many-open-requests": (p) => `尚有 ${p.limit} 条请假待审批，审批后才能再提出`,
  "too-many-absences": (p) => `一个任期最多登记 ${p.limit} 条`,
  "too-small": (p) => `不得小于 ${p.min}`,
  "unknown-absence": () => "没有找到该不在岗记录",
  "unknown-cohort": (p) => `没有编号为 ${p.cohort} 的批次`,
  "unknown-warning": () => "没有该档次的提醒",
} satisfies RefusalSentences;
