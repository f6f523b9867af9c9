import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openStore } from "@dunmiao/store/engine/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { dataFileOf } from "../src/engine/engineKinds.ts";
import { enginesUsing } from "../src/engine/engineOrphans.ts";
import { beginImport, importWhen, serviceNumbersOf } from "./importing.ts";
import { type Product, type Said, saidBy, scratchDir, signIn, startProduct } from "./running.ts";

const people = 300;
const { dir, remove } = scratchDir();
let product: Product;
let hr: Awaited<ReturnType<typeof signIn>>;

beforeAll(async () => {
  product = await startProduct(dir, "--empty", "--today", "2026-03-02");
  hr = await signIn(product.url, { persona: "hr" });
});
afterAll(async () => {
  await product.end();
  remove();
});

/** What the product writes down about its engine. */
function engine(): { pid: number; host: string; port: number } {
  return JSON.parse(readFileSync(join(dir, "engine.json"), "utf8"));
}

/** Kills the engine alone and waits until another one serves. */
async function killEngine(): Promise<void> {
  const { pid } = engine();
  process.kill(pid, "SIGKILL");
  while (engine().pid === pid) await setTimeout(20);
}

async function healthWhen(isSo: (health: Said) => boolean): Promise<Response> {
  for (;;) {
    const health = await fetch(`${product.url}/healthz`);
    if (isSo(await saidBy(health.clone()))) return health;
    await setTimeout(20);
  }
}

async function faultsOfTable() {
  const { host, port } = engine();
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint: `http://${host}:${port}`, region: "local", credentials });
  const verified = await verifyTable(openStore({ tableName: "dunmiao", client }));
  client.destroy();
  return verified;
}

/** How long the engine stands still once: longer than any retry of a client. */
const pausedMilliseconds = 20_000;

/** Stops the engine for twenty seconds; the product goes on with the same one. */
async function pauseEngine(): Promise<void> {
  const { pid } = engine();
  process.kill(pid, "SIGSTOP");
  const pause = setTimeout(pausedMilliseconds);
  const health = await healthWhen(({ status }) => status === "store-unavailable");
  expect([health.status, health.headers.get("Retry-After")]).toEqual([503, "2"]);
  await pause;
  process.kill(pid, "SIGCONT");
  await healthWhen(({ status }) => status === "ready");
  expect(engine().pid).toBe(pid);
}

test("the engine killed at three points of an import, twice in a row at the last, and paused for 20 seconds: every row once, every chain whole", async () => {
  const { cohort, id, confirmed } = await beginImport(hr, people);
  expect(confirmed.status).toBe(200);
  for (const rows of [1, 100]) {
    const underWay = await importWhen(hr, id, ({ done }) => done >= rows);
    expect(underWay.status).not.toBe("finished");
    await killEngine();
  }
  const stillUnderWay = await importWhen(hr, id, ({ done }) => done >= 150);
  expect(stillUnderWay.status).not.toBe("finished");
  await pauseEngine();
  const underWay = await importWhen(hr, id, ({ done }) => done >= 200);
  expect(underWay.status).not.toBe("finished");
  await killEngine();
  await killEngine();
  const finished = await importWhen(hr, id, ({ status }) => status === "finished");
  expect(finished).toMatchObject({ done: finished.total, refused: [] });
  const numbers = await serviceNumbersOf(hr, cohort);
  expect([numbers.length, new Set(numbers).size]).toEqual([people, people]);
  const { checked, faults } = await faultsOfTable();
  expect(checked).toBeGreaterThan(people);
  expect(faults).toEqual([]);
  expect(enginesUsing(dataFileOf("dynoxide", dir))).toEqual([engine().pid]);
}, 300_000);

describe("while the engine is silent", () => {
  beforeAll(async () => {
    process.kill(engine().pid, "SIGSTOP");
    await healthWhen(({ status }) => status === "store-unavailable");
  });

  test("the health says so, and a request is a problem that says when to ask again", async () => {
    expect((await fetch(`${product.url}/healthz`)).status).toBe(503);
    const asked = await hr.post("/cohorts", { name: "第三批", scheme: "literal", startsOn: "2026-09-14" });
    expect([asked.status, asked.headers.get("Retry-After")]).toEqual([503, "2"]);
    expect(await saidBy(asked)).toMatchObject({ code: "store-unavailable", status: 503 });
  });

  test.each([
    ["zh-CN", "数据暂时无法读写"],
    ["en", "cannot be reached at the moment"],
  ])("a browser gets a page in its language: %s", async (language, sentence) => {
    const headers = { Cookie: `${hr.cookie}; lang=${language}`, Accept: "text/html" };
    const page = await fetch(`${product.url}/secondments`, { headers });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain(sentence);
  });

  test("when it goes on, so does the product, with the same engine, and nothing was written of what it refused", async () => {
    const { pid } = engine();
    process.kill(pid, "SIGCONT");
    await healthWhen(({ status }) => status === "ready");
    expect(engine().pid).toBe(pid);
    const { items } = await saidBy(hr.get("/cohorts"));
    expect(items.map(({ name }: Said) => name)).toEqual(["第二批"]);
  });
});
