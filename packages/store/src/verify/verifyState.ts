import * as z from "zod";
import type { Store } from "../engine/client.ts";
import { kinds } from "../engine/kinds.ts";
import { putOver } from "../engine/putOver.ts";
import { loadItem } from "../engine/record.ts";
import { verifyStateKey } from "../engine/treeKeys.ts";

const treeSchema = z.object({ size: z.int(), frontier: z.array(z.string()).readonly(), sm3: z.string() });
/** Where a pass is: among the leaves of the tree, which it grows anew, then among the changes of one kind after another. */
const placeSchema = z.union([
  z.object({
    in: z.literal("leaves"),
    after: z.string().optional(),
    tree: treeSchema,
    isBroken: z.boolean(),
  }),
  z.object({ in: z.enum(kinds), after: z.string().optional() }),
]);

/**
 * How far checking the table has come. Days are YYYY-MM-DD: `asOf` that of the last sweep, `begunOn` that of this pass.
 * `known`: which differences of before are looked at again first, `done` when they are; `left`: leaves and changes that
 * the day still has to look at.
 */
const verifyStateSchema = z.object({
  version: z.int(),
  asOf: z.iso.date(),
  known: z.union([z.object({ after: z.string().optional() }), z.literal("done")]),
  left: z.int(),
  begunOn: z.iso.date(),
  perDay: z.int().positive(),
  place: placeSchema,
});
export type VerifyState = z.infer<typeof verifyStateSchema>;
export type Place = VerifyState["place"];
export type LeavesPlace = Extract<Place, { in: "leaves" }>;
export type ChangesPlace = Exclude<Place, { in: "leaves" }>;

/** What is kept of the checking: no state where nothing was kept yet, or where what was kept does not parse. */
export type KeptState = { isKept: boolean; version: number; state: VerifyState | undefined };

/** One GetItem. */
export async function loadVerifyState(store: Store): Promise<KeptState> {
  const row = await loadItem(store, verifyStateKey, z.record(z.string(), z.unknown()));
  const version = typeof row?.version === "number" ? row.version : 0;
  return { isKept: row !== undefined, version, state: verifyStateSchema.safeParse(row).data };
}

/** False when somebody else went on meanwhile. */
export function keepVerifyState(store: Store, { version, ...state }: VerifyState): Promise<boolean> {
  return putOver(store, { ...verifyStateKey, ...state }, version);
}
