import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { holdClaims } from "@dunmiao/operate/holdClaims";
import type { Store } from "@dunmiao/store/engine/client";

/**
 * Once for a data directory: people whom an older version put on file get their claims on number and facts. What it
 * did, and numbers that may be one person's, are reported; a start that is cut off here does it again.
 */
export async function holdClaimsOnce(
  store: Store,
  dataDir: string,
  report: (line: string) => void,
): Promise<void> {
  const marker = join(dataDir, "claims-held");
  if (existsSync(marker)) return;
  const { officers, written, alike } = await holdClaims(store);
  writeFileSync(marker, `${officers}\n`);
  if (written > 0) report(`${written} claims written for people who were put on file before there were any`);
  for (const [number, other] of alike) report(`officers ${number} and ${other} may be one person`);
}
