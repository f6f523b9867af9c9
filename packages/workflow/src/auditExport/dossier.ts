import type { EventLine, RecordLine, TextLine } from "@dunmiao/domain/audit/exportParts";
import { newestLeafOf } from "@dunmiao/store/audit/treeRead";
import type { Store } from "@dunmiao/store/engine/client";
import { parseChanged } from "@dunmiao/store/engine/indexKeys";
import { partitionOf, recordSort, versionOfEvent } from "@dunmiao/store/engine/keys";
import type { Kind } from "@dunmiao/store/engine/kinds";
import { parsedText, textOfEvent, textOfRecord } from "@dunmiao/store/engine/storedText";
import { type Item, readBeside, readEvents, whileUnmoved } from "@dunmiao/store/verify/verify";
import * as z from "zod";
import type { IsOfScope } from "./scope.ts";

/** The lines of one record in each part. */
export type Dossier = { records: RecordLine[]; events: EventLine[]; texts: TextLine[] };

const nothing: Dossier = { records: [], events: [], texts: [] };
const onSchema = z.object({ on: z.string() });

/** A record with its trail and its words as they are stored, where it is of the scope; `size`: leaves of the export's tree. */
export function dossierOf(
  store: Store,
  of: { kind: Kind; id: string },
  { size, isOfScope }: { size: number; isOfScope: IsOfScope },
): Promise<Dossier> {
  return whileUnmoved(store, of, async (item) => {
    const events = await readEvents(store, of);
    const days = events.map((each) => onSchema.safeParse(parsedText(textOfEvent(each))).data?.on ?? "");
    if (!isOfScope(of.kind, item && parsedText(textOfRecord(item)), days)) return nothing;
    const leaf = await newestLeafOf(store, of);
    // A leaf that was appended since the head of the export is not among its own.
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
