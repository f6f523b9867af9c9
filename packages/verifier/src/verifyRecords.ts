import {
  type EventLine,
  eventLineSchema,
  partNames,
  type RecordLine,
  recordLineSchema,
  type TextLine,
  textLineSchema,
} from "@dunmiao/domain/audit/exportParts";
import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { eventSchema, type StoredEvent, verifyChain } from "@dunmiao/domain/event";
import { pairSchema } from "@dunmiao/domain/pair";
import { secondmentSchema } from "@dunmiao/domain/secondment";
import { knownOfPair, knownOfSecondment, textFaults } from "@dunmiao/store/verify/knownTexts";
import type * as z from "zod";
import type { Finding } from "./findings.ts";
import { linesByRecord } from "./linesByRecord.ts";
import type { Progress } from "./progress.ts";
import type { Parts } from "./readZip.ts";
import { type CheckedTree, jsonOf, recordName } from "./verifyTree.ts";

type Of = { kind: string; id: string };
type Report = (finding: Finding) => void;
/** A record with its trail and words, read together. */
type Dossier = { record: RecordLine; events: EventLine[]; texts: TextLine[] };
/** How many records and events, and how many records were changed after the last head: nothing signed covers these. */
export type CheckedRecords = { records: number; events: number; afterHead: number };

/** `isWhole`: the export is to hold every record of the tree. */
type Checking = {
  isWhole: boolean;
  report: Report;
  onProgress: (progress: Progress) => void;
  each: (record: RecordLine, value: unknown) => Promise<void>;
};

/**
 * Checks every record: its chain, the words beside it, and that the tree knows it as it is. `each` is given the value of
 * every record that its chain vouches for. One record is in memory at a time.
 */
export async function verifyRecordParts(
  parts: Parts,
  tree: CheckedTree,
  { isWhole, report, onProgress, each }: Checking,
): Promise<CheckedRecords> {
  const checked: CheckedRecords = { records: 0, events: 0, afterHead: 0 };
  const unread = (part: string) => (line: number) =>
    report({ code: "line-unreadable", about: part, detail: String(line) });
  const names = await recordNames(parts);
  const grouped = <T extends Of>(part: string, schema: z.ZodType<T>) =>
    linesByRecord(parts.lines(part), { schema, names, unread: unread(part) });
  const events = grouped(partNames.events, eventLineSchema);
  const texts = grouped(partNames.texts, textLineSchema);
  const records = grouped(partNames.records, recordLineSchema);
  const seen = new Set<string>();
  for (let group = await records.next(); group; group = await records.next()) {
    const [record] = group;
    if (!record) continue;
    const name = recordName(record);
    if (seen.has(name) || group.length > 1) report({ code: "record-doubled", about: name });
    seen.add(name);
    onProgress({ step: "records", done: checked.records, total: names.size });
    const dossier = { record, events: await events.take(name), texts: await texts.take(name) };
    checked.records += 1;
    checked.events += dossier.events.length;
    if (verifyDossier(dossier, tree, report)) checked.afterHead += 1;
    await each(record, jsonOf(record.record));
  }
  for (const left of [...(await events.left()), ...(await texts.left())])
    if (!seen.has(left)) report({ code: "events-without-record", about: left });
    else report({ code: "record-doubled", about: left });
  for (const [name, leaf] of tree.newest)
    if (isWhole && !seen.has(name)) report({ code: "record-removed", about: name, detail: leaf.day });
  return checked;
}

async function recordNames(parts: Parts): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const line of parts.lines(partNames.records)) {
    const { data } = recordLineSchema.safeParse(jsonOf(line));
    if (data) names.add(recordName(data));
  }
  return names;
}

/** Answers whether the record was changed after the last head. */
function verifyDossier({ record, events, texts }: Dossier, tree: CheckedTree, report: Report): boolean {
  const about = recordName(record);
  const stored = events.map(storedEvent);
  const foreign = stored.some(
    (each) => each?.event.recordKind !== record.kind || each.event.recordId !== record.id,
  );
  if (foreign) report({ code: "chain-altered-event", about });
  const chain = stored.flatMap((each) => each ?? []);
  const { version, head, record: text } = record;
  for (const { version: at, fault } of verifyChain(chain, { version, head, text }))
    report({ code: `chain-${fault}`, about, detail: `v${at}` });
  verifyWords({ record, events, texts }, report);
  const leaf = tree.newest.get(about);
  if (leaf && chain[leaf.version - 1]?.event.hash !== leaf.head) {
    const { day, version: then } = leaf;
    report({ code: "record-rewritten", about, detail: `${day} v${then}` });
  }
  const newest = chain.at(-1)?.event;
  if (!newest || newest.version <= (leaf?.version ?? 0)) return false;
  const day = events.at(-1)?.listed ?? shanghaiDate(new Date(newest.at));
  // Before there was a tree nothing was closed.
  const isBefore = !leaf && day < tree.firstDay;
  if (day <= (tree.last?.day ?? "") && !isBefore)
    report({ code: "record-not-in-tree", about, detail: `v${newest.version}` });
  return true;
}

function storedEvent({ version, hash, event: text }: EventLine): StoredEvent | undefined {
  const { data } = eventSchema.omit({ hash: true }).loose().safeParse(jsonOf(text));
  return data?.version === version ? { event: { ...data, hash }, text } : undefined;
}

function verifyWords({ record, events, texts }: Dossier, report: Report): void {
  const about = recordName(record);
  const value = jsonOf(record.record);
  // They come in the order of their keys, each once.
  const doubled = texts.find(({ sk }, at) => at > 0 && sk <= (texts[at - 1]?.sk ?? ""));
  if (doubled) report({ code: "text-altered", about, detail: doubled.sk });
  const opened = events.map(({ event, hash }) => ({ event: { ...Object(jsonOf(event)), hash } }));
  const whole = { ...Object(value), head: record.head };
  const known = () => {
    if (record.kind === "secondment") return knownOfSecondment(secondmentSchema.parse(whole), opened);
    if (record.kind === "pair") return knownOfPair(pairSchema.parse(whole), opened);
    return undefined;
  };
  try {
    const told = known();
    for (const detail of told ? textFaults(texts, told) : []) report({ code: "text-altered", about, detail });
  } catch {
    report({ code: "record-unreadable", about });
  }
}
