import type { ImportRow } from "@dunmiao/domain/import/importRow";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { Unit } from "@dunmiao/domain/unit";
import { createPost } from "./concurrentPost.ts";
import type { Acting } from "./engine/acting.ts";
import type { RowResult } from "./placement.ts";
import { presentOfficer } from "./presentOfficer.ts";

export type PostImportRow = ImportRow & { sheet: "posts" };

/**
 * Begins the post of a row for whoever bears its number now, as it is judged then; the row that comes again finds what it
 * began, and says so. Refuses as `createPost` does, and `unknown-officer`, `unknown-unit`. Four GetItems and one TransactWriteItems.
 */
export async function importPost(
  acting: Acting,
  { id, action, post }: PostImportRow,
  units: ReadonlyMap<string, Unit>,
): Promise<Outcome<RowResult>> {
  const { serviceNumber } = post;
  const officer = await presentOfficer(acting.store, serviceNumber);
  if (!officer) return refuse("unknown-officer", "serviceNumber", { serviceNumber });
  const unit = units.get(officer.homeUnit);
  if (!unit) return refuse("unknown-unit", "serviceNumber", { unit: officer.homeUnit });
  const written = await createPost(acting, post, { id, officer, unit });
  if (written.outcome === "refused") return { ok: false, refusals: written.refusals };
  // The id was made for this row: who finds it there is the other delivery of the same chunk.
  return accept(written.outcome === "committed" || action === "create" ? "created" : "already-there");
}
