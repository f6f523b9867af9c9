import { openAsBlob } from "node:fs";
import { partNames } from "@dunmiao/domain/audit/exportParts";
import { partDigester } from "@dunmiao/domain/audit/partDigester";
import { canonical, hashOfText } from "@dunmiao/domain/event";
import { linesOf, openZip, type Parts } from "@dunmiao/verifier/readZip";

/** The texts of an export, by part. */
export type Texts = ReadonlyMap<string, string>;

export async function textsOf(file: string): Promise<Texts> {
  const parts = await openZip(await openAsBlob(file));
  const texts = new Map<string, string>();
  for (const name of parts.names) texts.set(name, await parts.text(name));
  await parts.close();
  return texts;
}

/** Lines of one part as somebody leaves them. */
export type Damage = Readonly<Record<string, (lines: string[]) => string[]>>;

export function damaged(texts: Texts, damage: Damage): Texts {
  const after = new Map(texts);
  for (const [name, change] of Object.entries(damage)) {
    const lines = (texts.get(name) ?? "").split("\n");
    // What is left of the end of the last line is no line.
    after.set(name, `${change(lines.slice(0, -1)).join("\n")}\n`);
  }
  return after;
}

/** The same with a manifest that says what the parts now are: its form is no secret. */
export function withNewManifest(texts: Texts): Texts {
  const manifest = JSON.parse(texts.get(partNames.manifest) ?? "");
  const parts = [...texts]
    .filter(([name]) => name !== partNames.manifest)
    .map(([name, text]) => digestsOf(name, text));
  const linesOfPart = (name: string) => (texts.get(name) ?? "").split("\n").length - 1;
  const [records, events] = [linesOfPart(partNames.records), linesOfPart(partNames.events)];
  const written = { ...manifest, records, events, parts };
  return new Map([...texts, [partNames.manifest, JSON.stringify(written)]]);
}

/** The last event of a record says another record, and record, hash and head are made to fit: its chain holds together. */
export function rewritten(
  texts: Texts,
  of: { kind: string; id: string },
  change: (record: string) => string,
): Texts {
  const isOf = (line: string) => line.includes(`"kind":"${of.kind}","id":"${of.id}"`);
  let head = "";
  const record = JSON.parse(texts.get(partNames.records)?.split("\n").find(isOf) ?? "");
  const text = change(record.record);
  return damaged(texts, {
    [partNames.events]: (lines) => {
      const at = lines.findLastIndex(isOf);
      const line = JSON.parse(lines[at] ?? "");
      const event = canonical({ ...JSON.parse(line.event), recordHash: hashOfText(text) });
      head = hashOfText(event);
      return lines.with(at, JSON.stringify({ ...line, event, hash: head }));
    },
    [partNames.records]: (lines) =>
      lines.map((line) => (isOf(line) ? JSON.stringify({ ...record, record: text, head }) : line)),
  });
}

/** An export that lies in memory. */
export function partsIn(texts: Texts): Parts {
  const textOf = (name: string) => {
    const text = texts.get(name);
    if (text === undefined) throw new Error(`no part ${name}`);
    return text;
  };
  return {
    names: [...texts.keys()],
    doubled: [],
    text: async (name) => textOf(name),
    lines: (name) => linesOf(name, [Buffer.from(textOf(name))]),
    digests: async (name) => digestsOf(name, textOf(name)),
    close: async () => {},
  };
}

type Digests = ReturnType<ReturnType<typeof partDigester>["end"]>;
/** Of most parts the digests are those of the time before. */
const known = new Map<string, { text: string; digests: Digests }>();

function digestsOf(name: string, text: string): Digests {
  const before = known.get(name);
  if (before?.text === text) return before.digests;
  const digests = newDigests(name, text);
  known.set(name, { text, digests });
  return digests;
}

function newDigests(name: string, text: string): Digests {
  const digester = partDigester(name);
  digester.add(Buffer.from(text));
  return digester.end();
}
