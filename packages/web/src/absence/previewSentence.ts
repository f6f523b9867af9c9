import type { AbsenceFacts } from "@dunmiao/domain/absence";
import type { AbsencePreview } from "@dunmiao/domain/absence/previewAbsence";
import { kindOfClass } from "@dunmiao/domain/absenceClass";
import type { Scheme } from "@dunmiao/domain/scheme";
import { doesCount } from "@dunmiao/domain/scheme/classRule";
import { dayName } from "../ui/dayName.ts";
import { formatDays } from "../ui/format.ts";
import { halfDayName } from "../ui/halfDayName.ts";
import { ordinalOf } from "../ui/ordinal.ts";
import { schemeName } from "../ui/schemeName.ts";
import type { Text } from "../ui/text.ts";

type Previewed = { preview: AbsencePreview; facts: AbsenceFacts; scheme: Scheme };

/** What recording an absence would mean, in one sentence: what counts, the total after it, and everything worth knowing before. */
export function previewSentence(text: Text, previewed: Previewed): string {
  const words = text.absencePreview;
  const parts = [
    ...(previewed.preview.verdictWithPending === "exceeded" ? [words.attention] : []),
    ...countParts(text, previewed),
    ...calendarParts(text, previewed.preview),
    ...rungParts(text, previewed),
  ];
  return parts.join(words.separator) + words.end;
}

function countParts(text: Text, { preview, facts, scheme }: Previewed): string[] {
  const words = text.absencePreview;
  const { countsDays, countedDaysAfter, countedDaysWithPending, limitDays } = preview;
  const limit = formatDays(limitDays);
  const after = formatDays(countedDaysAfter);
  const over = formatDays(countedDaysAfter - limitDays);
  const withPending = { days: formatDays(countedDaysWithPending), limit };
  const parts = [
    countsDays > 0 ? words.counts({ days: formatDays(countsDays) }) : words.countsNothing,
    preview.verdict === "exceeded" ? words.over({ after, limit, over }) : words.after({ after, limit }),
  ];
  if (!doesCount(scheme, facts.class))
    parts.splice(
      1,
      0,
      words.classDoesNotCount({ class: text.absenceClass[facts.class], scheme: schemeName(text, scheme) }),
    );
  if (countedDaysWithPending > countedDaysAfter)
    parts.push(
      preview.verdictWithPending === "exceeded"
        ? words.withPendingOver(withPending)
        : words.withPending(withPending),
    );
  return parts;
}

function calendarParts(text: Text, preview: AbsencePreview): string[] {
  const words = text.absencePreview;
  const { holidays, makeUpDays, halfDaysOff, outsideDays, overlapping, provisional } = preview;
  return [
    ...holidays.map((each) => words.holiday({ days: formatDays(each.days), name: dayName(text, each) })),
    ...halfDaysOff.map((each) => words.halfDayOff({ date: each.date, what: halfDayName(text, each) })),
    ...(makeUpDays.length > 0 ? [words.makeUp({ dates: makeUpDays.join(", ") })] : []),
    ...(outsideDays > 0 ? [words.outside({ days: formatDays(outsideDays) })] : []),
    ...(overlapping.length > 0
      ? [words.overlapping({ list: overlapping.map((id) => ordinalOf(text, id)).join(", ") })]
      : []),
    ...(provisional ? [words.provisional] : []),
  ];
}

function rungParts(text: Text, { preview, facts }: Previewed): string[] {
  const words = text.absencePreview;
  if (kindOfClass(facts.class) === "finding") return [words.second];
  const rung = text.rung[preview.rung];
  const isJoined = preview.ladderDays > preview.workingDays;
  return [isJoined ? words.rungJoined({ rung, days: formatDays(preview.ladderDays) }) : words.rung({ rung })];
}
