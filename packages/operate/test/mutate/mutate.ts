import { partNames } from "@dunmiao/domain/audit/exportParts";
import type { NoteKey } from "@dunmiao/domain/audit/signedNote";
import { verifyParts } from "@dunmiao/verifier/verifyExport";
import { partsIn, type Texts, withNewManifest } from "../damage.ts";
import { hurts, lineHurts, withText } from "./bytes.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Mutate, recordKinds } from "./recordKinds.ts";
import { linesIn } from "./trail.ts";
import { treeKinds } from "./treeKinds.ts";

/** Per kind: how many were made, found by the verifier, and found under the name of what was damaged; those missed, by number. */
export type Tally = { made: number; found: number; named: number; missed: string[] };

const lined = [partNames.records, partNames.events, partNames.texts, partNames.leaves];

/** The manifest is made to fit, or left as it was. */
const half = (texts: Texts, part: string, { below }: Chance) =>
  below(2) === 0 ? { texts, about: [part] } : { texts: withNewManifest(texts) };

function bytesKind(how: (typeof hurts)[string]): Mutate {
  return (texts, chance) => {
    const part = chance.pick(
      [...texts.keys()].filter((name) => name !== partNames.manifest && name !== partNames.verifier),
    );
    const text = texts.get(part) ?? "";
    if (text === "") return undefined;
    return half(withText(texts, part, how(text, chance)), part, chance);
  };
}

function lineKind(how: (typeof lineHurts)[string]): Mutate {
  return (texts, chance) => {
    const part = chance.pick(lined);
    const lines = linesIn(texts, part);
    if (lines.length < 2) return undefined;
    return half(withText(texts, part, `${how(lines, chance).join("\n")}\n`), part, chance);
  };
}

const allKinds: ReadonlyMap<string, Mutate> = new Map([
  ...Object.entries(hurts).map(([name, how]) => [name, bytesKind(how)] as const),
  ...Object.entries(lineHurts).map(([name, how]) => [`line ${name}`, lineKind(how)] as const),
  ...Object.entries(recordKinds),
  ...Object.entries(treeKinds),
]);

/** Damages an export so many times by chance, each kind in turn, and asks the verifier of each. */
export async function mutate(
  texts: Texts,
  key: NoteKey,
  {
    count,
    seed,
    onProgress = () => {},
  }: { count: number; seed: number; onProgress?: (made: number) => void },
): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Map<string, Tally>();
  const kinds = [...allKinds];
  let made = 0;
  for (let turn = 0; made < count && turn < count * 4; turn += 1) {
    const [kind, change] = kinds[turn % kinds.length] ?? [];
    if (kind === undefined || !change) break;
    const mutation = await change(texts, chanceOf(seed * 1_000_003 + turn));
    if (!mutation || isSame(texts, mutation.texts)) continue;
    const tally = tallies.get(kind) ?? { made: 0, found: 0, named: 0, missed: [] };
    tallies.set(kind, tally);
    const { findings } = await verifyParts(partsIn(mutation.texts), { keys: [key] });
    const { about = [] } = mutation;
    const isFound = findings.length > 0;
    const isNamed = isFound && (about.length === 0 || findings.some((each) => about.includes(each.about)));
    tally.made += 1;
    tally.found += isFound ? 1 : 0;
    tally.named += isNamed ? 1 : 0;
    if (!isNamed)
      tally.missed.push(
        `turn ${turn}: ${about.join(", ")} [${findings
          .map(({ code, about: of }) => `${code} ${of}`)
          .slice(0, 5)
          .join("; ")}]`,
      );
    made += 1;
    if (made % 1_000 === 0) onProgress(made);
  }
  return tallies;
}

function isSame(before: Texts, after: Texts): boolean {
  return (
    before.size === after.size &&
    [...before].every(([name, text]) =>
      name === partNames.manifest
        ? before.size === after.size && sameManifest(text, after.get(name))
        : after.get(name) === text,
    )
  );
}

function sameManifest(text: string, after = ""): boolean {
  return text === after || JSON.stringify(JSON.parse(text)) === JSON.stringify(JSON.parse(after));
}
