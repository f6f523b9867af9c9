import { partNames } from "@dunmiao/domain/audit/exportParts";
import { type KeyRing, keyRingText, parseKeyRing, trustedRing } from "@dunmiao/domain/audit/keyRing";
import { verifyEd25519 } from "./ed25519.ts";
import type { Finding } from "./findings.ts";
import type { Parts } from "./readZip.ts";

/** The keys that are held, or those of the export; of one descent all of them. */
export async function ringOf(
  parts: Parts,
  held: KeyRing | undefined,
  report: (finding: Finding) => void,
): Promise<KeyRing | undefined> {
  const text = await parts.text(partNames.key);
  const told = parseKeyRing(text, verifyEd25519);
  const trusted = held && told ? trustedRing(held, told) : told;
  if (!trusted && !held) report({ code: "head-unreadable", about: partNames.key });
  else if (!trusted || !told || keyRingText(told) !== text)
    report({ code: "key-other", about: partNames.key });
  return trusted ?? held;
}
