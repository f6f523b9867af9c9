/** What does not agree in an export: a code, what it is about, and more that tells it apart. */
export type Finding = { code: FindingCode; about: string; detail?: string | undefined };

/** Each finding in Chinese and English. */
export const findingTexts = {
  "not-readable": ["文件无法读取，或已截断", "the file cannot be read, or is cut off"],
  "foreign-format": [
    "不是本系统的审计导出，或版本较新",
    "no audit export of this product, or of a later version",
  ],
  "part-missing": ["缺少部分", "a part is missing"],
  "part-unknown": ["清单之外的部分", "a part that the manifest does not name"],
  "rules-differ": ["方案或日历与档案所载不符", "a scheme or a calendar is not what the records make it"],
  "totals-differ": ["份数与清单不符", "the manifest says another number of records or events"],
  "part-altered": ["与清单的大小或哈希不符", "size or hash is not that of the manifest"],
  "line-unreadable": ["有一行无法读取", "a line cannot be read"],
  "head-unreadable": ["签名头无法读取", "a head cannot be read"],
  "head-unsigned": ["签名头的签名不成立", "the signature of a head does not hold"],
  "head-retired": [
    "只有已停用的密钥签名：该日时此密钥已到期",
    "signed by nothing but a key that had been retired before that day",
  ],
  "head-other-tree": ["签名头与哈希树不符", "a head is not that of the tree"],
  "head-missing": ["某日有变更，却没有签名头", "a day on which something was changed has no head"],
  "key-other": ["所附公钥不是核验所用的公钥", "the key in the file is not the one that it is checked with"],
  "cosigners-differ": [
    "另一方的公钥与档案所载不符",
    "keys of other signers are not those that the records tell of",
  ],
  "cosigner-other": [
    "所提供的另一方公钥不在登记之列",
    "the other signer's key that was given is not on record",
  ],
  "cosignature-wrong": ["另一方的签名不成立", "the signature of another signer does not hold"],
  "cosignature-missing": [
    "档案载有另一方的签名，签名头上没有",
    "the records tell of a signature that the head lacks",
  ],
  "cosignature-unknown": ["签名头上有档案未载的签名", "a head bears a signature of which no record tells"],
  "heads-none": ["没有签名头", "there is no head"],
  "leaves-beyond": ["哈希树有签名头之外的项", "leaves beyond the last head"],
  "not-extended": ["哈希树不是从上次的签名头延续而来", "the tree does not begin with the head that you hold"],
  "proof-wrong": ["一致性证明不成立", "the consistency proof does not hold"],
  "record-removed": [
    "哈希树中有此档案，导出中没有",
    "the tree knows the record, the export does not hold it",
  ],
  "record-rewritten": [
    "与当日入树的操作记录不符",
    "its trail is not the one that went into the tree on that day",
  ],
  "record-not-in-tree": ["应已入树而未入树", "it should be in the tree and is not"],
  "record-doubled": ["档案重复", "the record comes twice"],
  "chain-missing": ["操作记录缺失", "an event is missing"],
  "chain-broken-link": ["操作记录前后不相扣", "an event is not chained to the one before"],
  "chain-altered-event": ["操作记录被改动", "an event was altered"],
  "chain-altered-record": ["档案与最后一条操作记录不符", "the record is not what its last event says"],
  "events-without-record": ["操作记录没有对应的档案", "events without a record"],
  "text-altered": [
    "长文字与档案或操作记录中的哈希不符",
    "words are not those whose hash is in record or trail",
  ],
  "record-unreadable": ["档案内容不符合格式", "the content of the record has another form"],
  "dates-extreme": ["日期相距过远，无法重算", "dates are too far apart to count the days between them again"],
  "count-differs": ["清单所列重算不符", "what lists say, days among it, is not what a recount says"],
  "ruling-count-differs": [
    "认定所依据的天数重算不符",
    "the days that a ruling stands on, recounted, are others",
  ],
  "ruling-over-limit": ["超过上限仍予以认定", "recognised over the limit"],
  "paper-unreadable": ["不是个人核验凭据，或已截断", "no paper of this product, or one that was cut off"],
  "paper-unanchored": [
    "未提供公钥或签名头，无从得知由谁出具",
    "neither key nor head was given: nothing shows whose it is",
  ],
  "paper-head-other": [
    "凭据所依的签名头不是您所持的：请索取对应该日的凭据",
    "it is proved against another head than yours: ask for one for that day",
  ],
  "paper-not-in-tree": ["签名头的哈希树中没有此项", "it is not in the tree of that head"],
  "paper-event-other": ["末条操作记录不是入树的那一条", "its last event is not the one in the tree"],
  "paper-record-other": ["档案与末条操作记录不符", "the record is not what its last event says"],
  "paper-facts-other": ["所述情况与所附档案不符", "what it says is not what its record says"],
  "decided-on-own-request": ["提出人自己作了决定", "decided by whoever asked"],
} as const;
export type FindingCode = keyof typeof findingTexts;

/** What no check of an export can show. */
export const unprovable = [
  ["当时坐在键盘前的是谁", "who sat at the keyboard"],
  ["时刻是否真实", "whether the times are true"],
  ["从未录入的事项", "what was never entered"],
] as const;

export function findingLine({ code, about, detail }: Finding): string {
  const [zh, en] = findingTexts[code];
  return `${about}: ${zh} / ${en}${detail === undefined ? "" : ` (${detail})`}`;
}
