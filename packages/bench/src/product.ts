import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { type ChildServer, startChild } from "./childServer.ts";
import { today } from "./people.ts";
import type { Rig } from "./rig.ts";

/** Name of the session cookie of the local server. */
export const sessionCookie = "dunmiao-demo";

/** Starts what `npm start -- --empty` starts, on one table of the rig's engine and the day of the bench. */
export function startProduct(rig: Rig, tableName: string): Promise<ChildServer> {
  const script = join(import.meta.dirname, "../../local/start.mjs");
  const dataDir = mkdtempSync(join(rig.dir, "product-"));
  return startChild([script, "--empty", "--today", today], {
    PORT: "0",
    DATA_DIR: dataDir,
    TABLE_NAME: tableName,
  });
}
