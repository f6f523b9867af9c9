import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { openStore } from "@dunmiao/store/engine/client";
import { createTable } from "@dunmiao/store/engine/createTable";
import { StoreFullError } from "@dunmiao/store/engine/outage";
import { tryWrite } from "@dunmiao/store/engine/tryWrite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpointOf, freeAddress } from "../src/engine/engineAddress.ts";
import { dataFileOf, findEngineKind } from "../src/engine/engineKinds.ts";
import { answers } from "../src/engine/engineProcess.ts";
import { killHard } from "./child.ts";
import { type Product, type Said, saidBy, scratchDir, signIn, startProduct } from "./running.ts";

const kind = findEngineKind("dynoxide");

test.skipIf(!kind)("an engine whose files may not grow: its error is that the store is full", async () => {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-full-"));
  const at = await freeAddress("dynoxide");
  // Two megabytes of 512 bytes each; a write beyond is an error and no signal.
  const limited = `trap '' XFSZ; ulimit -f 4096; exec "$0" "$@"`;
  const args = ["-c", limited, kind?.command ?? "", ...(kind?.args(at, dir) ?? [])];
  const engine: ChildProcess = spawn("sh", args, { stdio: "ignore" });
  while (!(await answers(endpointOf(at)))) await setTimeout(20);
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({
    endpoint: endpointOf(at),
    region: "local",
    credentials,
    maxAttempts: 1,
  });
  const told: string[] = [];
  const store = openStore({ tableName: "full", client, onOutage: (outage) => told.push(outage) });
  await createTable(store);
  const fill = async () => {
    for (let times = 0; times < 1_000; times += 1) await tryWrite(store);
  };
  await expect(fill()).rejects.toBeInstanceOf(StoreFullError);
  expect(told).toEqual(["store-full"]);
  client.destroy();
  await killHard(engine);
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!kind)("the product on a full disk", () => {
  const { dir, remove } = scratchDir();
  const file = dataFileOf("dynoxide", dir);
  let product: Product;
  let hr: Awaited<ReturnType<typeof signIn>>;
  const newCohort = (name: string) =>
    hr.post("/cohorts", { name, scheme: "literal", startsOn: "2026-03-16" });
  const page = (language: string) =>
    fetch(product.url, { headers: { Cookie: `${hr.cookie}; lang=${language}`, Accept: "text/html" } });

  /** What SQLite says when there is no room, said by the engine's own file at every insert. */
  function change(sql: string): void {
    const database = new DatabaseSync(file, { timeout: 5_000 });
    database.exec(sql);
    database.close();
  }

  async function healthWhen(isSo: (health: Said) => boolean): Promise<Response> {
    for (;;) {
      const health = await fetch(`${product.url}/healthz`);
      if (isSo(await saidBy(health.clone()))) return health;
      await setTimeout(20);
    }
  }

  beforeAll(async () => {
    product = await startProduct(dir, "--empty", "--today", "2026-03-02");
    hr = await signIn(product.url, { persona: "hr" });
    expect((await newCohort("第一批")).status).toBe(201);
    change(`CREATE TRIGGER no_room BEFORE INSERT ON dunmiao
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`);
  });
  afterAll(async () => {
    await product.end();
    remove();
  });

  test("a write is 503 with a sentence, and the next one does not even ask", async () => {
    for (const name of ["第二批", "第三批"]) {
      const asked = await newCohort(name);
      expect([asked.status, asked.headers.get("Retry-After")]).toEqual([503, "60"]);
      expect(await saidBy(asked)).toMatchObject({
        code: "store-full",
        title: expect.stringContaining("磁盘空间已满"),
      });
    }
  });

  test("the health says so", async () => {
    const health = await healthWhen(({ status }) => status !== "ready");
    expect([health.status, await saidBy(health)]).toEqual([503, { status: "store-full" }]);
  });

  test("reading goes on, and every page carries the flag in its language", async () => {
    const { items } = await saidBy(hr.get("/cohorts"));
    expect(items.map(({ name }: Said) => name)).toEqual(["第一批"]);
    expect(await (await page("zh-CN")).text()).toContain("磁盘空间已满，暂时不能保存");
    expect(await (await page("en")).text()).toContain("The disk is full: nothing can be saved");
  });

  test("once there is room again it finds out by itself, and what is asked then is written", async () => {
    change("DROP TRIGGER no_room");
    await healthWhen(({ status }) => status === "ready");
    expect((await newCohort("第二批")).status).toBe(201);
    expect(await (await page("zh-CN")).text()).not.toContain("磁盘空间已满");
  });
});
