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
  "head-other-tree": ["签名头与哈希树不符", "a head is not that of the tree"],
  "key-other": ["所附公钥不是核验所用的公钥", "the key in the file is not the one that it is checked with"],
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
