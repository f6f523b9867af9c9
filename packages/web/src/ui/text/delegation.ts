import { inBoth } from "./catalog.ts";

/** The words of acting for somebody else in one of their roles, in both languages. */
export const delegationWords = inBoth({
  zhCN: {
    title: "委托代办",
    own: "委托他人代办",
    intro:
      "委托期内，受托人登录后可切换为“代”委托人办理，权限不超过所委托的身份，操作记录同时载明两人。委托人、受托人任何一方经办的事项，受托人不得代为审批。",
    ends: "到期、撤回、委托人失去该身份或账号停用、受托人账号停用，委托即告终止。受托人不得转委托。",
    holder: "委托人",
    delegate: "受托人",
    delegateNumber: "受托人警号",
    delegateHint: "受托人须已有账号，不能是系统管理员、安全管理员、审计员。",
    assignment: "委托的身份",
    from: "起始日",
    to: "截止日",
    toHint: "必填，一次最长 92 天；更长的请改授身份。",
    reason: "事由",
    state: "状态",
    stateOf: { now: "代办中", later: "未开始", over: "已到期", ended: "已撤回" },
    by: "办理人",
    give: "委托",
    end: "撤回",
    none: "没有委托记录",
    noRoles: "没有可委托的身份",
    holders: "可委托的人员",
    holdersIntro: "在岗位上的市局、分局、派出所、派出单位、督察人员。本人也可以在“我的账号”中自行委托。",
    noHolders: "还没有可委托的人员",
    until: "委托至",
    actsFor: (p: { holder: string }) => `代${p.holder}`,
    roleFor: (p: { role: string; holder: string }) => `${p.role}，代${p.holder}`,
    permissions: { own: "委托他人代办本人身份", keep: "为他人办理委托、撤回委托" },
    events: {
      given: "委托代办",
      ended: "撤回委托",
      named: "受托代办",
      released: "委托终止",
    },
    delegateIs: (p: { name: string }) => `受托人 ${p.name}`,
    holderIs: (p: { name: string }) => `委托人 ${p.name}`,
    told: {
      holder: (p: { name: string; role: string; from: string; to: string }) =>
        `${p.name}代您办理（${p.role}），${p.from} 至 ${p.to}`,
      delegate: (p: { name: string; role: string; from: string; to: string }) =>
        `您代${p.name}办理（${p.role}），${p.from} 至 ${p.to}`,
    },
    bureau: "市局岗位待落实",
    absent: (p: { role: string; from: string; holders: string }) =>
      `${p.from} 起${p.role}（${p.holders}）离岗，无人代办：请办理委托，或落实接替人选`,
    absentForHands: (p: { role: string; from: string }) =>
      `${p.from} 起${p.role}全部离岗且无人代办：请商政治部办理委托，或授予其他人员该角色`,
    vacant: ({ role, until }: { role: string; until: string | undefined }) =>
      until === undefined
        ? `目前没有人担任${role}，须由其办理的事项无人办理：请联系安全管理员、系统管理员落实人选`
        : `${until} 之后没有人担任${role}：请提前联系安全管理员、系统管理员落实接任人`,
  },
  en: {
    title: "Delegations",
    own: "Have somebody act for you",
    intro:
      "While a delegation lasts, the delegate can change to acting for the holder: with the rights of that role and no more, and both names in the trail. What either of the two had a hand in, the delegate does not decide.",
    ends: "It ends on its last day, when it is taken back, when the holder loses the role or either account is suspended. A delegate delegates nothing on.",
    holder: "Holder",
    delegate: "Delegate",
    delegateNumber: "Police number of the delegate",
    delegateHint:
      "The delegate has an account already, and is not administrator, security officer or auditor.",
    assignment: "Role",
    from: "First day",
    to: "Last day",
    toHint: "Required, at most 92 days at a time; for longer, have the role given to somebody.",
    reason: "Reason",
    state: "State",
    stateOf: { now: "In force", later: "Not begun", over: "Over", ended: "Taken back" },
    by: "Entered by",
    give: "Delegate",
    end: "Take back",
    none: "No delegations",
    noRoles: "No role that can be delegated",
    holders: "Who can have a delegate",
    holdersIntro:
      "Bureau, branches, stations, sending units and inspectors. Everybody can name a delegate themselves, too, under “My account”.",
    noHolders: "Nobody yet who can have a delegate",
    until: "Delegated until",
    actsFor: ({ holder }) => `for ${holder}`,
    roleFor: ({ role, holder }) => `${role}, for ${holder}`,
    permissions: {
      own: "Have somebody act in one's own role",
      keep: "Enter and take back delegations of others",
    },
    events: {
      given: "Delegated",
      ended: "Delegation taken back",
      named: "Named as delegate",
      released: "No longer delegate",
    },
    delegateIs: ({ name }) => `delegate ${name}`,
    holderIs: ({ name }) => `for ${name}`,
    told: {
      holder: ({ name, role, from, to }) => `${name} for you as ${role}, ${from} to ${to}`,
      delegate: ({ name, role, from, to }) => `You for ${name} as ${role}, ${from} to ${to}`,
    },
    bureau: "Bureau roles without anybody",
    absent: ({ role, from, holders }) =>
      `From ${from} every ${role} is away (${holders}) and nobody acts for them: enter a delegation, or find somebody else.`,
    absentForHands: ({ role, from }) =>
      `From ${from} every ${role} is away and nobody acts for them: have the personnel office enter a delegation, or give the role to somebody else.`,
    vacant: ({ role, until }) =>
      until === undefined
        ? `Nobody is ${role} at present: what waits for it is done by nobody. Ask the security officer and the administrator for somebody.`
        : `Nobody is ${role} after ${until}: ask the security officer and the administrator for a successor in time.`,
  },
});
