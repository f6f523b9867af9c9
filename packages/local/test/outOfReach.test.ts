import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, launchBrowser } from "../../web/test/ui/browser.ts";
import { freeAddress, isOutOfReach, portsOutOfReach } from "../src/engine/engineAddress.ts";
import { engineNames } from "../src/engine/engineKinds.ts";
import { startTestEngine } from "../src/engine/testEngine.ts";
import { createThrowawayTable } from "./throwawayTable.ts";

/** A server as careless as the engine: whoever asks may read the answer. */
function careless(): Server {
  return createServer((request, response) => {
    const open = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    response.writeHead(200, {
      ...open,
      "content-type": request.method === "GET" ? "text/html" : "text/plain",
    });
    response.end("<!doctype html><title>another site</title>");
  });
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.each(engineNames)(
  "the ports of %s are refused by the Fetch standard, as fetch itself says",
  async (name) => {
    for (const port of portsOutOfReach[name])
      await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
        cause: { message: "bad port" },
      });
    const { port } = await freeAddress(name);
    expect(isOutOfReach(name, port)).toBe(true);
    expect(isOutOfReach(name, 8000)).toBe(false);
  },
);

describe.skipIf(!hasBrowser)("a page of another site in a real browser", () => {
  const site = careless();
  const other = careless();
  const urls = { site: "", other: "", engine: "" };
  let page: Page;
  let table: Awaited<ReturnType<typeof createThrowawayTable>>;
  const ends: (() => unknown)[] = [];

  beforeAll(async () => {
    const engine = await startTestEngine();
    ends.push(() => engine.stop());
    table = await createThrowawayTable(engine.endpoint, "kept");
    await table.put("before");
    Object.assign(urls, {
      site: await listening(site),
      other: await listening(other),
      engine: engine.endpoint,
    });
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    page = await browser.newPage();
    await page.goto(urls.site);
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
    for (const server of [site, other]) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** What the page learns of a call to the engine's API, sent in the open or as a form would be. */
  const callFrom = (url: string, target: string, body: object, mode: "cors" | "no-cors") =>
    page.evaluate(
      async (call) => {
        const headers = { "content-type": "text/plain", "x-amz-target": `DynamoDB_20120810.${call.target}` };
        const sent = { method: "POST", mode: call.mode, headers, body: JSON.stringify(call.body) };
        try {
          return (await fetch(call.url, sent)).type;
        } catch (error) {
          return String(error);
        }
      },
      { url, target, body, mode },
    );

  test("reaches a careless server on an ordinary port, so that what follows says something", async () => {
    expect(await callFrom(urls.other, "ListTables", {}, "cors")).toBe("cors");
  });

  test.each<[string, object]>([
    ["ListTables", {}],
    ["Scan", { TableName: "kept" }],
    ["GetItem", { TableName: "kept", Key: { pk: { S: "before" } } }],
    ["PutItem", { TableName: "kept", Item: { pk: { S: "foreign" } } }],
    ["DeleteItem", { TableName: "kept", Key: { pk: { S: "before" } } }],
    ["DeleteTable", { TableName: "kept" }],
  ])("gets nowhere with %s", async (target, body) => {
    for (const mode of ["cors", "no-cors"] as const)
      expect(await callFrom(urls.engine, target, body, mode)).toContain("Failed to fetch");
    expect(await table.keys()).toEqual(["before"]);
  });

  test("nor by going there", async () => {
    await expect(page.goto(urls.engine)).rejects.toThrow("ERR_UNSAFE_PORT");
  });
});
