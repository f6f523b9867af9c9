import { createHash } from "node:crypto";
import {
  formatName,
  formatVersion,
  headPart,
  type Manifest,
  partNames,
} from "@dunmiao/domain/audit/exportParts";
import { readmeText } from "@dunmiao/domain/audit/exportReadme";
import type { ExportScope } from "@dunmiao/domain/audit/exportScope";
import type { ExportHead, ExportSeal } from "@dunmiao/domain/audit/exportSeal";
import { leafText } from "@dunmiao/domain/audit/leaf";
import { type Cosigner, cosignedNote, cosignerIn, cosignerKeysText } from "@dunmiao/domain/cosigner";
import { ruleCollector } from "@dunmiao/store/audit/ruleParts";
import { allHeads, allLeaves } from "@dunmiao/store/audit/treeRead";
import type { ExportPage } from "@dunmiao/store/auditExportPages";
import type { Store } from "@dunmiao/store/engine/client";
import { consistencyOf } from "./consistency.ts";
import { linesOf } from "./lines.ts";
import { type PagedPart, pagedParts, pieceName } from "./page.ts";
import type { ExportShelf } from "./shelf.ts";
import { type ZipPart, zipOf } from "./zip.ts";

/** An export whose pages are written. `trailId`: its own record, where there is one; `at`: ISO instant. */
export type Written = {
  id: string;
  trailId?: string | undefined;
  scope: ExportScope;
  purpose: string;
  at: string;
  until: ExportHead;
  since?: ExportHead | undefined;
};

/** Makes the ZIP of the pages and puts it on the shelf; whatever there is of one is written again from its beginning. */
export async function sealZip(
  { store, shelf }: { store: Store; shelf: ExportShelf },
  written: Written,
  pages: readonly ExportPage[],
): Promise<ExportSeal> {
  const { id, until, since, scope, purpose, at } = written;
  const piecesOf = (part: PagedPart) =>
    chunksOf(
      shelf,
      id,
      pages.map(({ name }) => pieceName(name, part)),
    );
  const consistency = since && (await consistencyOf(store, until, since));
  const { rules, cosigners } = await toldBy(piecesOf("records"));
  const [records, events] = [sumOf(pages, "records"), sumOf(pages, "events")];
  const parts: ZipPart[] = [
    ...(await smallParts(store, shelf, { until, cosigners })),
    ...(consistency ? [partOf(partNames.consistency, `${JSON.stringify(consistency)}\n`)] : []),
    ...rules,
    ...pagedParts.map((part) => ({ name: partNames[part], bytes: () => piecesOf(part) })),
    { name: partNames.leaves, bytes: () => leafLines(store, until.size) },
  ];
  const { bytes, manifestText } = zipOf(parts, {
    at,
    manifest: (digests): Manifest => ({
      format: formatName,
      version: formatVersion,
      purpose,
      exportedAt: at,
      scope,
      ...(written.trailId !== undefined && { id: written.trailId }),
      records,
      events,
      parts: digests,
    }),
  });
  let size = 0;
  await shelf.seal(
    id,
    counted(bytes, (length) => (size += length)),
  );
  const manifest = createHash("sha256").update(manifestText()).digest("hex");
  return {
    bytes: size,
    manifest,
    records,
    events,
    ...(consistency && { extendsHeld: consistency.extends }),
  };
}

type Signed = { until: ExportHead; cosigners: readonly Cosigner[] };

async function smallParts(
  store: Store,
  shelf: ExportShelf,
  { until, cosigners }: Signed,
): Promise<ZipPart[]> {
  const heads = (await allHeads(store)).filter(({ day }) => day <= until.day);
  const page = await shelf.verifierPage();
  const verifier = page === undefined ? "lacking" : "in";
  return [
    partOf(partNames.readme, readmeText({ ...until, verifier })),
    ...(page === undefined ? [] : [partOf(partNames.verifier, page)]),
    partOf(partNames.key, `${(await shelf.keyText()).trim()}\n`),
    ...(cosigners.length === 0 ? [] : [partOf(partNames.cosigners, cosignerKeysText(cosigners))]),
    ...heads.map((head) => partOf(headPart(head.day), cosignedNote(head, cosigners))),
  ];
}

/** What the records that are exported say of the rules, and of those who sign heads beside us. */
async function toldBy(records: AsyncIterable<Uint8Array>) {
  const collector = ruleCollector();
  const cosigners: Cosigner[] = [];
  for await (const { kind, record } of linesOf(records)) {
    const value = record();
    collector.add(kind, value);
    const cosigner = cosignerIn(kind, value);
    if (cosigner) cosigners.push(cosigner);
  }
  return { cosigners, rules: (await collector.parts()).map(([name, text]) => partOf(name, text)) };
}

function partOf(name: string, text: string): ZipPart {
  return { name, bytes: () => [Buffer.from(text)] };
}

async function* chunksOf(shelf: ExportShelf, id: string, names: readonly string[]) {
  for (const name of names) yield* shelf.read(id, name);
}

async function* leafLines(store: Store, size: number): AsyncGenerator<Uint8Array> {
  for await (const leaf of allLeaves(store)) {
    if (leaf.index >= size) return;
    yield Buffer.from(`${leafText(leaf)}\n`);
  }
}

async function* counted(bytes: AsyncIterable<Uint8Array>, add: (length: number) => void) {
  for await (const chunk of bytes) {
    add(chunk.length);
    yield chunk;
  }
}

function sumOf(pages: readonly ExportPage[], figure: "records" | "events"): number {
  return pages.reduce((sum, page) => sum + page[figure], 0);
}
