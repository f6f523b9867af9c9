import type { Pair } from "@dunmiao/domain/pair";
import type { PairFile } from "@dunmiao/domain/pair/pairFile";
import { raw } from "hono/html";
import { escapeText } from "../ui/markup.ts";
import { type TagColour, tag } from "../ui/tag.ts";
import type { Text } from "../ui/text.ts";

const colours: Readonly<Record<Pair["status"], TagColour>> = {
  proposed: "yellow",
  active: "blue",
  completed: "green",
  "completed-early": "green",
  dissolved: "grey",
  failed: "red",
  "handed-over": "grey",
};

/** The status of a pair, and whether nobody leads the apprentice. */
export function pairTags(text: Text, status: Pair["status"], isOrphan: boolean) {
  const words = text.pairPage;
  const own = tag(words.status[status], colours[status]);
  return isOrphan ? raw(`${own} ${tag(words.orphan, "red")}`) : own;
}

/** What lacks in a file, in words; nothing where it is complete. */
export function missingWords(text: Text, { missing, months }: PairFile): string {
  const words = text.pairPage;
  const said = missing.map((part) =>
    part === "entries"
      ? words.monthsMissing({ months: months.join(text.common.listMark) })
      : words.part[part],
  );
  return said.join(text.common.listMark);
}

/** Whether a file is complete, and beside the tag what lacks: a long tag does not break on a phone. */
export function fileTag(text: Text, file: PairFile) {
  const { fileState } = text.pairPage;
  if (file.missing.length === 0) return tag(fileState.complete, "green");
  return raw(`${tag(fileState.incomplete, "orange")} ${escapeText(missingWords(text, file))}`);
}
