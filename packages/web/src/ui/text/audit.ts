import { inBoth } from "./catalog.ts";

/** The words of the heads of days, in both languages. */
export const auditWords = inBoth({
  zhCN: {
    title: "日终签名",
    intro:
      "每天清晨，前一日变更的每份档案都记入一棵只增不改的校验树，树根经签名后另存。此后任何一份档案被改动、删除或凭空添加，核验都会指出是哪一天之后的事。",
    hint: "校验码可以抄在纸上或读给对方听：手中的码与此处一致，即是同一棵树。审计导出含这些签名头。",
    day: "截至日终",
    code: "校验码",
    size: "树中项数",
    root: "树根（SHA-256）",
    note: "签名文本",
    noteOf: (p: { day: string }) => `${p.day} 的签名文本`,
    none: "还没有日终签名",
    noneHint: "第一次有变更的日子过后，次日清晨会有第一份。",
    keyHandedOver: (p: { day: string; before: string; after: string }) =>
      `自 ${p.day} 起由 ${p.after} 签名（此前为 ${p.before}）：密钥交接，新旧密钥互签。请索取 anchors/key.txt，核验时用它作公钥；未听说此事的，请查明原因。`,
    keyChanged: (p: { day: string; before: string; after: string }) =>
      `自 ${p.day} 起换了签名密钥（${p.before} → ${p.after}）。如未事先说明更换，请查明原因：新密钥的签名不能证明之前的记录。`,
    permission: "查看日终签名和校验码",
  },
  en: {
    title: "Signed heads of days",
    intro:
      "Early each morning every record that was changed the day before goes into a tree of hashes that only grows; its root is signed and kept elsewhere. A record that is changed, removed or invented behind the product's back is named by a check, with the day.",
    hint: "The check code can be written down or read out: whoever holds the same code for a day holds the same tree. Audit exports carry these heads.",
    day: "At the end of",
    code: "Check code",
    size: "Leaves in the tree",
    root: "Root (SHA-256)",
    note: "Signed text",
    noteOf: (p: { day: string }) => `Signed text of ${p.day}`,
    none: "No day has a signed head yet",
    noneHint: "The morning after the first day with a change brings the first one.",
    keyHandedOver: (p: { day: string; before: string; after: string }) =>
      `From ${p.day} on ${p.after} signs (before: ${p.before}): one key hands over to another. Ask for anchors/key.txt and check with it; where nobody told you of it, find out why.`,
    keyChanged: (p: { day: string; before: string; after: string }) =>
      `From ${p.day} on another key signs (${p.before} → ${p.after}). Where nobody announced the change, find out why: the new key proves nothing of what was before.`,
    permission: "See the signed heads of days and their check codes",
  },
});
