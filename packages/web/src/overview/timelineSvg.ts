import { absenceClasses } from "@dunmiao/domain/absenceClass";
import { addDays, earlierOf, laterOf } from "@dunmiao/domain/calendarDate";
import type { Digest } from "@dunmiao/domain/digest";
import type { Scheme } from "@dunmiao/domain/scheme";
import { type Checkpoint, checkpointStates } from "@dunmiao/domain/secondment";
import { classFamily, type Family } from "../ui/classFamily.ts";
import { escapeText } from "../ui/markup.ts";
import type { Text } from "../ui/text.ts";
import { absencesText } from "./absencesText.ts";
import { behindText } from "./behindText.ts";
import type { Scale } from "./timelineScale.ts";

type CheckpointState = Checkpoint["state"];

/** Height of a row; the names beside the picture have the same in the style sheet. */
export const rowHeight = 28;

type Picture = { text: Text; scheme: Scheme; scale: Scale; today: string };

/** Terms, absences and checkpoints, one row a person in the given order; unquoted attributes keep 224 rows short. */
export function timelineSvg(people: readonly Digest[], picture: Picture): string {
  const { text, scale, today } = picture;
  const height = people.length * rowHeight;
  const { from, to, width } = scale;
  const title = escapeText(text.overviewPage.timelineTitle({ people: people.length, from, to }));
  const lines = scale.months.map(({ x }) => `M${x} 0v${height}`).join("");
  const isShown = from <= today && today <= to;
  const now = isShown ? `<path class=now d="M${scale.at(today)} 0v${height}"/>` : "";
  return (
    `<svg class=dm-rows viewBox="0 0 ${width} ${height}" width=${width} height=${height} preserveAspectRatio=none role=img><title>${title}</title>` +
    `<path class=month d="${lines}"/>${people.map((person, at) => row(person, at, picture)).join("")}${now}</svg>`
  );
}

/** The months above the picture, and today. */
export function timelineHead({ text, scale, today }: Omit<Picture, "scheme">): string {
  const months = scale.months.map(({ month, x }) => `<text x=${x + 4} y=14>${month}</text>`).join("");
  const isShown = scale.from <= today && today <= scale.to;
  const label = escapeText(text.overviewPage.todayMark({ date: today }));
  const now = isShown ? `<text class=now x=${scale.at(today)} y=30>${label}</text>` : "";
  return headSvg(scale, `<g id=${headId}>${months}${now}</g>`);
}

/** The same above a further part of the picture, on the same page. */
export function timelineHeadAgain(scale: Scale): string {
  return headSvg(scale, `<use href=#${headId} />`);
}

const headId = "dm-months";
function headSvg({ width }: Scale, content: string): string {
  return `<svg class=dm-rows viewBox="0 0 ${width} 34" width=${width} height=34 aria-hidden=true>${content}</svg>`;
}

function row(person: Digest, index: number, picture: Picture): string {
  const { text, scale } = picture;
  const { from, to } = person;
  const states = Map.groupBy(person.checkpoints, ([, , state]) => state);
  const counts = checkpointStates.flatMap((state) => {
    const count = states.get(state)?.length ?? 0;
    return count > 0 ? [`${text.secondmentPage.checkpointState[state]} ${count}`] : [];
  });
  const label = text.overviewPage.timelineRow({
    person: `${person.name} ${person.number}`,
    states: counts.join(" · "),
  });
  const term = `<rect class=b x=${scale.at(from)} y=4 width=${scale.at(addDays(to, 1)) - scale.at(from)} height=10 />`;
  const absences = absenceBars(person.absences, picture);
  const marks = checkpointStates.map((state) => marksOf(state, states.get(state) ?? [], picture)).join("");
  return `<g transform="translate(0 ${index * rowHeight})"><title>${escapeText(label)}</title>${term}${absences}${marks}</g>`;
}

