import { writtenDate } from "@dunmiao/domain/writtenDate";

const yes = new Set(["是", "新", "y", "yes", "new", "1"]);

/** The apprentices of a box, one a line: number, focus, needs, whether new to the trade. What is no text stays as it is. */
export function apprenticesOf(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  return cellsOf(sent).map(([serviceNumber, focus, needs, isNew = ""]) => ({
    serviceNumber: serviceNumber || undefined,
    focus: focus || undefined,
    needs: severalOf(needs),
    isNewTrade: yes.has(isNew.toLowerCase()),
  }));
}

/** The mentors of a box, one a line: number, focuses, strengths, apprentices now, last day of rest, passed, failed. */
export function mentorsOf(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  return cellsOf(sent).map(([serviceNumber, focuses, strengths, load, rest, passed, failed]) => ({
    serviceNumber: serviceNumber || undefined,
    focuses: focuses ? severalOf(focuses) : undefined,
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
