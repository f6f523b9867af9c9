import { absenceClasses } from "@dunmiao/domain/absenceClass";
import type { Scheme } from "@dunmiao/domain/scheme";
import { classRuleOf } from "@dunmiao/domain/scheme/classRule";
import { absenceKindName } from "../ui/absenceKindName.ts";
import { DenseTable } from "../ui/table.ts";
import { tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";
import { classRuleName, undecidedNames } from "./classRules.ts";

const ruleColours = { counts: "orange", "does-not-count": "grey", "not-decided": "yellow" } as const;

/** Which classes count, and which a version leaves open. */
export function ClassTable({ text, scheme }: { text: Text; scheme: Scheme }) {
  const { schemePage: words } = text;
  return (
    <DenseTable
      text={text}
      caption={words.classes}
      rows={absenceClasses}
      columns={[
        { label: words.class, kind: "rowHeader", cell: (each) => text.absenceClass[each] },
        { label: words.kind, cell: (each) => absenceKindName(text, each) },
        {
          label: words.counts,
          cell: (each) => tag(classRuleName(text, scheme, each), ruleColours[classRuleOf(scheme, each)]),
        },
      ]}
    />
  );
}

/** Classes that came after the version. */
export function UndecidedNote({ text, scheme }: { text: Text; scheme: Scheme }) {
  const classes = undecidedNames(text, scheme);
  return classes === "" ? null : <p class="govuk-body">{text.schemePage.undecidedNote({ classes })}</p>;
}
