import { escapeText } from "./markup.ts";
import type { Text } from "./text.ts";

const legends = new Map<string, string>();

/** What the squares mean; built once per language. */
export function calendarLegend(text: Text): string {
  const known = legends.get(text.language);
  if (known !== undefined) return known;
  const words = text.yearCalendar;
  const items: [string, string][] = [
    ["<rect/>", words.working],
    ["<rect class=o />", words.off],
    ["<rect class=k />", words.makeUp],
    ["<rect class=x1 />", words.leave],
    ["<rect class=x2 />", words.finding],
    ["<rect class=x3 />", words.statutory],
    ["<rect class=x4 />", words.ordered],
    ['<rect/><rect class="x1 h"/>', words.half],
    ['<rect/><rect class="x1 q"/>', words.pending],
    ["<rect class=r />", words.notReported],
    ["<rect/><path d='M0 -15h22v22H0z' fill=url(#hatch) />", words.provisional],
    ["<g class=t><rect/></g>", words.today],
  ];
  const list = items.map(([shape, label]) => {
    const sample = `<svg class=dm-year viewBox="-1 -16 24 24" aria-hidden=true>${shape}</svg>`;
    return `<li>${sample}${escapeText(label)}</li>`;
  });
  const legend = `<ul class="dm-legend" aria-label="${escapeText(words.legend)}">${list.join("")}</ul>`;
  legends.set(text.language, legend);
  return legend;
}

/** The letters of the weekdays over their 37 columns: one text with a place for each letter. */
export function weekdayLetters(text: Text, left: number, pitch: number): string {
  const initials = Array.from(text.yearCalendar.initials);
  const columns = Array.from({ length: 37 }, (_, column) => column);
  const places = columns.map((column) => left + column * pitch + 11).join(" ");
  return `<text class=w aria-hidden=true y=12 x="${places}">${columns.map((column) => initials[column % 7]).join("")}</text>`;
}
