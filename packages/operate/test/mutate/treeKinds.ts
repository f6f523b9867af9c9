import { headPart, partFolders, partNames } from "@dunmiao/domain/audit/exportParts";
import { readmeText } from "@dunmiao/domain/audit/exportReadme";
import { appendLeaf, emptyAuditTree, leafText } from "@dunmiao/domain/audit/leaf";
import { rootOf } from "@dunmiao/domain/audit/merkleTree";
import { noteKeyText, noteText, parseNote, signatureLine } from "@dunmiao/domain/audit/signedNote";
import { headText, parseHead } from "@dunmiao/domain/audit/treeHead";
import { damaged, type Texts, withNewManifest } from "../damage.ts";
import { signer } from "../exportWorld.ts";
import type { Chance } from "./chance.ts";
import type { Mutate } from "./recordKinds.ts";
import { forgedTrail, linesIn, otherValue, recordsIn, withLeaves } from "./trail.ts";

const { leaves, key, readme } = partNames;
const headNames = (texts: Texts) =>
  [...texts.keys()].filter((name) => /^checkpoints\/\d/.test(name)).toSorted();
const ruleNames = (texts: Texts) => {
  const folders = [partFolders.schemes, partFolders.pairSchemes, partFolders.calendar];
  return [...texts.keys()].filter((name) => folders.some((folder) => name.startsWith(folder)));
};
const without = (texts: Texts, names: readonly string[]) =>
  new Map([...texts].filter(([name]) => !names.includes(name)));
const toFit = (texts: Texts) => ({ texts: withNewManifest(texts) });
const inLeaves =
  (how: (lines: string[], chance: Chance) => string[]): Mutate =>
  (texts, chance) =>
    toFit(damaged(texts, { [leaves]: (lines) => how(lines, chance) }));

/** Every head is that of the leaves as they now are, signed by somebody else of the same name. */
async function signedAnew(texts: Texts, isKeyTold: boolean): Promise<Texts> {
  const first = parseHead(parseNote(texts.get(headNames(texts)[0] ?? "") ?? "")?.text ?? "");
  const stranger = signer(first?.origin);
  const after = new Map(texts);
  let last = first;
  for (const name of headNames(texts)) {
    const head = parseHead(parseNote(texts.get(name) ?? "")?.text ?? "");
    if (!head) continue;
    const lines = linesIn(texts, leaves).slice(0, head.size);
    const tree = lines.map((line) => JSON.parse(line)).reduce(appendLeaf, emptyAuditTree);
    last = { ...head, root: rootOf(tree), sm3: tree.sm3 };
    const text = headText(last);
    const signature = await stranger.sign(new TextEncoder().encode(text));
    after.set(name, noteText(text, [signatureLine(stranger.key, signature)]));
  }
  const verifier = texts.has(partNames.verifier) ? "in" : "lacking";
  if (last) after.set(readme, readmeText({ ...last, verifier }));
  if (isKeyTold) after.set(key, `${noteKeyText(stranger.key)}\n`);
  return after;
}

/** What is done to leaves, heads, schemes and parts, the manifest made to fit. */
export const treeKinds: Readonly<Record<string, Mutate>> = {
  "leaf removed": inLeaves((lines, { below }) => lines.toSpliced(below(lines.length), 1)),
  "leaf doubled": inLeaves((lines, { below, pick }) =>
    lines.toSpliced(below(lines.length + 1), 0, pick(lines)),
  ),
  "leaf altered": inLeaves((lines, chance) => {
    const at = chance.below(lines.length);
    const leaf = JSON.parse(otherValue(lines[at] ?? "", chance, ["day"]));
    return lines.with(at, leafText(leaf));
  }),
  "leaves swapped": inLeaves((lines, { below }) => {
    const at = below(lines.length - 1);
    return lines.with(at, lines[at + 1] ?? "").with(at + 1, lines[at] ?? "");
  }),
  "tail of the tree cut off": inLeaves((lines, { below }) => lines.slice(0, below(lines.length))),
  "tail of the tree cut off with its heads": (texts, { below }) => {
    const heads = headNames(texts);
    const kept = below(heads.length);
    const head = parseHead(parseNote(texts.get(heads[kept - 1] ?? "") ?? "")?.text ?? "");
    const cut = without(texts, heads.slice(kept));
    return toFit(damaged(cut, { [leaves]: (lines) => lines.slice(0, head?.size ?? 0) }));
  },
  "head removed": (texts, { pick }) => {
    const days = new Set(linesIn(texts, leaves).map((line) => headPart(JSON.parse(line).day)));
    // A day on which nothing changed has the tree of the day before: nothing is lost with its head.
    const name = pick(headNames(texts).filter((each) => days.has(each)));
    return { ...toFit(without(texts, [name])), about: [name, leaves] };
  },
  "head of another day": (texts, { pick }) => {
    const heads = headNames(texts);
    const [one, other] = [pick(heads), pick(heads)];
    if (one === other) return undefined;
    return { ...toFit(new Map([...texts, [one, texts.get(other) ?? ""]])), about: [one] };
  },
  "signature altered": (texts, chance) => {
    const name = chance.pick(headNames(texts));
    const parsed = parseNote(texts.get(name) ?? "");
    const [own] = parsed?.signatures ?? [];
    if (!parsed || !own) return undefined;
    const at = chance.below(own.signature.length);
    const other = own.signature.with(at, (own.signature[at] ?? 0) ^ (1 << chance.below(8)));
    const id = Buffer.from(own.keyId, "hex");
    const line = `— ${own.name} ${Buffer.concat([id, other]).toString("base64")}\n`;
    return { ...toFit(new Map([...texts, [name, noteText(parsed.text, [line])]])), about: [name] };
  },
  "heads signed anew by another key": async (texts) => toFit(await signedAnew(texts, false)),
  "chain, leaves and heads forged by another key that is put in, too": async (texts, chance) => {
    const of = chance.pick(recordsIn(texts));
    const record = (text: string) => otherValue(text, chance, ["version", "id", "kind"]);
    const forged = withLeaves(forgedTrail(texts, of, { record }), of);
    return { ...toFit(await signedAnew(forged, true)), about: [key] };
  },
  "scheme or calendar altered": (texts, chance) => {
    const name = chance.pick(ruleNames(texts));
    const other = otherValue(texts.get(name) ?? "", chance);
    return { ...toFit(new Map([...texts, [name, other]])), about: [name] };
  },
  "scheme or calendar removed": (texts, { pick }) => {
    const name = pick(ruleNames(texts));
    return { ...toFit(without(texts, [name])), about: [name] };
  },
  "part removed": (texts, { pick }) => {
    const name = pick([...texts.keys()].filter((each) => each !== partNames.manifest));
    return { texts: without(texts, [name]), about: [name] };
  },
  "part put in": (texts, { below }) => {
    const name = `${below(1_000)}.txt`;
    return { texts: new Map([...texts, [name, "x\n"]]), about: [name] };
  },
  "part under another name": (texts, { pick }) => {
    const name = pick([...texts.keys()].filter((each) => each !== partNames.manifest));
    const after = new Map([...without(texts, [name]), [`${name}.txt`, texts.get(name) ?? ""]]);
    return { texts: after, about: [name] };
  },
  "figure or digest of the manifest altered": (texts, chance) => {
    const told = texts.get(partNames.manifest) ?? "";
    const other = otherValue(told, chance, ["purpose", "exportedAt", "id", "scope"]);
    return { texts: new Map([...texts, [partNames.manifest, other]]) };
  },
};
