import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseNoteKey } from "@dunmiao/domain/audit/signedNote";
import { writeHandOver } from "@dunmiao/domain/term/writeHandOver";
import { writeExport } from "@dunmiao/workflow/auditExport/writeExport";
import { afterAll, expect, test } from "vitest";
import { addImport, personRow } from "../../../workflow/test/support/imports.ts";
import { addNotice } from "../../../workflow/test/support/notices.ts";
import { act } from "../../../workflow/test/support/world.ts";
import { type Texts, textsOf } from "../damage.ts";
import { closeDays, lived, scratch, signer } from "../exportWorld.ts";
import { mutate } from "./mutate.ts";

const dir = scratch();
afterAll(() => rmSync(dir, { recursive: true, force: true }));
/** Whoever asked for many waits for them. */
const timeout = process.env.MUTATE_COUNT === undefined ? undefined : 24 * 3_600_000;
const { MUTATE_COUNT = "240", MUTATE_SEED = "13", MUTATE_FILE, MUTATE_KEY = "" } = process.env;

/** An export of a small world with words, a notice and an import that is through; all of it is under a signed head. */
async function smallExport(): Promise<{ texts: Texts; key: string }> {
  const ours = signer();
  const world = await lived(ours.anchor);
  await act(world, "c1-100001", "officer", (ground) => writeHandOver(ground, { words: { people: "甲" } }));
  await act(world, "c1-100001", "officer", (ground) => writeHandOver(ground, { words: { people: "乙" } }));
  await addNotice(world, "n1");
  await addImport(world, "i1", [personRow(2)]);
  await world.tasks.importChunk({ importId: "i1", asOf: "2026-03-05", chunk: 1 });
  await world.tasks.finishImport({ importId: "i1", asOf: "2026-03-05" });
  world.clock.today = "2026-03-06";
  await closeDays(world, ours.anchor);
  const file = join(dir, "small.zip");
  await writeExport(world.store, { file, purpose: "x", now: "2026-03-06T01:00:00.000Z", key: ours.text });
  return { texts: await textsOf(file), key: ours.text };
}

async function givenExport(file: string) {
  return { texts: await textsOf(file), key: readFileSync(MUTATE_KEY, "utf8") };
}

test(
  "damages of every kind by chance are found, and what was damaged is named",
  async () => {
    const { texts, key: keyText } =
      MUTATE_FILE === undefined ? await smallExport() : await givenExport(MUTATE_FILE);
    const key = parseNoteKey(keyText);
    if (!key) throw new Error(`${MUTATE_KEY} is no key of heads`);
    const untouched = await mutate(texts, key, { count: 0, seed: 0 });
    expect(untouched.size).toBe(0);
    const [count, seed] = [Number(MUTATE_COUNT), Number(MUTATE_SEED)];
    const told = process.env.MUTATE_COUNT !== undefined;
    const onProgress = (made: number) => told && process.stderr.write(`${made} of ${count}\n`);
    const tallies = await mutate(texts, key, { count, seed, onProgress });
    const all = [...tallies].map(([kind, tally]) => ({ kind, ...tally }));
    if (told) {
      for (const { kind, made, found, named } of all)
        console.log(`${kind}: ${made}, found ${found}, named ${named}`);
      const sum = (of: "made" | "found" | "named") => all.reduce((total, each) => total + each[of], 0);
      console.log(`all: ${sum("made")}, found ${sum("found")}, named ${sum("named")}`);
    }
    expect(all.flatMap(({ kind, missed }) => missed.map((each) => `${kind}: ${each}`))).toEqual([]);
    expect(all.reduce((total, { made }) => total + made, 0)).toBe(count);
  },
  timeout,
);
