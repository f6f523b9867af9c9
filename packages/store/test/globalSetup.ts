import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine } from "@dunmiao/local/engine/engine";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Environment variables that point the SDK at the engine of this test run. */
    engine: Record<string, string>;
    /** A directory for what files of this run share on disk, e.g. the demo cohort that one of them had written. */
    scratch: string;
  }
}

/**
 * One empty engine in memory for the whole run; DUNMIAO_ENGINE chooses which. Each test file makes its own table. With
 * WRITE_STORED_ROWS=1 the rows that the run left are chosen from and written for later releases, with =new only those of
 * kinds that no release has yet (stored/README.md).
 */
export default async function startOnce(project: TestProject): Promise<() => Promise<void>> {
  const { AWS_ENDPOINT_URL_DYNAMODB: _, ...environment } = process.env;
  const engine = await startEngine({ environment });
  const scratch = mkdtempSync(join(tmpdir(), "dunmiao-scratch-"));
  // Both cores may be busy with something else: the limit of a test ends what hangs.
  project.provide("engine", { ...engine.variables, STORE_PATIENCE_MS: "300000" });
  project.provide("scratch", scratch);
  return async () => {
    const { WRITE_STORED_ROWS, CI } = process.env;
    if (WRITE_STORED_ROWS !== undefined && CI !== "true") {
      const { writeStoredRows } = await import("../../local/test/storedWrite.ts");
      await writeStoredRows(engine.variables, { onlyNew: WRITE_STORED_ROWS === "new" });
    }
    await engine.stop();
    rmSync(scratch, { recursive: true, force: true });
  };
}
