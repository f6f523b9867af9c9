import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DataDir, holdDataDir } from "../src/dataDir.ts";
import { type Engine, startEngine } from "../src/engine/engine.ts";
import { dataFileOf, type EngineName, engineNames, findEngineKind } from "../src/engine/engineKinds.ts";
import { enginesUsing } from "../src/engine/engineOrphans.ts";
import { endProcess, isGone } from "../src/engine/engineProcess.ts";
import { killFixtures, killHard, startFixture } from "./child.ts";
import { createThrowawayTable } from "./throwawayTable.ts";

const { AWS_ENDPOINT_URL_DYNAMODB: _, ...environment } = process.env;
const cleanUp: (() => unknown)[] = [];
let dir = "";

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "dunmiao-test-"));
  cleanUp.push(() => rmSync(dir, { recursive: true, force: true }));
});
afterEach(async () => {
  await killFixtures();
  const left = engineNames.flatMap((name) => enginesUsing(dataFileOf(name, dir)) ?? []);
  for (const pid of left) await endProcess(pid, 0);
  while (cleanUp.length > 0) await cleanUp.pop()?.();
});

function hold(path = dir): DataDir {
  const held = holdDataDir(path);
  cleanUp.push(() => held.release());
  return held;
}

async function start(...args: Parameters<typeof startEngine>): Promise<Engine> {
  const engine = await startEngine(...args);
  cleanUp.push(() => engine.stop());
  return engine;
}

function readBack(endpoint: string, pk: string) {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  return client.send(new GetItemCommand({ TableName: "kept", Key: { pk: { S: pk } } }));
}

/** The processes that have the engine's file open right now, as the kernel says. */
function openers(name: Engine["name"]): number[] {
  const file = dataFileOf(name === "dynamodb-local" ? name : "dynoxide", dir);
  const pids = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  return pids.filter((pid) => filesOf(pid).includes(file)).map(Number);
}

function filesOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

/** A machine without Java has one engine only. */
const isHere = (name: EngineName) => findEngineKind(name) !== undefined;

