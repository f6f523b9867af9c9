type Told = {
  day: string;
  size: number;
  /** Whether the page that checks the export lies in it; exports of version 2 and before do not say. */
  verifier?: "in" | "lacking" | undefined;
};

const pages = {
  in: {
    zhPart: "verify.html        核验页：从磁盘打开，不联网\n",
    zhCheck: `核验：从磁盘打开 verify.html，选入本文件、公钥和上次的签名头。
随本文件来的核验页请与另行取得的比对（SHA-256 见 manifest.json）：改动本文件的人也能改动它。
或以命令：`,
    enPart: "verify.html        the page that checks: opened from disk, without network\n",
    enCheck: `To check: open verify.html from disk and give it this file, the key and your last head.
Compare a page that came with this file with one that came by another way (its SHA-256 is in manifest.json): whoever
changes this file can change it, too.
Or as a command: `,
  },
  lacking: {
    zhPart: "verify.html        不在本文件中：导出时未能生成；请另行取得，或用下述命令\n",
    zhCheck: "核验：",
    enPart:
      "verify.html        not in this file: it could not be made; get it elsewhere, or use the command below\n",
    enCheck: "To check: ",
  },
};
const unsaid = { zhPart: "", zhCheck: "核验：", enPart: "", enCheck: "To check: " };

/** What lies in an export and how it is checked, in both languages. */
export function readmeText({ day, size, verifier }: Told): string {
  const { zhPart, zhCheck, enPart, enCheck } = verifier ? pages[verifier] : unsaid;
  return `墩苗 审计导出
截至 ${day} 日终，追加式哈希树共 ${size} 项。

records.jsonl      每行一份档案，按存储原文
events.jsonl       每行一条操作记录，首尾相扣
texts.jsonl        档案之外的长文字，其哈希在档案和操作记录中
leaves.jsonl       哈希树（RFC 9162，SHA-256）各项，按次序
schemes/           各方案已发布的各版本
calendar/          工作日历的各版本
checkpoints/       各日的签名头（C2SP checkpoint，Ed25519）和公钥
proofs/            与上次签名头的一致性证明（提供了上次签名头时）
manifest.json      各文件的大小、SHA-256、SM3
${zhPart}
${zhCheck}npm run verify-export -- 本文件.zip --key 公钥文件 --checkpoint 上次的签名头
公钥和签名头请用另行取得的，不用本文件所附的：所附的只能证明本文件前后一致。
核验不能证明：当时是谁在操作，时刻是否真实，从未录入的事项。

Dunmiao audit export
As at the end of ${day}: an append-only tree of ${size} leaves.

records.jsonl      one record a line, as it is stored
events.jsonl       one event a line, each chained to the one before
texts.jsonl        long texts beside records; their hashes stand in record and trail
leaves.jsonl       the leaves of the tree (RFC 9162, SHA-256), in their order
schemes/           every published version of every scheme
calendar/          every version of the working calendar
checkpoints/       the signed head of each day (C2SP checkpoint, Ed25519) and the public key
proofs/            that this tree begins with your last head, where you gave one
manifest.json      size, SHA-256 and SM3 of every part
${enPart}
${enCheck}npm run verify-export -- this-file.zip --key <key file> --checkpoint <your last head>
Take key and head from where you kept them, not from this file: those in it only show that it agrees with itself.
What no check can prove: who sat at the keyboard, the true time, what was never entered.
`;
}
