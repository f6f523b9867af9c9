import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { listCohorts } from "@dunmiao/store/cohort";
import { openStore } from "@dunmiao/store/engine/client";
import { cohortSummaries } from "@dunmiao/store/secondment";
import { expect, test } from "vitest";
import { beginProduct, saidBy, scratchDir, signIn, startProduct } from "./running.ts";

/** How many people the engine of a data directory holds; 0 before there is one. */
async function peopleIn(dir: string): Promise<number> {
  const note = join(dir, "engine.json");
  if (!existsSync(note)) return 0;
  const { host, port } = JSON.parse(readFileSync(note, "utf8"));
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: `http://${host}:${port}`, region: "local", credentials });
  const store = openStore({ tableName: "dunmiao", client });
  try {
    const [cohort] = await listCohorts(store);
    return cohort ? (await cohortSummaries(store, cohort.id)).length : 0;
  } catch {
    // No table yet.
    return 0;
  } finally {
    client.destroy();
  }
}

test("kill −9 while the demo cohort is written: the next start completes it, everyone once", async () => {
  const { dir, remove } = scratchDir();
  const begun = beginProduct(dir, "--today", "2026-03-02");
  while ((await peopleIn(dir)) === 0) await setTimeout(5);
  await begun.kill();
  const product = await startProduct(dir);
  const hr = await signIn(product.url, { persona: "hr" });
  const { total } = await saidBy(hr.get("/secondments"));
  const clock = await saidBy(hr.get("/local/clock"));
  await product.end();
  remove();
  expect(begun.said.join("\n")).not.toContain("demo cohort written");
  expect([total, clock.today]).toEqual([224, "2026-03-02"]);
});
