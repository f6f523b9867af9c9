import { existsSync } from "node:fs";
import { join } from "node:path";
import { DescribeTableCommand, ResourceNotFoundException } from "@aws-sdk/client-dynamodb";
import { listCohorts } from "@dunmiao/store/cohort";
import type { Store } from "@dunmiao/store/engine/client";
import type { Content } from "../contentMarker.ts";
import { damaged, refuseDamagedFile } from "../damage.ts";
import { dataFileOf, type EngineName } from "./engineKinds.ts";

/**
 * Refuses the engine's file when it is damaged, or when it is gone or empty though something was written to it once.
 * @throws DamagedDataError
 */
export function refuseDamage(name: EngineName, dir: string): void {
  refuseDamagedFile(dataFileOf(name, dir), wasFilled(dir));
}

/**
 * Refuses an engine that serves another file than the one that was filled: without the table, or the demo cohort.
 * @throws DamagedDataError
 */
export async function refuseEmptied(store: Store, of: { dir: string; content: Content }): Promise<void> {
  const isSeeded = of.content.content === "demo" && of.content.isComplete;
  if (!isSeeded && !wasFilled(of.dir)) return;
  const hasTable = await findTable(store);
  if (hasTable && (!isSeeded || (await listCohorts(store)).length > 0)) return;
  throw damaged(of.dir, "was filled once, and the engine finds nothing in it");
}

/** The stream was read once: there was a table, and something in it. */
function wasFilled(dir: string): boolean {
  return existsSync(join(dir, "stream-position.json"));
}

async function findTable({ documents, tableName: TableName }: Store): Promise<boolean> {
  try {
    await documents.send(new DescribeTableCommand({ TableName }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
