import { pairStatuses } from "@dunmiao/domain/pair";
import type { PairScheme } from "@dunmiao/domain/pairScheme";
import { type Filter, optionsOf } from "../ui/filters.tsx";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
import { namedKey } from "./focusName.ts";
import type { PairQuery } from "./form.ts";

/** The filters of the list of pairs as they were asked for, with their fields and how each says itself. */
export function filtersOf(
  text: Text,
  schemes: readonly PairScheme[],
  asked: Omit<PairQuery, "cursor">,
): Filter<keyof typeof asked>[] {
  const words = text.pairPage;
  const {
    unit,
    leads,
    mentor,
    apprentice,
    focus,
    file,
    state,
    orphan,
    entered,
    silent,
    grade,
    ran,
    counted,
    q,
  } = asked;
  const as = (label: string) => (message: string) => text.form.labelled({ label, message });
  const named = (label: string, names: Readonly<Record<string, string>>) => (value: string) =>
    as(label)(nameOf(names, value));
  const nameFocus = (value: string) => as(words.focus)(focusName(text, value, schemes));
  const focuses = { label: words.focus, options: focusOptions(text, schemes) };
  const files = {
    label: words.file,
    options: optionsOf(["complete", "incomplete"] as const, words.fileState),
  };
  const states = { label: text.common.status, options: optionsOf(pairStatuses, words.status) };
  return [
    { name: "unit", value: unit, says: as(text.common.unit) },
    { name: "leads", value: leads, says: as(words.leading) },
    { name: "mentor", value: mentor, says: as(words.mentor) },
    { name: "apprentice", value: apprentice, says: as(words.apprentice) },
    { name: "focus", value: focus, says: nameFocus, field: focuses },
    { name: "file", value: file, says: named(words.file, words.fileState), field: files },
    { name: "state", value: state, says: named(text.common.status, words.status), field: states },
    { name: "orphan", value: orphan, says: () => words.orphanFilter },
    { name: "entered", value: entered, says: (month) => text.pairStatistics.enteredIn({ month }) },
    { name: "silent", value: silent, says: (month) => text.pairStatistics.silentIn({ month }) },
    { name: "grade", value: grade, says: (value) => as(words.grade)(gradeName(text, value, schemes)) },
    { name: "ran", value: ran, says: () => text.pairStatistics.ran },
    { name: "counted", value: counted, says: () => text.pairWork.counted },
    { name: "q", value: q, says: as(words.search), field: { label: words.search } },
  ];
}

/** The name of a focus in any scheme. */
export function focusName(text: Text, focus: string, schemes: readonly PairScheme[]): string {
  return namedKey(
    text,
    focus,
    schemes.map(({ focuses }) => focuses),
  );
}

function gradeName(text: Text, grade: string, schemes: readonly PairScheme[]): string {
  return namedKey(
    text,
    grade,
    schemes.map(({ grades }) => grades),
  );
}

/** Every focus of every scheme once. */
export function focusOptions(text: Text, schemes: readonly PairScheme[]) {
  const keys = new Set(schemes.flatMap(({ focuses }) => focuses.map(({ key }) => key)));
  return [...keys].map((value) => ({ value, label: focusName(text, value, schemes) }));
}
