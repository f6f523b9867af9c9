import type { Account, Assignment } from "@dunmiao/domain/account";
import { nameOf } from "../../nameOf.ts";
import type { RefusalSentences } from "../catalog.ts";
import { role as roles } from "./people.ts";

export const accountPage = {
  title: "账号",
  none: "还没有账号",
  number: "警号",
  name: "姓名",
  roles: "身份",
  state: "状态",
  stateOf: { active: "可用", suspended: "已停用" } satisfies Record<Account["status"], string>,
  secondFactor: "动态口令",
  set: "已设置",
  notSet: "未设置",
  waiting: (p: { count: number }) => `${p.count} 项身份待系统管理员确认`,
  open: "开立账号",
  openIntro:
    "账号与警号一一对应。开立后由安全管理员授予身份，系统管理员把一次性链接当面交给本人，由本人设置口令。",
  one: (p: { name: string; number: string }) => `${p.name}（${p.number}）`,
  assignment: "身份",
  unit: "单位",
  noUnit: "不限单位",
  from: "起始日",
  to: "截止日",
  toHint: "不填写则长期有效；挂职、借调人员请填写到期日。",
  noEnd: "长期",
  assignmentState: {
    asked: "待系统管理员确认",
    granted: "有效",
    ended: "已终止",
  } satisfies Record<Assignment["state"], string>,
  grantedBy: "授予人",
  noRoles: "没有任何身份，登录后不能办理事项",
  grant: "授予身份",
  grantHint:
    "政治部、市局审批人须再经系统管理员确认。系统管理员、安全管理员、审计三者不得兼任。分局、派出所、派出单位须选择单位。",
  confirm: "确认",
  end: "终止",
  link: "一次性链接",
  linkIntro: "链接只显示这一次，24 小时内有效，用过即失效。请当面交给本人，不要通过群聊或邮件发送。",
  issueInvitation: "生成邀请链接",
  issueReset: "生成重设口令链接",
  linkFor: (p: { name: string; number: string; until: string }) =>
    `${p.name}（${p.number}）的链接，有效至 ${p.until}`,
  suspend: "停用账号",
  suspendHint: "立即退出其所有登录，停用期间不能登录。",
  reason: "原因",
  resume: "恢复账号",
  removeSecondFactor: "取消动态口令",
  removeSecondFactorHint: "本人丢失手机且恢复码用完时使用；下次登录须重新设置。",
  sessions: "当前登录",
  noSessions: "当前没有登录",
  endSessions: "全部退出",
  since: "登录时间",
  seen: "最近使用",
  device: "浏览器",
  lastBackup: (p: { at: string }) => `最近一次备份：${p.at}，已逐条核验`,
  noBackup:
    "还没有备份，数据一旦损坏无法找回。启动后会自动备份；迟迟没有，请在服务器上运行 npm run backup 查看原因。",
  oldBackup: (p: { at: string }) =>
    `最近一次备份是 ${p.at}，已超过 26 小时。请在服务器上运行 npm run backup 查看原因。`,
};

export const accountRefusals = {
  "account-known": () => "该警号已有账号",
  "account-not-suspended": () => "该账号没有停用",
  "account-suspended": () => "该账号已停用",
  "code-wrong": () => "动态口令不正确，请输入手机上当前显示的六位数字",
  "hands-together": (p) => `本人已是${nameOf(roles, p.role)}：系统管理员、安全管理员、审计三者不得兼任`,
  "link-not-valid": () => "链接无效、已用过或已过期，请向系统管理员索取新的链接",
  "passphrase-is-number": () => "口令不能含有警号",
  "passphrase-short": (p) => `口令至少 ${p.least} 个字符`,
  "role-ended": () => "该身份已终止",
  "role-held-already": () => "本人在这段时间已有这一身份",
  "role-needs-unit": () => "该身份须选择单位",
  "role-not-asked": () => "该身份不在待确认状态",
  "role-without-unit": () => "该身份不限单位，请不要选择单位",
  "same-two-people": () => "系统管理员和安全管理员不能是同一人",
  "sign-in-blocked": (p) => `失败次数过多，请 ${p.minutes} 分钟后再试`,
  "sign-in-failed": () => "警号、口令或动态口令不正确",
  "too-many-roles": (p) => `一个账号最多登记 ${p.limit} 项身份`,
} satisfies RefusalSentences;
