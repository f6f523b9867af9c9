/** What a figure must be. */
export type Target = { atMost: number } | { atLeast: number } | { exactly: number | string };
/** One measured figure; `unit` is left out for counts, ratios and words. */
export type Figure = { what: string; value: number | string; unit?: string; target?: Target; note?: string };
/** Figures measured together, and how long that took. */
export type Section = { title: string; figures: Figure[]; seconds: number };

/** Whether a figure meets its target; undefined when it has none. */
export function isMet({ value, target }: Figure): boolean | undefined {
  if (!target) return undefined;
  if ("exactly" in target) return value === target.exactly;
  if (typeof value !== "number" || Number.isNaN(value)) return false;
  return "atMost" in target ? value <= target.atMost : value >= target.atLeast;
}

/** Figures that miss their targets. */
export function missed(sections: readonly Section[]): Figure[] {
  return sections.flatMap(({ figures }) => figures.filter((figure) => isMet(figure) === false));
}

/** The figures of one section as aligned lines. */
export function tableOf({ title, figures, seconds }: Section): string {
  const rows = figures.map((figure) => [
    figure.what,
    shown(figure),
    targetOf(figure),
    [verdictOf(figure), figure.note].filter(Boolean).join("  "),
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => (row[column] ?? "").length), 0);
  const [first, second, third] = [width(0), width(1), width(2)];
  const lines = rows.map(
    ([what = "", value = "", target = "", verdict = ""]) =>
      `  ${what.padEnd(first)}  ${value.padStart(second)}  ${target.padEnd(third)}  ${verdict}`,
  );
  return [`${title} (${seconds.toFixed(0)} s)`, ...lines.map((line) => line.trimEnd())].join("\n");
}

function shown({ value, unit = "" }: Figure): string {
  if (typeof value === "string") return value;
  const digits = Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1;
  return `${value.toFixed(digits)} ${unit}`.trim();
}

function targetOf({ target }: Figure): string {
  if (!target) return "";
  if ("exactly" in target) return `= ${target.exactly}`;
  return "atMost" in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`;
}

function verdictOf(figure: Figure): string {
  const met = isMet(figure);
  return met === undefined ? "" : met ? "pass" : "FAIL";
}
