import { postPage as en } from "../ui/text/en/concurrentPost.ts";
import { postPage as zh } from "../ui/text/zhCN/concurrentPost.ts";

/** Kinds of places by their names in both languages, as people write them in lists. */
const kindNamed = new Map(
  [zh.placeKind, en.placeKind].flatMap((names) =>
    Object.entries(names).map(([code, name]): [string, string] => [name.toLowerCase(), code]),
  ),
);
const yes = new Set(["是", "y", "yes", "1", "true"]);

/** The places of a box, one a line: kind, code, name, unit, whether closed. What is no text stays as it is. */
export function placesOf(sent: unknown): unknown {
  if (typeof sent !== "string") return sent;
  const lines = sent.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [kind = "", code, name, unit, closed = ""] = line.split(/[\t,，]/).map((cell) => cell.trim());
    const isClosed = yes.has(closed.toLowerCase());
    return { kind: kindNamed.get(kind.toLowerCase()) ?? kind, code, name, unit, isClosed };
  });
}
