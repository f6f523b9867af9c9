import type { Language } from "@dunmiao/web/ui/text";
import type { Persona } from "./personas.ts";

type Figures = Readonly<Record<string, string>>;

const zh = {
  region: "演示环境",
  differs: (p: { today: string; real: string }) => `演示时钟 ${p.today}，与真实日期 ${p.real} 不同`,
  same: (p: { today: string }) => `演示时钟 ${p.today}，与真实日期相同`,
  clock: "演示时钟",
  nextDay: "下一天",
  nextWeek: "下一周",
  moveTo: "推进到",
  day: "日期",
  dayHint: "格式 2026-03-02，只能推进到更晚的日期",
  move: "推进",
  moving: (p: { to: string }) => `演示时钟正在推进到 ${p.to}，途中每一天都运行当日巡检。`,
  movingLabel: "已完成的天数",
  refresh: "刷新",
  goOn: "返回",
  clockIntro:
    "演示时钟决定系统认为的“今天”，只能向前推进。推进途中每一天的巡检都会运行，提醒、预警和超限核查照常发生。",
  signIn: "选择演示身份",
  signInIntro:
    "这里是演示登录：没有密码，任何人都可以选择任一身份。正式部署使用单位的统一身份认证，本页面不会出现在其中。",
  persona: "身份",
  asPersona: "以此身份进入",
  switchTo: "切换身份",
  moreOptions: "更多选项",
  unit: "单位代码",
  unitHint: "分局、派出所、派出单位的身份可填；不填则为最新批次第一位挂职民警所在的单位。",
  serviceNumber: "警号",
  serviceNumberHint: "挂职民警、师傅的身份可填；不填则为最新批次第一位挂职民警、第一对师徒的师傅。",
  person: "人员区分",
  personHint: "同一身份需要两个人时填写，例如 2。",
  signOut: "退出登录",
  what: {
    hr: "政治部：批次、导入、全部待办",
    approver: "市局审批人：超过七个工作日的请假、更正的复核确认",
    branch: "分局：本分局的审批与认定",
    station: "派出所：本所的报到、登记与审批",
    sending: "派出单位：本单位派出的人员",
    officer: "挂职民警：本人台账与请假",
    mentor: "师傅：带教的徒弟、当月记录",
    inspector: "督察：抽查与登记",
    auditor: "审计：查阅全部，不作改动",
  } satisfies Record<Persona, string>,
  errors: {
    "clock-backwards": (p: Figures) => `演示时钟已到 ${p.today}，只能推进到更晚的日期。`,
    "clock-too-far": (p: Figures) => `一次最多推进 ${p.days} 天。`,
    "invalid-date": (_: Figures) => "请输入 2000-01-01 至 2099-12-31 之间的日期，格式如 2026-03-02。",
    "unknown-persona": (_: Figures) => "请选择一个演示身份。",
    "unknown-unit": (p: Figures) => `没有与该身份相符的单位 ${p.unit}。`,
    "unknown-officer": (p: Figures) => `没有警号为 ${p.serviceNumber} 的人员。`,
    "invalid-person": (_: Figures) => "人员区分只能是 1 至 20 个字母或数字。",
    "invalid-json": (_: Figures) => "请求内容不是 JSON 对象。",
  },
};
export type LocalText = typeof zh;
export type LocalCode = keyof LocalText["errors"];

const en: LocalText = {
  region: "Demonstration",
  differs: ({ today, real }) => `Demo clock ${today}, not the real date ${real}`,
  same: ({ today }) => `Demo clock ${today}, the real date`,
  clock: "Demo clock",
  nextDay: "Next day",
  nextWeek: "Next week",
  moveTo: "Move to",
  day: "Date",
  dayHint: "As 2026-03-02; forward only",
  move: "Move",
  moving: ({ to }) => `The demo clock is on its way to ${to}; the sweep of every day on the way is run.`,
  movingLabel: "Days done",
  refresh: "Refresh",
  goOn: "Back",
  clockIntro:
    "The demo clock says which day the product takes for today. When it moves forward, the sweep of every day on the way is run: reminders, warnings and reviews happen as they would.",
  signIn: "Choose a demo persona",
  signInIntro:
    "This is a demonstration: there is no password, and anybody may take any persona. A real installation uses your organisation's sign-in and does not contain this page.",
  persona: "Persona",
  asPersona: "Enter as this persona",
  switchTo: "Switch",
  moreOptions: "More options",
  unit: "Unit code",
  unitHint:
    "For branch, station and sending unit; left out, the unit of the first officer of the newest cohort.",
  serviceNumber: "Service number",
  serviceNumberHint:
    "For officer and mentor; left out, the first officer of the newest cohort, the mentor of the first pair.",
  person: "Which person",
  personHint: "Where two people of one persona are needed, for example 2.",
  signOut: "Sign out",
  what: {
    hr: "Personnel office: cohorts, imports, every to-do",
    approver: "Bureau approver: leave beyond seven working days, second person for corrections",
    branch: "Branch: approvals and confirmations of its own",
    station: "Station: report-in, recording and approvals of its own",
    sending: "Sending unit: the people it has sent",
    officer: "Officer: own ledger and leave",
    mentor: "Mentor: own apprentices, the month's entry",
    inspector: "Inspector: spot checks and findings",
    auditor: "Auditor: reads everything, changes nothing",
  },
  errors: {
    "clock-backwards": ({ today }) => `The demo clock has reached ${today} and only goes forward.`,
    "clock-too-far": ({ days }) => `It moves at most ${days} days at once.`,
    "invalid-date": () => "Enter a date from 2000-01-01 to 2099-12-31, such as 2026-03-02.",
    "unknown-persona": () => "Choose one of the demo personas.",
    "unknown-unit": ({ unit }) => `There is no unit ${unit} that suits this persona.`,
    "unknown-officer": ({ serviceNumber }) => `There is no officer with the service number ${serviceNumber}.`,
    "invalid-person": () => "Which person: 1 to 20 letters or digits.",
    "invalid-json": () => "The body is not a JSON object.",
  },
};

/** The sentences of this package in one language. */
export function localText(language: Language): LocalText {
  return language === "en" ? en : zh;
}
