import { type ExportScope, exportScopeSchema } from "@dunmiao/domain/audit/exportScope";
import { parseNote } from "@dunmiao/domain/audit/signedNote";
import { parseHead, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { exportPurposeSchema } from "@dunmiao/domain/auditExport";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import * as z from "zod";

const [all, cohort, unit, officer, period] = exportScopeSchema.options;
const asked = {
  purpose: exportPurposeSchema,
  /** The text of the signed head that the auditor holds. */
  checkpoint: z.string().max(4_000).optional(),
};

/** Body of an audit export: what it holds, why, and the head that it is to continue. */
export const exportForm = z.discriminatedUnion("of", [
  z.object({ ...all.shape, ...asked }),
  z.object({ ...cohort.shape, ...asked }),
  z.object({ ...unit.shape, ...asked }),
  z.object({ ...officer.shape, ...asked }),
  z.object({ ...period.shape, ...asked }),
]);
export type ExportForm = z.infer<typeof exportForm>;

/** The scopes in the order in which the form offers them. */
export const scopeNames = exportScopeSchema.options.map(({ shape }) => shape.of.value);

export function scopeOf({ purpose: _p, checkpoint: _c, ...scope }: ExportForm): ExportScope {
  return scope;
}

/** The head in what was pasted, whose ends of lines a browser writes otherwise; undefined where nothing was. */
export function heldHead({ checkpoint = "" }: ExportForm): Outcome<TreeHead | undefined> {
  const note = checkpoint.replaceAll("\r\n", "\n").trim();
  if (note === "") return accept(undefined);
  const head = parseHead(parseNote(`${note}\n`)?.text ?? "");
  return head ? accept(head) : refuse("head-not-readable", "checkpoint");
}
