import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { partNames } from "@dunmiao/domain/audit/exportParts";

const keptFile = join(import.meta.dirname, "../../verifier/build", partNames.verifier);
const builtNow = async () => (await import("../../verifier/build.ts")).verifierPage();

/**
 * The page that goes into an export: built from the code that stands here, else the one that `npm run verifier-page` left,
 * else none; `said`: which it is, for whoever made the export.
 */
export async function pageForExport({ build = builtNow, kept = keptFile } = {}): Promise<{
  page?: string;
  said: string;
}> {
  try {
    const page = await build();
    return { page, said: `${partNames.verifier} SHA-256 ${digestOf(page)}` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (!existsSync(kept)) return { said: `导出中没有 the export holds NO ${partNames.verifier}: ${why}` };
    const page = readFileSync(kept, "utf8");
    return {
      page,
      said: `${partNames.verifier} 为先前生成 as it was built before SHA-256 ${digestOf(page)}: ${why}`,
    };
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
