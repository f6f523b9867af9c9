import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { type EventLine, partNames, type RecordLine, type TextLine } from "@dunmiao/domain/audit/exportParts";
import { leafText } from "@dunmiao/domain/audit/leaf";
import { allLeaves, newestLeafOf } from "@dunmiao/store/audit/treeRead";
import type { Store } from "@dunmiao/store/engine/client";
import { parseChanged } from "@dunmiao/store/engine/indexKeys";
import { partitionOf, recordOf, recordSort, versionOfEvent } from "@dunmiao/store/engine/keys";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { textOfEvent, textOfRecord } from "@dunmiao/store/engine/storedText";
import { type Item, readBeside, readEvents, whileUnmoved } from "@dunmiao/store/verify/verify";
import { scanTable } from "../scanTable.ts";

const gathered = ["records", "events", "texts"] as const;

/** Writes records, events, words and the first `size` leaves into files of `dir`, one record in memory at a time. */
export async function gather(store: Store, dir: string, size: number): Promise<void> {
  const files = {
    records: opened(dir, partNames.records),
    events: opened(dir, partNames.events),
    texts: opened(dir, partNames.texts),
  };
  const seen = new Set<string>();
  const keys = scanTable(store, {
    FilterExpression: "sk = :record OR begins_with(sk, :event)",
    ExpressionAttributeValues: { ":record": recordSort, ":event": "EVENT#" },
    ProjectionExpression: "pk, sk",
  });
  for await (const { pk } of keys) {
    const of = recordOf(pk);
    if (!of || seen.has(pk)) continue;
    seen.add(pk);
    const lines = await linesOf(store, of, size);
    for (const name of gathered) for (const line of lines[name]) await writeLine(files[name], line);
  }
  await Promise.all(gathered.map((name) => closed(files[name])));
  await gatherLeaves(store, dir, size);
}

type Lines = { records: RecordLine[]; events: EventLine[]; texts: TextLine[] };

function linesOf(store: Store, of: { kind: Kind; id: string }, size: number): Promise<Lines> {
  return whileUnmoved(store, of, async (item) => {
    const events = await readEvents(store, of);
    const leaf = await newestLeafOf(store, of);
    // A leaf that was appended since the last head is not among those of the export.
    const inTree = leaf && leaf.index < size ? leaf.version : 0;
    const hasWords = of.kind === "secondment" || of.kind === "pair";
    const texts = hasWords ? await readBeside(store, partitionOf(of.kind, of.id), `${recordSort}#`) : [];
    return {
      records: item ? [{ ...of, ...recordLine(item, of.kind === "secondment") }] : [],
      events: events.map((each) => ({
        ...of,
        version: versionOfEvent(String(each.sk)),
        hash: hashIn(each.hash),
        event: textOfEvent(each),
        ...listedAfter(each, inTree),
      })),
      texts: texts.map(({ sk, text }) => ({ ...of, sk: String(sk), text })),
    };
  });
}

function hashIn(stored: unknown): string {
  return typeof stored === "string" ? stored : "";
}

/** The summary only where its counts are told again. */
function recordLine(item: Item, isCounted: boolean) {
  const { version, head, summary } = item;
  const stored = { version: Number(version), head: hashIn(head), record: textOfRecord(item) };
  return isCounted ? { ...stored, summary } : stored;
}

/** The day whose closing takes an event up, where it is in no leaf yet. */
function listedAfter({ sk, directorySort }: Item, version: number): Pick<EventLine, "listed"> {
  if (typeof directorySort !== "string" || versionOfEvent(String(sk)) <= version) return {};
  return { listed: parseChanged(directorySort).day };
}

async function gatherLeaves(store: Store, dir: string, size: number): Promise<void> {
  const file = opened(dir, partNames.leaves);
  for await (const leaf of allLeaves(store)) {
    if (leaf.index >= size) break;
    await writeText(file, leafText(leaf));
  }
  await closed(file);
}

/** What fails, e.g. on a full disk, is thrown by the next line or at the end, so that the directory goes. */
function opened(dir: string, name: string): WriteStream {
  return createWriteStream(join(dir, name)).on("error", () => {});
}

function writeLine(file: WriteStream, line: object): Promise<void> {
  return writeText(file, JSON.stringify(line));
}

async function writeText(file: WriteStream, text: string): Promise<void> {
  if (file.errored) throw file.errored;
  if (!file.write(`${text}\n`)) await once(file, "drain");
}

async function closed(file: WriteStream): Promise<void> {
  file.end();
  await finished(file);
}
