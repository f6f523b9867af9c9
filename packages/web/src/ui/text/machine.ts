import { inBoth } from "./catalog.ts";

/** The words of accounts by which programs ask, in both languages. */
export const machineWords = inBoth({
  zhCN: {
    openHint: "接口账号供其他系统凭令牌调用，编号自定，不能与民警警号相同。",
    intro: "接口账号凭令牌调用：请绑定其在令牌签发方的主体标识，由安全管理员确认，再由双方授予角色。",
    noCodes: "不适用",
    name: "名称",
    identities: "令牌主体绑定",
    bindHint: (p: { issuer: string }) =>
      `令牌签发方：${p.issuer}。主体标识以令牌中的 sub 为准，一字不差。绑定须经安全管理员确认，确认前令牌不予接受。`,
    access: { label: "权限", read: "只读", write: "可写" },
  },
  en: {
    openHint:
      "A machine's account is for another system that asks by token. Choose any number that is no police number.",
    intro:
      "A machine asks by token: bind its subject at the issuer of its tokens, have the security officer confirm it, and have its role given by both hands.",
    noCodes: "Not applicable",
    name: "What it is called",
    identities: "Subjects of its tokens",
    bindHint: ({ issuer }) =>
      `Issuer of its tokens: ${issuer}. The subject is the sub of the tokens, letter by letter. No token is taken before the security officer has confirmed it.`,
    access: { label: "Access", read: "Reads only", write: "Reads and writes" },
  },
});
