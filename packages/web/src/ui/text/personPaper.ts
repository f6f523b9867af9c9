import { inBoth } from "./catalog.ts";

/** The words of one person's paper, in both languages. */
export const personPaperWords = inBoth({
  zhCN: {
    title: "个人核验凭据",
    open: "核验凭据",
    intro:
      "不到一万字节的文本文件，证明本档案的末条操作记录在某日的日终签名之内，并附当日的天数和认定。持有该日签名头的人不经本系统即可核验。",
    code: (p: { version: number; code: string }) => `档案第 ${p.version} 版，校验码 ${p.code}。`,
    heads: "可依的日终签名",
    file: "凭据",
    take: (p: { day: string }) => `下载 ${p.day} 的凭据`,
    notSigned: "档案的现行内容还没有日终签名",
    notSignedHint:
      "变更当日的日终签名在次日清晨生成，届时可出凭据。启用日终签名以前的档案，自下一次变更起纳入。",
    provesTitle: "凭据证明什么",
    proves: [
      "证明：档案的末条操作记录当日已入树；挂职期、方案和认定与当日档案一致（凭据附档案全文）。",
      "档案特别长、放不下时，只附末条操作记录（含档案的校验值）：所述挂职期、天数和认定未经证明，核验结果为“只证明一部分”。",
      "不证明：天数计算无误（须以审计导出重算），当时是谁在操作，时刻是否真实，从未录入的事项。",
    ],
    check:
      "核验：将凭据和所持的签名头（或公钥）交给核验页或核验命令，不经本系统即可核验。核验页附在审计导出中，签名头向审计人员索取。",
  },
  en: {
    title: "One person's paper",
    open: "Proof of the record",
    intro:
      "A text file of less than 10 kB: it proves that the last event of this record lies under the signed head of a day, and carries the count and the rulings. Whoever holds the head of that day checks it without this product.",
    code: (p: { version: number; code: string }) => `Line ${p.version} of the trail, check code ${p.code}.`,
    heads: "Signed days that cover it",
    file: "Paper",
    take: (p: { day: string }) => `Download the paper for ${p.day}`,
    notSigned: "What the record says now is under no signed day yet",
    notSignedHint:
      "The head of the day of a change is signed early the next morning: the paper can be had then. Records from before heads were signed come in with their next change.",
    provesTitle: "What the paper proves",
    proves: [
      "It proves that the record's last event was in the tree at the end of that day, and that the record, its term, scheme and rulings were what the paper says: it carries the whole record.",
      "A record too long for the file is left out: the paper then carries the last event with the hash of the record, and the check says that it proves a part only, not term, days and rulings.",
      "It does not prove that the days were counted right (an audit export recounts them), who sat at the keyboard, the true time, what was never entered.",
    ],
    check:
      "To check: give verify.html the paper and the head that you hold, or the key; or run npm run verify-export -- file.tlog-proof --checkpoint head.txt. Auditors give out heads.",
  },
});
