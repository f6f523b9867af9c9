import { absenceClasses } from "@dunmiao/domain/absenceClass";
import { addDays, earlierOf, laterOf } from "@dunmiao/domain/calendarDate";
import type { Digest } from "@dunmiao/domain/digest";
import type { Scheme } from "@dunmiao/domain/scheme";
import { type Checkpoint, checkpointStates } from "@dunmiao/domain/secondment";
import { checkpointName } from "../ui/checkpointName.ts";
import { classFamily } from "../ui/classFamily.ts";
import { formatRange } from "../ui/format.ts";
import { escapeText } from "../ui/markup.ts";
import { nameOf } from "../ui/nameOf.ts";
import type { Text } from "../ui/text.ts";
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
    `<svg class=dm-rows viewBox="0 0 ${width} ${height}" width=${width} height=${height} role=img><title>${title}</title>` +
    `<path class=month d="${lines}"/>${people.map((person, at) => row(person, at, picture)).join("")}${now}</svg>`
  );
}

/** The months above the picture, and today. */
export function timelineHead({ text, scale, today }: Omit<Picture, "scheme">): string {
  const months = scale.months.map(({ month, x }) => `<text x=${x + 4} y=14>${month}</text>`).join("");
  const isShown = scale.from <= today && today <= scale.to;
  const label = escapeText(text.overviewPage.todayMark({ date: today }));
  const now = isShown ? `<text class=now x=${scale.at(today)} y=30>${label}</text>` : "";
  return `<svg class=dm-rows viewBox="0 0 ${scale.width} 34" width=${scale.width} height=34 aria-hidden=true>${months}${now}</svg>`;
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
  const absences = person.absences.map((each) => absenceBar(each, picture)).join("");
  const marks = checkpointStates.map((state) => marksOf(state, states.get(state) ?? [], picture)).join("");
  return `<g transform="translate(0 ${index * rowHeight})"><title>${escapeText(label)}</title>${term}${absences}${marks}</g>`;
}

/** The picture ends with its scale: of an absence that goes on beyond it only the part inside is drawn. */
function absenceBar([from, to, given, state]: Digest["absences"][number], { text, scale }: Picture): string {
  if (to < scale.from || from > scale.to) return "";
  const known = absenceClasses.find((each) => each === given);
  const isPending = state === "requested" || state === "recorded";
  const css = `${known ? classFamily(known) : "x2"}${isPending ? " q" : ""}`;
  const x = scale.at(laterOf(from, scale.from));
  const width = scale.at(addDays(earlierOf(to, scale.to), 1)) - x;
  const title = `${nameOf(text.absenceClass, given)} ${formatRange(text, from, to)} ${nameOf(text.absenceState, state)}`;
  return `<rect class="${css}" x=${x} y=1 width=${width} height=16><title>${escapeText(title)}</title></rect>`;
}

/** Each state has a shape of its own, so that it is told apart without colour. */
const shapes: Readonly<Record<CheckpointState, (x: number) => string>> = {
  planned: (x) => `M${x} 19v6`,
  open: (x) => `M${x - 3} 19h6v6h-6z`,
  late: (x) => `M${x - 5} 26h10l-5-8z`,
  done: (x) => `M${x - 3} 19h6v6h-6z`,
  missed: (x) => `M${x - 3} 19l6 6m0-6l-6 6`,
  dropped: (x) => `M${x - 3} 22h6`,
};

/** What is behind says which checkpoint it is; the others of a state are one path. */
function marksOf(
  state: CheckpointState,
  checkpoints: readonly Digest["checkpoints"][number][],
  { text, scheme, scale }: Picture,
): string {
  if (checkpoints.length === 0) return "";
  const shape = (dueOn: string) => shapes[state](scale.at(dueOn));
  if (state !== "late" && state !== "missed")
    return `<path class=${state} d="${checkpoints.map(([, dueOn]) => shape(dueOn)).join("")}"/>`;
  return checkpoints
    .map(([key, dueOn]) => {
      const title = `${checkpointName(text, scheme, key)} ${dueOn} ${text.secondmentPage.checkpointState[state]}`;
      return `<path class=${state} d="${shape(dueOn)}"><title>${escapeText(title)}</title></path>`;
    })
    .join("");
}

/** What bars and marks mean. */
export function timelineLegend(text: Text): string {
  const words = text.overviewPage;
  const items: [string, string][] = [
    ["<rect class=b y=4 width=20 height=10 />", words.termBar],
    ...(["x1", "x2", "x3", "x4"] as const).map((family): [string, string] => [
      `<rect class=${family} y=1 x=2 width=16 height=16 />`,
      words.absenceFamily[family],
    ]),
    ['<rect class="x1 q" y=1 x=2 width=16 height=16 />', words.pendingAbsence],
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
