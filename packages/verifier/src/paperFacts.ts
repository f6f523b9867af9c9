import { endsOf, type KeyRing } from "@dunmiao/domain/audit/keyRing";
import type { PersonPaper } from "@dunmiao/domain/audit/personPaper";
import { noteKeyText } from "@dunmiao/domain/audit/signedNote";
import { checkCode, recordCode } from "@dunmiao/domain/audit/treeHead";
import type { PaperChecking, VerifiedPaper } from "./verifyPaper.ts";

/** Chinese and English. */
type Words = readonly [zh: string, en: string];
/** One line of the report on a paper; the value is the same in both languages where it is one text. */
export type PaperFact = { label: Words; value: Words | string };

const verdicts = {
  within: ["未超限", "within the limit"],
  "at-limit": ["已达上限", "at the limit"],
  exceeded: ["超限", "over the limit"],
} as const satisfies Record<PersonPaper["count"]["verdict"], Words>;
const outcomes = {
  recognised: ["予以认定", "recognised"],
  "not-recognised": ["不予认定", "not recognised"],
  "make-up": ["延长补足", "to be made up"],
} as const satisfies Record<PersonPaper["facts"]["rulings"][number]["outcome"], Words>;
const states = {
  proposed: ["拟定", "proposed"],
  rejected: ["未批准", "rejected"],
  "in-force": ["已生效", "in force"],
  upheld: ["复核维持", "upheld on review"],
  reopened: ["复核撤销", "set aside on review"],
} as const satisfies Record<PersonPaper["facts"]["rulings"][number]["state"], Words>;
const reaches = {
  nothing: ["不成立，见不符之处", "it does not hold: see what does not agree"],
  hash: [
    "只证明末条操作记录的哈希；记录和档案未附：上列姓名、天数和认定未经证明，须与档案比对",
    "the hash of the last event and nothing else; neither event nor record is in the file: name, days and rulings above are not proved, compare them with the record",
  ],
  event: [
    "只证明末条操作记录，其中有档案的哈希；档案未附：上列姓名、天数和认定未经证明，须与档案比对",
    "the last event and nothing else, with the hash of the record; the record is not in the file: name, days and rulings above are not proved, compare them with the record",
  ],
  record: ["档案在树中，所述情况与档案一致", "the record is in the tree, and what is said of it is in it"],
} as const satisfies Record<VerifiedPaper["reach"], Words>;

/** What a paper says, and how far that is proved. */
export function paperFacts(
  { paper, head, reach, cosigned }: VerifiedPaper,
  held: PaperChecking,
): PaperFact[] {
  if (!paper || !head) return [];
  return [
    ...said(paper),
    { label: ["档案校验码", "Code of the record"], value: recordCode(paper.leaf.head) },
    { label: ["签名截至", "Signed until"], value: `${head.day} ${head.origin}` },
    { label: ["当日校验码", "Check code of that day"], value: checkCode(head) },
    { label: ["证明所及", "What is proved"], value: reaches[reach] },
    { label: ["所用公钥", "Key"], value: keyWords(held.keys) },
    ...cosigned.map(
      ({ key, isSigned }): PaperFact => ({
        label: ["另一方签名", "Signed by another, too"],
        value: isSigned ? key : [`没有：${key}`, `no: ${key}`],
      }),
    ),
    {
      label: ["天数", "The count"],
      value: [
        "由出具方计算，凭据不证明计算无误：可用审计导出重算",
        "is what the product counted; that it is right is not proved here: an audit export recounts it",
      ],
    },
  ];
}

function said({ leaf, facts, count }: PersonPaper): PaperFact[] {
  const { officer, term, scheme, rulings } = facts;
  return [
    { label: ["姓名和编号", "Officer"], value: `${officer.name} ${officer.serviceNumber}` },
    { label: ["挂职期", "Term"], value: `${term.from} – ${term.to}` },
    { label: ["档案", "Record"], value: `${leaf.kind} ${leaf.id} v${leaf.version} (${leaf.day})` },
    { label: ["方案；日历", "Scheme; calendar"], value: `${scheme}; ${count.calendarVersion}` },
    { label: [`截至 ${count.on} 的天数`, `Days until ${count.on}`], value: daysInWords(count) },
    ...(count.days && count.days.length > 0
      ? [{ label: ["计入的日子", "Days that count"] as const, value: runsInWords(count.days) }]
      : []),
    ...rulings.map(
      (each): PaperFact => ({
        label: [`认定 ${each.id}`, `Ruling ${each.id}`],
        value: rulingInWords(each),
      }),
    ),
  ];
}

function daysInWords({ countedDays, pendingDays, limitDays, verdict }: PersonPaper["count"]): Words {
  const [zh, en] = verdicts[verdict];
  return [
    `计入 ${countedDays}，待定 ${pendingDays}，上限 ${limitDays}：${zh}`,
    `${countedDays} counted, ${pendingDays} pending, limit ${limitDays}: ${en}`,
  ];
}

function runsInWords(runs: NonNullable<PersonPaper["count"]["days"]>): string {
  return runs.map(({ from, to, days }) => `${from === to ? from : `${from} – ${to}`} (${days})`).join("; ");
}

function rulingInWords(ruling: PersonPaper["facts"]["rulings"][number]): Words {
  const { outcome, state, countedDays, limitDays, decidedOn = "—" } = ruling;
  const [of, is] = [outcomes[outcome], states[state]];
  return [
    `${of[0]}（${is[0]}），${decidedOn}，${countedDays} / ${limitDays} 天`,
    `${of[1]} (${is[1]}), ${decidedOn}, ${countedDays} of ${limitDays} days`,
  ];
}

function keyWords(keys: KeyRing | undefined): Words | string {
  return keys ? keysInWords(keys) : ["未提供：签名未核对", "not given: the signature was not checked"];
}

/** The keys of one tree, each but the last with the last day whose head it signs. */
export function keysInWords(keys: KeyRing): string {
  return endsOf(keys)
    .map(({ key, until }) => noteKeyText(key) + (until === undefined ? "" : ` (– ${until})`))
    .join("; ");
}
