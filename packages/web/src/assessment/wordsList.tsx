import type { FormKind } from "@dunmiao/domain/assessment";
import type { Scheme } from "@dunmiao/domain/scheme";
import { fieldId } from "../ui/fieldFrame.tsx";
import { nameOf } from "../ui/nameOf.ts";
import { SummaryList } from "../ui/pieces.tsx";
import type { Text } from "../ui/text.ts";
import { evidenceNumbers, fieldLabels } from "./labels.ts";
import type { Values } from "./values.ts";

type Props = {
  text: Text;
  form: FormKind;
  scheme: Scheme;
  values: Values;
  /** The page on which each answer can be changed. */
  changeUrl?: string;
};

/** What a form says, label by label; empty answers say so. */
export function WordsList({ text, form, scheme, values, changeUrl }: Props) {
  const action = (name: string) =>
    changeUrl === undefined
      ? {}
      : { action: { href: `${changeUrl}#${fieldId(name)}`, label: text.assessmentPage.change } };
  const labels = Object.entries(fieldLabels(text, form, values));
  const answers = labels
    .filter(([name]) => !name.startsWith("evidence"))
    .map(([name, label]) => ({ label, value: answerOf(text, name, values[name]), ...action(name) }));
  const evidence = evidenceNumbers(values).map((number) => ({
    label: text.assessmentPage.evidenceItem({ number }),
    value: evidenceOf(scheme, text, (field) => values[`evidence${number}.${field}`] ?? ""),
    ...action(`evidence${number}.area`),
  }));
  return <SummaryList rows={[...answers, ...evidence]} />;
}

function answerOf(text: Text, name: string, value: string | undefined) {
  if (value === undefined) return <span class="dm-muted">{text.common.notSet}</span>;
  const isGrade = name === "grade" || name.startsWith("dimensions.");
  return isGrade ? nameOf(text.grade, value) : <span class="dm-words">{value}</span>;
}

function evidenceOf(scheme: Scheme, text: Text, part: (field: string) => string) {
  const area = scheme.dutyAreas.find(({ key }) => key === part("area"))?.name[text.language] ?? part("area");
  const where = [area, part("month")].filter((each) => each !== "").join(" · ");
  return [where, <br />, <span class="dm-words">{part("text")}</span>];
}
