import { itemsOf } from "@dunmiao/domain/pair/tickItem";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import type { SummaryRow } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";

type Named = { name: PairScheme["name"] };

/** Every setting of a pair scheme in words, but its timetable. */
export function settingRows(text: Text, scheme: PairScheme): SummaryRow[] {
  const words = text.pairScheme;
  const { language, common } = { language: text.language, common: text.common };
  const names = (all: readonly Named[]) =>
    all.map(({ name }) => name[language]).join(common.listMark) || common.none;
  const count = (
    key: "longestMonths" | "renewals" | "loadCap" | "restMonths" | "secondChances" | "objectionMonths",
  ) => ({
    label: words[key],
    value: String(scheme[key]),
  });
  return [
    { label: text.schemeDraft.nameGroup, value: `${scheme.name["zh-CN"]} / ${scheme.name.en}` },
    count("longestMonths"),
    count("renewals"),
    count("loadCap"),
    count("restMonths"),
    { label: words.eligibility, value: names(scheme.eligibility) },
    { label: words.approval, value: words.approvalIs[scheme.approval] },
    { label: words.kinship, value: words.kinshipIs[scheme.kinship] },
    { label: words.actsAlone, value: words.actsAloneIs[scheme.actsAlone] },
    {
      label: words.testNeeds,
      value: scheme.testNeeds.map((each) => words.need[each]).join(common.listMark) || common.none,
    },
    count("secondChances"),
    { label: words.onFailure, value: words.onFailureIs[scheme.onFailure] },
    {
      label: words.grades,
      value: scheme.grades
        .map(({ name, isPass, allowance }) =>
          [name[language], words.pass[isPass ? "pass" : "fail"], allowance?.[language]]
            .filter(Boolean)
            .join(" · "),
        )
        .join("；"),
    },
    count("objectionMonths"),
    ...scheme.focuses.map((focus) => ({
      label: words.skillsOf({ focus: focus.name[language] }),
      value: names(focus.skills),
    })),
    { label: words.activityKinds, value: names(scheme.activityKinds) },
    { label: words.mutual, value: names(itemsOf(scheme)) },
  ];
}
