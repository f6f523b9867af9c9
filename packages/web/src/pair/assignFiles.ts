import { assignFile } from "@dunmiao/domain/pair/assignFile";
import { readersOf } from "@dunmiao/domain/pair/ground";
import { may } from "@dunmiao/domain/permissions";
import { type Refusal, refuse } from "@dunmiao/domain/refusal";
import { changePair } from "@dunmiao/store/changePair";
import type { Acting } from "@dunmiao/store/engine/acting";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import { StoredRowError } from "@dunmiao/store/engine/parseStored";
import * as z from "zod";
import type { FileTasks } from "./form.ts";

const subjectSchema = z.object({ mentor: z.string().optional(), apprentice: z.string().optional() });
/** What became of one file: whose pair it is, and why it was left out. */
export type Assigned = z.infer<typeof subjectSchema> & { id: string; refusals: readonly Refusal[] };

/**
 * Assigns each file by a transaction of its own; what is refused for one does not stop the others. The key of the form is
 * one key for each pair, so that a repeat goes on where the first one stopped.
 */
export async function assignFiles(
  acting: Acting,
  { pair, ...task }: FileTasks,
  use: KeyUse | undefined,
): Promise<Assigned[]> {
  const results: Assigned[] = [];
  for (const id of new Set(pair)) {
    let subject: z.infer<typeof subjectSchema> = {};
    const once = use && {
      use: { ...use, key: `${use.key} ${id}` },
      answer: () => ({ status: 200, body: subject }),
    };
    const change = changePair(acting, {
      id,
      once,
      rule: (ground) => {
        // Whoever may not read a pair does not learn that it is there.
        if (!may(ground.actor, "read-pairs", readersOf(ground.pair))) return refuse("not-found");
        const { mentor, apprentice } = ground.pair;
        subject = { mentor: mentor.officer.name, apprentice: apprentice.officer.name };
        return assignFile(ground, task);
      },
    });
    const changed = await unlessUnreadable(change);
    if (changed?.outcome === "repeated") subject = subjectSchema.parse(changed.answer.body);
    const refusals = changed?.outcome === "refused" ? changed.refusals : [];
    results.push({ id, ...subject, refusals: changed ? refusals : [{ code: "record-unreadable" }] });
  }
  return results;
}

/** A record that does not parse is that line's to say: those after it are done all the same. */
async function unlessUnreadable<T>(changing: Promise<T>): Promise<T | undefined> {
  try {
    return await changing;
  } catch (error) {
    if (error instanceof StoredRowError) return undefined;
    throw error;
  }
}
