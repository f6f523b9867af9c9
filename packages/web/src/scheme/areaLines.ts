import type { Scheme } from "@dunmiao/domain/scheme";

type Areas = Scheme["dutyAreas"];

/** The box of the duty areas: Chinese and English name, one area a line. */
export function areasBox(areas: Areas): string {
  return areas.map(({ name }) => `${name["zh-CN"]} | ${name.en}`).join("\n");
}

/** What goes with the box unseen: by which codes records know the areas that the page shows. */
export function areaCodes(areas: Areas): string {
  return areas.map(({ key, name }) => `${key} | ${name["zh-CN"]} | ${name.en}`).join("\n");
}

/** The lines of the duty areas that say something. */
export function areaLines(text = ""): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}

type Known = { key: string; names: readonly string[] };

/**
 * The areas of the box with their codes. An area keeps its code by either of its names, and a renamed one by its place
 * while no line was added or taken out: records of evidence name areas by code. A new one has a code of its own.
 */
export function areasOf(box: string | undefined, codes: string | undefined): object[] {
  const known = areaLines(codes).map((line): Known => {
    const [key = "", ...names] = partsOf(line);
    return { key, names };
  });
  const lines = areaLines(box).map(partsOf);
  const byName = lines.map((names) => known.find((each) => each.names.some((name) => names.includes(name))));
  const isSameLength = lines.length === known.length;
  const taken = new Set<string>();
  return lines.map(([chinese, english], place) => {
    const inPlace = isSameLength && !byName.includes(known[place]) ? known[place] : undefined;
    const wanted = byName[place]?.key ?? inPlace?.key;
    const key = wanted === undefined || taken.has(wanted) ? newKey(known, taken) : wanted;
    taken.add(key);
    return { key, name: { "zh-CN": chinese, en: english } };
  });
}

function newKey(known: readonly Known[], taken: ReadonlySet<string>): string {
  for (let number = known.length + 1; ; number += 1) {
    const key = `area-${number}`;
    if (!taken.has(key) && !known.some((each) => each.key === key)) return key;
  }
}

function partsOf(line: string): string[] {
  return line.split(/[|｜]/).map((part) => part.trim());
}
