import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NoteKey, noteKeyText } from "@dunmiao/domain/audit/signedNote";
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
  const anchor: Anchor = {
    origin: name,
    publicKey: async () => key.publicKey,
    sign: async (message) => sign(null, message, privateKey),
    keep: async (day, note) => {
      notes.set(day, note);
    },
  };
  return { key, text: noteKeyText(key), anchor, notes };
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

export function scratch(): string {
  return mkdtempSync(join(tmpdir(), "dunmiao-export-test-"));
}
