import { partFolders } from "@dunmiao/domain/audit/exportParts";
import type { Finding } from "./findings.ts";
import type { Parts } from "./readZip.ts";

const folders = [partFolders.schemes, partFolders.pairSchemes, partFolders.calendar];

/** Whether schemes and calendars are those that the records make; an export of version 1 holds none. */
export async function verifyRuleParts(
  parts: Parts,
  told: readonly (readonly [name: string, text: string])[],
  report: (finding: Finding) => void,
): Promise<void> {
  const held = parts.names.filter((name) => folders.some((folder) => name.startsWith(folder)));
  if (held.length === 0) return;
  const texts = new Map(told);
  for (const name of held)
    if ((await parts.text(name)) !== texts.get(name)) report({ code: "rules-differ", about: name });
  for (const name of texts.keys()) if (!held.includes(name)) report({ code: "part-missing", about: name });
}
