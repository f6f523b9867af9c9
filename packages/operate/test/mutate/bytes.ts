import type { Texts } from "../damage.ts";
import type { Chance } from "./chance.ts";

/** One place of a text is damaged; undefined where nothing would change. */
export type Hurt = (text: string, chance: Chance) => string;

const at = (text: string, from: number, to: number, put: string) =>
  text.slice(0, from) + put + text.slice(to);
/** Damages of a character or a stretch of them. */
export const hurts: Readonly<Record<string, Hurt>> = {
  "bit turned": (text, { below }) => {
    const place = below(text.length);
    // Bits of ASCII: a part is UTF-8, and other bytes would only be unreadable.
    return at(text, place, place + 1, String.fromCharCode(text.charCodeAt(place) ^ (1 << below(5))));
  },
  "character dropped": (text, { below }) => {
    const place = below(text.length);
    return at(text, place, place + 1, "");
  },
  "character doubled": (text, { below }) => {
    const place = below(text.length);
    return at(text, place, place, text.slice(place, place + 1));
  },
  "characters swapped": (text, { below }) => {
    const place = below(text.length - 1);
    return at(text, place, place + 2, text.slice(place + 1, place + 2) + text.slice(place, place + 1));
  },
  "character inserted": (text, { below, pick }) => {
    const place = below(text.length + 1);
    return at(text, place, place, pick(["#", " ", "0", "\n", '"', "\u200b"]));
  },
  "stretch dropped": (text, { below }) => {
    const place = below(text.length);
    return at(text, place, place + 1 + below(200), "");
  },
  "end cut off": (text, { below }) => text.slice(0, below(text.length)),
};

/** Damages of whole lines. */
export const lineHurts: Readonly<Record<string, (lines: string[], chance: Chance) => string[]>> = {
  dropped: (lines, { below }) => lines.toSpliced(below(lines.length), 1),
  doubled: (lines, { below }) => {
    const place = below(lines.length);
    return lines.toSpliced(place, 0, lines[place] ?? "");
  },
  swapped: (lines, { below }) => {
    const [one, other] = [below(lines.length), below(lines.length)];
    return lines.with(one, lines[other] ?? "").with(other, lines[one] ?? "");
  },
  inserted: (lines, { below, pick }) => lines.toSpliced(below(lines.length + 1), 0, pick(lines)),
  "cut off": (lines, { below, pick }) => {
    const line = pick(lines);
    return lines.with(lines.indexOf(line), line.slice(0, below(line.length)));
  },
};

export function withText(texts: Texts, part: string, text: string): Texts {
  return new Map([...texts, [part, text]]);
}
