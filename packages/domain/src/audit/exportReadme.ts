/** What lies in an export and how it is checked, in both languages. */
export function readmeText({ day, size }: { day: string; size: number }): string {
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

核验：npm run verify-export -- 本文件.zip --key 公钥文件 --checkpoint 上次的签名头
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

To check: npm run verify-export -- this-file.zip --key <key file> --checkpoint <your last head>
Take key and head from where you kept them, not from this file: those in it only show that it agrees with itself.
What no check can prove: who sat at the keyboard, the true time, what was never entered.
`;
}
