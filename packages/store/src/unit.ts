import { type Unit, unitKinds, unitSchema } from "@dunmiao/domain/unit";
import * as z from "zod";
import { type Cached, cachedList } from "./engine/cached.ts";
import type { Store } from "./engine/client.ts";
import type { Noun } from "./engine/kinds.ts";
import { byKind } from "./engine/lists.ts";

export const unitNoun: Noun<Unit> = { kind: "unit", schema: unitSchema };
const rowSchema = z.object({ name: z.string(), kind: z.enum(unitKinds), parent: z.string().optional() });
const maxAgeSeconds = 60;

/** A unit as lists and rules need it. */
export type Units = ReadonlyMap<string, Unit>;

/** All units by code: one Query on their directory. */
export async function listUnits(store: Store): Promise<Units> {
  const { rows } = await byKind(store, "unit", rowSchema);
  return new Map(rows.map(({ id, version, summary }) => [id, { id, version, head: "", ...summary }]));
}

/** All units, held for a minute. */
export function unitReader(store: Store): Cached<Units> {
  return cachedList(() => listUnits(store), maxAgeSeconds);
}
