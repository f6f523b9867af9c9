import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { factsOf, personPaperText } from "@dunmiao/domain/audit/personPaper";
import { type NoteKey, noteKeyText, parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead } from "@dunmiao/domain/audit/treeHead";
import { secondmentSchema } from "@dunmiao/domain/secondment";
import { packText } from "@dunmiao/store/audit/packText";
import { proveLeaf, sealedTexts } from "@dunmiao/store/audit/recordProof";
import { newestLeafOf } from "@dunmiao/store/audit/treeRead";
import type { Anchor } from "@dunmiao/workflow/anchor";
import { taskHandlers } from "@dunmiao/workflow/handlers";
import { leave, reportIn } from "../../workflow/test/support/acts.ts";
import { addCohort, openWorld, type World } from "../../workflow/test/support/world.ts";

/** A signer of heads. */
export function signer(name = "dunmiao.test") {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  const key: NoteKey = { name, publicKey: Uint8Array.from(Buffer.from(x, "base64url")) };
  const notes = new Map<string, string>();
  const signed = async (message: Uint8Array) => sign(null, message, privateKey);
  const anchor: Anchor = {
    origin: name,
    signers: async () => [{ key, sign: signed }],
    keyText: async () => `${noteKeyText(key)}\n`,
    newest: async () => [...notes].toSorted(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1],
    of: async (day) => [notes.get(day)].filter((note) => note !== undefined),
    keep: async (day, note) => {
      notes.set(day, note);
    },
  };
  return { key, sign: signed, text: noteKeyText(key), anchor, notes };
}

/** Closes every day before the world's. */
export async function closeDays(world: World, anchor: Anchor): Promise<void> {
  const tasks = taskHandlers({ ...world.deps, anchor });
  const asOf = world.clock.today;
  for (;;) {
    const { next } = await tasks.closePage({ asOf });
    if (next === "done") return;
    if (next === "sign") await tasks.signDay({ asOf });
  }
}

/** Two people of a cohort, one of whom is on leave, over three days that are closed. */
export async function lived(anchor: Anchor): Promise<World> {
  const world = await openWorld("2026-03-02", 2);
  const [one = ""] = await addCohort(world, { id: "c1", startsOn: "2026-03-02", people: [1, 2] });
  await reportIn(world, one);
  world.clock.today = "2026-03-03";
  await closeDays(world, anchor);
  await leave(world, one, "2026-03-04", "2026-03-06");
  world.clock.today = "2026-03-04";
  await closeDays(world, anchor);
  world.clock.today = "2026-03-05";
  await closeDays(world, anchor);
  return world;
}

/** One person's paper against a head of the world, with a count of nothing. */
export async function paperOf({ store }: World, id: string, note: string): Promise<string> {
  const of = { kind: "secondment", id } as const;
  const head = parseHead(parseNote(note)?.text ?? "");
  const place = await newestLeafOf(store, of);
  const proved = head && place && (await proveLeaf(store, { index: place.index, head }));
  const texts = place && (await sealedTexts(store, { ...of, version: place.version }));
  if (!proved || !texts) throw new Error("the head does not cover it");
  const { leaf, proof } = proved;
  const record: Record<string, unknown> = JSON.parse(texts.record);
  const facts = factsOf(secondmentSchema.parse({ ...record, head: leaf.head }));
  const days = { countedDays: 0, pendingDays: 3, limitDays: 15, verdict: "within" } as const;
  const count = { on: "2026-03-05", calendarVersion: 1, ...days };
  const paper = { leaf, event: JSON.parse(texts.event), record, facts, count };
  return personPaperText(paper, { index: place.index, proof, checkpoint: note }, packText);
}

export function scratch(): string {
  return mkdtempSync(join(tmpdir(), "dunmiao-export-test-"));
}
