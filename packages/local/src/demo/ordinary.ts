import type { AbsenceClass } from "@dunmiao/domain/absenceClass";
import type { Leave, Plot } from "./plot.ts";
import type { Random } from "./random.ts";

type Kind = { class: AbsenceClass; weight: number; least: number; most: number };

/** How often a class comes and how long it lasts, in working half days. */
const kinds: readonly Kind[] = [
  { class: "annual", weight: 30, least: 2, most: 10 },
  { class: "sick", weight: 18, least: 1, most: 6 },
  { class: "personal", weight: 14, least: 1, most: 4 },
  { class: "compensatory-rest", weight: 12, least: 1, most: 3 },
  { class: "ordered-training", weight: 9, least: 4, most: 10 },
  { class: "ordered-duty", weight: 8, least: 2, most: 8 },
  { class: "organisation-arranged", weight: 4, least: 2, most: 4 },
  { class: "nursing", weight: 4, least: 2, most: 10 },
  { class: "home-visit", weight: 3, least: 4, most: 8 },
  { class: "bereavement", weight: 3, least: 2, most: 6 },
  { class: "marriage", weight: 2, least: 6, most: 6 },
  { class: "injury-on-duty", weight: 2, least: 2, most: 8 },
  { class: "recall", weight: 3, least: 2, most: 4 },
  { class: "unexplained", weight: 1, least: 1, most: 2 },
];
const deck = kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));
/** Ordinary people stay below the first warning even if every class counted. */
const mostHalfDays = 18;

/** An officer of whom nothing in particular is to be told. */
export function ordinaryPlot(random: Random): Plot {
  const leaves: Leave[] = [];
  let left = mostHalfDays;
  for (let wanted = random.pick([0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4]); wanted > 0; wanted -= 1) {
    const kind = random.pick(deck);
    const halfDays = random.whole(kind.least, kind.most);
    if (halfDays > left) continue;
    left -= halfDays;
    leaves.push({ class: kind.class, days: halfDays / 2, ending: "settled", place: "spread" });
  }
  return { reportsInAfter: 0, leaves };
}
