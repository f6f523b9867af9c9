import type { Subject } from "@dunmiao/domain/access";
import { decidersOf, readersOf } from "@dunmiao/domain/pair/ground";
import type { PermittedAct } from "@dunmiao/domain/permissions";
import { concurrentPostNoun } from "@dunmiao/store/concurrentPost";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { secondmentNoun } from "@dunmiao/store/secondment";
import * as z from "zod";

/** What an address is about, as the table of permissions is asked; undefined for one that is about no file of a person. */
export async function subjectOf(store: Store, path: string, act: PermittedAct): Promise<Subject | undefined> {
  const [, noun, id] = (path.split("?")[0] ?? "").split("/");
  if (id === undefined || id === "") return undefined;
  switch (noun) {
    case "secondments":
      return loadRecord(store, secondmentNoun, id);
    case "pairs": {
      const pair = await loadRecord(store, pairNoun, id);
      return pair && (act === "read-pairs" ? readersOf(pair) : decidersOf(pair));
    }
    case "posts": {
      const post = await loadRecord(store, concurrentPostNoun, id);
      return post && { officer: post.officer, unit: { code: post.unit.code, parent: post.branch } };
    }
    default:
      return undefined;
  }
}

const officersSchema = z.object({
  serviceNumber: z.string().optional(),
  leading: z.enum(["mentor", "apprentice"]).optional(),
  mentor: z.string().optional(),
  apprentice: z.string().optional(),
});

/** The people that an act without a file is about: those of the unit of the officer that its body names, who leads in a pair. */
export async function subjectOfBody(store: Store, body: object): Promise<Subject | undefined> {
  const { serviceNumber, leading, mentor, apprentice } = officersSchema.parse(body);
  const number = serviceNumber ?? (leading === "mentor" ? mentor : apprentice);
  const officer = number === undefined ? undefined : await loadRecord(store, officerNoun, number);
  return officer && { officer: { serviceNumber: officer.id }, unit: { code: officer.homeUnit } };
}

/** The version of the record that an address is about: what was refused leaves it as it is. */
export async function versionOf(store: Store, path: string): Promise<number | undefined> {
  const [, noun, id] = path.split("/");
  if (id === undefined) return undefined;
  if (noun === "secondments") return (await loadRecord(store, secondmentNoun, id))?.version;
  if (noun === "pairs") return (await loadRecord(store, pairNoun, id))?.version;
  if (noun === "posts") return (await loadRecord(store, concurrentPostNoun, id))?.version;
  return undefined;
}