/** Families by height and place, so that they are told apart without colour: whole, whole with a thick border, upper half, lower half. */
const bands: Readonly<Record<Family, readonly [y: number, height: number]>> = {
  x1: [1, 16],
  x2: [1, 16],
  x3: [1, 8],
  x4: [9, 8],
};

/** One path for each family, settled and pending apart; its title says which absences they are. */
function absenceBars(absences: Digest["absences"], picture: Picture): string {
  const { text, scale } = picture;
  const shown = absences.filter(([from, to]) => to >= scale.from && from <= scale.to);
  return [...Map.groupBy(shown, ([, , given, state]) => barClass(given, state))]
    .map(([css, bars]) => {
      const shape = bars.map(([from, to]) => bar(familyOf(css), from, to, scale)).join("");
      return `<path class=${css.includes(" ") ? `"${css}"` : css} d="${shape}"><title>${escapeText(absencesText(text, bars))}</title></path>`;
    })
    .join("");
}

function barClass(given: string, state: string): Family | `${Family} q` {
  const known = absenceClasses.find((each) => each === given);
  const family = known ? classFamily(known) : "x2";
  return state === "requested" || state === "recorded" ? `${family} q` : family;
}

function familyOf(css: Family | `${Family} q`): Family {
  return families.find((family) => css.startsWith(family)) ?? "x2";
}
const families = ["x1", "x2", "x3", "x4"] as const;

/** The picture ends with its scale: of an absence that goes on beyond it only the part inside is drawn. */
function bar(family: Family, from: string, to: string, scale: Scale): string {
  const [y, height] = bands[family];
  const x = scale.at(laterOf(from, scale.from));
  const width = scale.at(addDays(earlierOf(to, scale.to), 1)) - x;
  return `M${x} ${y}h${width}v${height}h-${width}z`;
}

/** Each state has a shape of its own, so that it is told apart without colour. */
const shapes: Readonly<Record<CheckpointState, (x: number) => string>> = {
  planned: (x) => `M${x} 19v6`,
  open: (x) => `M${x - 3} 19h6v6h-6z`,
  late: (x) => `M${x - 5} 26h10l-5-8z`,
  // A square by the width of its stroke: most marks of a year are these, and a cohort has thousands.
  done: (x) => `M${x - 3} 22h6`,
  missed: (x) => `M${x - 3} 19l6 6m0-6l-6 6`,
  dropped: (x) => `M${x - 3} 22h6`,
};

/** The marks of a state are one path; of what is late or missed it says which checkpoints they are. */
function marksOf(
  state: CheckpointState,
  checkpoints: readonly Digest["checkpoints"][number][],
  { text, scheme, scale }: Picture,
): string {
  if (checkpoints.length === 0) return "";
  const path = `<path class=${state} d="${checkpoints.map(([, dueOn]) => shapes[state](scale.at(dueOn))).join("")}"`;
  if (state !== "late" && state !== "missed") return `${path}/>`;
  return `${path}><title>${escapeText(behindText(text, checkpoints, scheme))}</title></path>`;
}

/** What bars and marks mean. */
export function timelineLegend(text: Text): string {
  const words = text.overviewPage;
  const items: [string, string][] = [
    ["<rect class=b y=4 width=20 height=10 />", words.termBar],
    ...families.map((family): [string, string] => {
      const [y, height] = bands[family];
      return [`<rect class=${family} x=2 y=${y} width=16 height=${height} />`, words.absenceFamily[family]];
    }),
    ['<rect class="x1 q" x=2 y=1 width=16 height=16 />', words.pendingAbsence],
    ...checkpointStates.map((state): [string, string] => [
      `<path class=${state} d="${shapes[state](10)}"/>`,
      text.secondmentPage.checkpointState[state],
    ]),
  ];
  const list = items.map(
    ([shape, label]) =>
      `<li><svg class=dm-rows viewBox="0 0 20 28" width=20 height=28 aria-hidden=true>${shape}</svg>${escapeText(label)}</li>`,
  );
  return `<ul class="dm-legend" aria-label="${escapeText(words.legend)}">${list.join("")}</ul>`;
}
