import { inBoth, type RefusalFigures } from "./catalog.ts";

/** The words of those who sign the heads of days beside us, in both languages. */
export const cosignerWords = inBoth({
  zhCN: {
    title: "另一方签名",
    intro:
      "另一家机关（如纪检监察）用自己的私钥给日终签名再签一次，私钥不在本系统。此后即使本系统的管理者也无法不留痕迹地改写该日之前的档案。",
    how: "每月取最后一天的签名文本，由对方签名后以文本交回，由审计人员录入。",
    none: "没有登记另一方：日终签名只有本系统自己的一份",
    noneHint: "由安全管理员登记对方的公钥。",
    organ: "机关",
    key: "公钥",
    keyHint: "对方给出的一行文字：名称+八位编号+公钥",
    added: (p: { on: string; by: string }) => `${p.on} 由${p.by}登记。`,
    ended: (p: { on: string }) => `${p.on} 停用，此前的签名仍然有效。`,
    end: (p: { organ: string }) => `停用${p.organ}的公钥`,
    signedDays: (p: { organ: string }) => `${p.organ}已签的日终`,
    add: "登记另一方",
    endHint: "停用后不再录入其签名，已录入的仍然有效。",
    bring: "录入签名",
    note: "签名文本",
    noteHint: "粘贴交回的全部文字，末尾是对方的签名行",
    signedNone: "还没有录入过签名",
    day: "截至日终",
    size: "树中项数",
    broughtBy: "录入人",
    broughtOn: "录入日期",
    until: (p: { day: string }) => `另一方已签到 ${p.day}；此后的日终签名只有本系统自己的一份。`,
    untilNever: "除本系统外，还没有任何一方签过日终。",
    link: "另一方签名",
    permissions: { keep: "登记、停用给日终签名的另一方", bring: "录入另一方对日终的签名" },
    events: {
      "cosigner.added": "登记日终签名的另一方",
      "cosigner.ended": "停用另一方的公钥",
      "cosigner.head-cosigned": "录入另一方对日终的签名",
    },
    refusals: {
      "cosigner-already-there": (p: RefusalFigures) => `该公钥已登记（${p.organ}）`,
      "cosigner-ended": () => "该公钥已停用，不再录入其签名",
      "cosigner-is-ours": (p: RefusalFigures) => `“${p.name}”是本系统自己的签名名称，须填写另一方的公钥`,
      "cosigner-key-unreadable": () => "公钥无法识别，应为一行：名称+八位编号+公钥，请对方重新给出",
      "cosignature-already-there": (p: RefusalFigures) => `${p.organ} 对 ${p.day} 的签名已录入`,
      "cosignature-missing": () => "文本中没有已登记的另一方的签名行",
      "cosignature-wrong": (p: RefusalFigures) =>
        `${p.organ} 的签名与文本不符：文本或签名在途中被改动，请重新取得`,
      "cosigned-head-differs": (p: RefusalFigures) =>
        `对方签的 ${p.day} 日终与本系统现存的不同：请保留这份文本，立即报告审计负责人`,
      "cosigned-head-unknown": (p: RefusalFigures) => `本系统没有 ${p.day} 的日终签名`,
      "cosigned-note-unreadable": () => "不是签名文本：应从第一行起全部粘贴，末尾是签名行",
    },
  },
  en: {
    title: "Signed by somebody else",
    intro:
      "Another organ (such as discipline inspection) signs the heads of days once more with a private key of its own, which this system does not hold. From then on not even those who run the system can rewrite what lies before that day without a trace.",
    how: "Once a month take the signed text of the last day; they sign it and give it back as text, and an auditor brings it in.",
    none: "Nobody else is entered: the heads of days bear our own signature only",
    noneHint: "The security officer enters their public key.",
    organ: "Organ",
    key: "Public key",
    keyHint: "The line that they give: name+eight characters+key",
    added: (p: { on: string; by: string }) => `Entered on ${p.on} by ${p.by}.`,
    ended: (p: { on: string }) => `Ended on ${p.on}; what it signed before still stands.`,
    end: (p: { organ: string }) => `End the key of ${p.organ}`,
    signedDays: (p: { organ: string }) => `Days that ${p.organ} signed`,
    add: "Enter another signer",
    endHint: "No signature of it is taken any more; those brought in still stand.",
    bring: "Bring in a signature",
    note: "Signed text",
    noteHint: "Paste all of the text that came back; the line of their signature is at its end",
    signedNone: "No signature was brought in yet",
    day: "At the end of",
    size: "Leaves in the tree",
    broughtBy: "Brought in by",
    broughtOn: "Brought in on",
    until: (p: { day: string }) =>
      `Somebody else has signed until ${p.day}; the heads of later days bear our own signature only.`,
    untilNever: "Nobody but us has signed any day yet.",
    link: "Signed by somebody else",
    permissions: {
      keep: "Enter and end another signer of the heads of days",
      bring: "Bring in another signer's signature of a day",
    },
    events: {
      "cosigner.added": "Another signer of the heads entered",
      "cosigner.ended": "Another signer's key ended",
      "cosigner.head-cosigned": "Another signer's signature brought in",
    },
    refusals: {
      "cosigner-already-there": (p: RefusalFigures) => `This key is entered already (${p.organ})`,
      "cosigner-ended": () => "This key has ended: no signature of it is taken any more",
      "cosigner-is-ours": (p: RefusalFigures) =>
        `“${p.name}” is the name under which this system signs: enter the other signer's key`,
      "cosigner-key-unreadable": () =>
        "This is no public key: it is one line of name+eight characters+key; ask them for it again",
      "cosignature-already-there": (p: RefusalFigures) =>
        `The signature of ${p.organ} for ${p.day} is there already`,
      "cosignature-missing": () => "The text bears no signature of anybody who is entered here",
      "cosignature-wrong": (p: RefusalFigures) =>
        `The signature of ${p.organ} does not fit the text: one of them was changed on the way; get it again`,
      "cosigned-head-differs": (p: RefusalFigures) =>
        `What they signed for ${p.day} is not what this system holds now: keep this text and tell the head of audit at once`,
      "cosigned-head-unknown": (p: RefusalFigures) => `This system has no signed head of ${p.day}`,
      "cosigned-note-unreadable": () =>
        "This is no signed text: paste it from its first line to the line of the signature",
    },
  },
});
