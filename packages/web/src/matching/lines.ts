import { writtenDate } from "@dunmiao/domain/writtenDate";
import { matchingPage as en } from "../ui/text/en/matchingPage.ts";
import { matchingPage as zh } from "../ui/text/zhCN/matchingPage.ts";

/** Focuses by their names in both languages, as people write them in lists. */
const focusNamed = new Map(
  [zh.focus, en.focus].flatMap((names) =>
    Object.entries(names).map(([code, name]): [string, string] => [name.toLowerCase(), code]),
  ),
);
const yes = new Set(["是", "新", "y", "yes", "new", "1"]);

/** The apprentices of a box, one a line: number, focus, needs, whether new to the trade. What is no text stays as it is. */
export function apprenticesOf(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  return cellsOf(sent).map(([serviceNumber, focus = "", needs, isNew = ""]) => ({
    serviceNumber,
    focus: focusOf(focus),
    needs: severalOf(needs),
    isNewTrade: yes.has(isNew.toLowerCase()),
  }));
}

/** The mentors of a box, one a line: number, focuses, strengths, apprentices now, last day of rest, passed, failed. */
export function mentorsOf(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  return cellsOf(sent).map(([serviceNumber, focuses, strengths, load, rest, passed, failed]) => ({
    serviceNumber,
    focuses: severalOf(focuses).map(focusOf),
    strengths: severalOf(strengths),
    load: load || undefined,
    restsUntil: rest ? (writtenDate(rest) ?? rest) : undefined,
    passed: passed || undefined,
    failed: failed || undefined,
  }));
}

/** Lines that say something, in cells as they are pasted from a sheet or typed with commas. */
function cellsOf(box: string): string[][] {
  const lines = box.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => line.split(/[\t,，]/).map((cell) => cell.trim()));
}

function severalOf(cell = ""): string[] {
  return cell
    .split(/[、;；/|]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

function focusOf(name: string): string {
  return focusNamed.get(name.toLowerCase()) ?? name;
}
