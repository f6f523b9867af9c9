import { dimensions, type FormKind } from "@dunmiao/domain/assessment";
import { sections } from "@dunmiao/domain/assessment/formInput";
import type { Text } from "../ui/text.ts";
import type { Values } from "./values.ts";

/** The fields of a form by name, in the order of the page, with what each is called. */
export function fieldLabels(text: Text, form: FormKind, values: Values): Readonly<Record<string, string>> {
  const words = text.assessmentPage;
  const evidence = Object.fromEntries(evidenceNumbers(values).flatMap((number) => rowLabels(text, number)));
  switch (form) {
    case "attendance":
      return {};
    case "showcase":
      return { text: words.showcaseText };
    case "opinion":
      return { text: words.opinionText, grade: words.grade, ...evidence };
    case "self-report":
      return {
        ...Object.fromEntries(sections.map((each) => [`sections.${each}`, text.reportSection[each]])),
        ...evidence,
      };
    case "assessment":
      return {
        ...Object.fromEntries(
          dimensions.map((each) => [
            `dimensions.${each}`,
            words.gradeOf({ dimension: text.dimension[each] }),
          ]),
        ),
        grade: words.grade,
        narrative: words.narrative,
        ...evidence,
      };
  }
}

/** The rows of evidence that hold anything, in order. */
export function evidenceNumbers(values: Values): number[] {
  const numbers = Object.keys(values).flatMap((name) => /^evidence(\d+)\./.exec(name)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].toSorted((one, other) => one - other);
}

function rowLabels(text: Text, number: number): [string, string][] {
  const words = text.assessmentPage;
  const item = words.evidenceItem({ number });
  const fields = [
    ["area", words.area],
    ["month", words.month],
    ["text", words.what],
  ] as const;
  return fields.map(([field, label]) => [`evidence${number}.${field}`, `${item} · ${label}`]);
}
