import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { testApp } from "../../web/test/app.ts";
import { addImport, personRow } from "../../workflow/test/support/imports.ts";
import { breakRecord } from "../../workflow/test/support/tamper.ts";
import { addCohort, openWorld } from "../../workflow/test/support/world.ts";
import { redriveQueue } from "../src/redriveQueue.ts";
import { smokeTest } from "../src/smokeTest.ts";
import { verifyTable } from "../src/verifyTable.ts";

test("every record of a table is checked, of every kind; a broken one is named", async () => {
  const world = await openWorld("2026-03-02", 3);
  const [id = ""] = await addCohort(world, { id: "c1", startsOn: "2026-03-02", people: [1, 2] });
  await addImport(world, "i1", [personRow(3)]);
  const whole = await verifyTable(world.store);
  // A bureau, an office, a branch and three stations; two cohorts, an import; two officers and their secondments.
  expect(whole).toEqual({ checked: 6 + 2 + 1 + 2 + 2, faults: [], recounting: {} });
  await breakRecord(world, id);
  const { checked, faults } = await verifyTable(world.store);
  expect(checked).toBe(13);
  expect(faults.map((fault) => fault.id)).toEqual([id]);
});

test("the smoke test passes an open site, passes a closed one as closed, and fails either as the other", async () => {
  const { app } = await testApp();
  const shut = new Hono();
  shut.get("/healthz", (c) => c.json({ status: "ready" }));
  shut.all("*", (c) => c.json({}, 503));
  await serving({ fetch: (request) => app.fetch(request) }, async (url) => {
    expect((await smokeTest(url, "open")).filter(({ isMet }) => !isMet)).toEqual([]);
    expect((await smokeTest(url, "closed")).some(({ isMet }) => !isMet)).toBe(true);
  });
  await serving({ fetch: (request) => shut.fetch(request) }, async (url) => {
    expect((await smokeTest(url, "closed")).filter(({ isMet }) => !isMet)).toEqual([]);
    expect((await smokeTest(url, "open")).some(({ isMet }) => !isMet)).toBe(true);
  });
});

async function serving(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  work: (url: string) => Promise<void>,
): Promise<void> {
  const listening = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
    listening.resolve(port),
  );
  try {
    await work(`http://127.0.0.1:${await listening.promise}`);
  } finally {
    server.close();
  }
}

test("a redrive empties the queue but for what fails again", async () => {
  const kept = new Map([
    ["1", "started"],
    ["2", "still-failing"],
    ["3", "too-old"],
  ]);
  let isRead = false;
  const client = {
    send: async ({ input }: { input: { ReceiptHandle?: string } }) => {
      if (input.ReceiptHandle) return kept.delete(input.ReceiptHandle);
      const Messages = isRead ? [] : [...kept].map(([ReceiptHandle, Body]) => ({ ReceiptHandle, Body }));
      isRead = true;
      return { Messages };
    },
  };
  const deps = { today: () => "2026-03-02", start: async () => {} };
  const count = await redriveQueue(
    deps,
    { client: client as never, url: "queue" },
    async (_deps, body) => body as never,
  );
  expect(count).toEqual({ started: 1, "still-failing": 1, "too-old": 1 });
  expect([...kept.keys()]).toEqual(["2"]);
});
