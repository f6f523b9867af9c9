import type { PairScheme } from "@dunmiao/domain/pairScheme";

export type Boxes = Readonly<Record<string, string>>;

/** The boxes of a row of each list: `grades.0-zh` is the Chinese name of the first grade. Codes are hidden. */
export const listColumns = {
  eligibility: ["key", "zh", "en"],
  grades: ["place", "key", "zh", "en", "pass", "allowanceZh", "allowanceEn"],
  focuses: ["key", "zh", "en"],
  skills: ["focus", "key", "zh", "en"],
  activityKinds: ["key", "zh", "en"],
  mutual: ["list", "key", "zh", "en"],
} as const;
export type ListName = keyof typeof listColumns;
export type ListColumn = (typeof listColumns)[ListName][number];
type ListRow = Readonly<Partial<Record<ListColumn, string>>>;

/** Rows without anything in them that a form has beyond those that are filled in. */
const blankRows = 2;

/** The lists of a scheme as boxes. */
export function listBoxesOf({ eligibility, grades, focuses, activityKinds, mutual = [] }: PairScheme): Boxes {
  const lists: Record<ListName, readonly ListRow[]> = {
    eligibility: eligibility.map(namesOf),
    grades: grades.map(({ isPass, allowance, ...grade }, at) => ({
      ...namesOf(grade),
      place: String(at + 1),
      pass: isPass ? "pass" : "fail",
      allowanceZh: allowance?.["zh-CN"] ?? "",
      allowanceEn: allowance?.en ?? "",
    })),
    focuses: focuses.map(namesOf),
    skills: focuses.flatMap(({ key, skills }) => skills.map((each) => ({ ...namesOf(each), focus: key }))),
    activityKinds: activityKinds.map(namesOf),
    mutual: mutual.map((each) => ({ ...namesOf(each), list: each.list })),
  };
  const boxes = Object.entries(lists).flatMap(([list, rows]) =>
    rows.flatMap((row, at) =>
      Object.entries(row).map(([column, value]): [string, string] => [`${list}.${at}-${column}`, value]),
    ),
  );
  return Object.fromEntries(boxes);
}

/** How many rows a form shows of a list. */
export function rowCount(boxes: Boxes, list: ListName): number {
  return placesOf(boxes, list).reduce((most, at) => Math.max(most, at + 1), 0) + blankRows;
}

/** The rows of a list that say something, each with a code: a new one is made of its English name. */
export function listRows(boxes: Boxes, list: ListName): ListRow[] {
  const rows = placesOf(boxes, list).map((at) => rowAt(boxes, list, at));
  const taken = new Set(rows.flatMap(({ key }) => key ?? []));
  return rows.map((row) => {
    const key = row.key ?? codeOf(row.en ?? "", taken);
    taken.add(key);
    return { ...row, key };
  });
}

/** Places of rows with a name, in their order; a row whose names were taken out is gone. */
function placesOf(boxes: Boxes, list: ListName): number[] {
  const named = Object.entries(boxes).flatMap(([name, value]) => {
    const [of, box = ""] = name.split(".");
    const [at, column] = box.split("-");
    const isName = column === "zh" || column === "en";
    return of === list && isName && value.trim() !== "" ? [Number(at)] : [];
  });
  return [...new Set(named)].filter(Number.isSafeInteger).toSorted((one, other) => one - other);
}

function rowAt(boxes: Boxes, list: ListName, at: number): ListRow {
  const said = listColumns[list].flatMap((column): [string, string][] => {
    const value = boxes[`${list}.${at}-${column}`]?.trim() ?? "";
    return value === "" ? [] : [[column, value]];
  });
  return Object.fromEntries(said);
}

/** `Crime scene` is `crime-scene`; one that is taken, or has no letters, gets a number. */
function codeOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const base =
    plain
      .replace(/^[^a-z]+/, "")
      .slice(0, 20)
      .replace(/-+$/, "") || "item";
  for (let n = 1; ; n += 1) {
    const code = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(code)) return code;
  }
}

function namesOf({ key, name }: { key: string; name: { "zh-CN": string; en: string } }) {
  return { key, zh: name["zh-CN"], en: name.en };
}