describe.each(engineNames)("the engine %s", (name) => {
  test.skipIf(!isHere(name))("keeps its data over a clean stop and a new start", async () => {
    const dataDir = hold();
    const first = await start({ dataDir, engine: name, environment });
    const table = await createThrowawayTable(first.endpoint, "kept");
    await table.put("a");
    await first.stop();
    expect(isGone(first.pid ?? 0)).toBe(true);
    const second = await start({ dataDir, environment: {} });
    expect(second.name).toBe(name);
    expect((await readBack(second.endpoint, "a")).Item).toEqual({ pk: { S: "a" } });
  });

  test.skipIf(!isHere(name))("in memory, starts empty and is gone after stop", async () => {
    const engine = await start({ engine: name, environment });
    await createThrowawayTable(engine.endpoint, "kept");
    await engine.stop();
    expect(isGone(engine.pid ?? 0)).toBe(true);
    const next = await start({ engine: name, environment });
    await expect(readBack(next.endpoint, "a")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  test.skipIf(!engineNames.every(isHere))("its files are refused to the other engine", async () => {
    const other = name === "dynoxide" ? "dynamodb-local" : "dynoxide";
    mkdirSync(dirname(dataFileOf(name, dir)), { recursive: true });
    writeFileSync(dataFileOf(name, dir), "");
    await expect(startEngine({ dataDir: hold(), engine: other, environment })).rejects.toThrow(
      `was written by ${name}`,
    );
  });
});

describe("after kill -9 of the process that started it", () => {
  test("the next start takes the living engine over, and only it has the file open", async () => {
    const { child, said } = await startFixture("serveAndWait.ts", dir);
    const table = await createThrowawayTable(String(said.endpoint), "kept");
    await table.put("a");
    await killHard(child);
    const engine = await start({ dataDir: hold(), environment });
    expect([engine.pid, engine.endpoint]).toEqual([said.pid, said.endpoint]);
    expect((await readBack(engine.endpoint, "a")).Item).toEqual({ pk: { S: "a" } });
    expect(openers(engine.name)).toEqual([engine.pid]);
  });

  test("without the note about it, the next start ends it before the file is opened again", async () => {
    const { child, said } = await startFixture("serveAndWait.ts", dir);
    await killHard(child);
    rmSync(join(dir, "engine.json"));
    const engine = await start({ dataDir: hold(), environment });
    await createThrowawayTable(engine.endpoint, "kept");
    expect(engine.pid).not.toBe(said.pid);
    expect(isGone(Number(said.pid))).toBe(true);
    expect(openers(engine.name)).toEqual([engine.pid]);
  });

  test("it is found even when the directory was moved meanwhile", async () => {
    const { child, said } = await startFixture("serveAndWait.ts", dir);
    await createThrowawayTable(String(said.endpoint), "kept");
    await killHard(child);
    const moved = `${dir}-moved`;
    renameSync(dir, moved);
    cleanUp.push(() => rmSync(moved, { recursive: true, force: true }));
    const engine = await start({ dataDir: hold(moved), environment });
    expect(engine.pid).toBe(said.pid);
  });

  test("a stranger whose process number stands in the note is neither used nor ended", async () => {
    const { child, said } = await startFixture("stranger.ts");
    const note = { name: "dynoxide", pid: child.pid, port: said.port };
    writeFileSync(join(dir, "engine.json"), JSON.stringify(note));
    const engine = await start({ dataDir: hold(), environment });
    expect(engine.pid).not.toBe(child.pid);
    expect(engine.endpoint).not.toContain(`:${String(said.port)}`);
    expect(isGone(child.pid ?? 0)).toBe(false);
  });
});

describe("one data directory, two starts", () => {
  test("the second process is told who holds it, and what to do", async () => {
    const { child } = await startFixture("serveAndWait.ts", dir);
    const second = await startFixture("serveAndWait.ts", dir);
    expect(second.said.refused).toMatch(
      new RegExp(`in use by another running Dunmiao \\(process ${child.pid}\\)`),
    );
    expect(second.said.refused).toMatch(/another DATA_DIR/);
  });

  test("ten processes at the same moment: one gets it", async () => {
    const starts = await Promise.all(Array.from({ length: 10 }, () => startFixture("serveAndWait.ts", dir)));
    const winners = starts.filter(({ said }) => said.pid !== undefined);
    expect(winners).toHaveLength(1);
    await createThrowawayTable(String(winners[0]?.said.endpoint), "kept");
    expect(openers(winners[0]?.said.name as Engine["name"])).toEqual([winners[0]?.said.pid]);
  });

  test("a directory that was released can be held again", () => {
    holdDataDir(dir).release();
    holdDataDir(dir).release();
    const held = hold();
    expect(() => holdDataDir(dir)).toThrow(/in use/);
    held.release();
  });
});

describe("which engine serves", () => {
  test("an endpoint in the environment comes first and is left alone", async () => {
    const given = { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9", AWS_REGION: "eu-north-1" };
    const engine = await start({ environment: given });
    expect(engine).toMatchObject({ name: "external", endpoint: "http://127.0.0.1:9" });
    expect(engine.variables).toMatchObject({
      AWS_ENDPOINT_URL_DYNAMODB_STREAMS: "http://127.0.0.1:9",
      AWS_REGION: "eu-north-1",
    });
    // It may check them.
    expect(engine.variables).not.toHaveProperty("STORE_UNSIGNED");
  });

  test("an unknown name is refused with the names that exist", async () => {
    await expect(startEngine({ environment: { DUNMIAO_ENGINE: "mongo" } })).rejects.toThrow(
      "choose dynoxide or dynamodb-local",
    );
  });

  test("without Java, DynamoDB Local is refused with the three ways out", async () => {
    const path = process.env.PATH;
    cleanUp.push(() => {
      process.env.PATH = path;
    });
    process.env.PATH = dir;
    await expect(startEngine({ engine: "dynamodb-local", environment })).rejects.toThrow(
      /Three ways out:.*Java 17.*@dynoxide.*AWS_ENDPOINT_URL_DYNAMODB/s,
    );
  });
});
