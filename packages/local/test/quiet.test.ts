import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { expect, test } from "vitest";
import { startTestEngine } from "../src/engine/testEngine.ts";
import { ExecutionStore } from "../src/machines/executionStore.ts";
import { untilQuiet } from "../src/machines/quiet.ts";
import { StateMachines } from "../src/machines/stateMachines.ts";
import { stateMachineArn } from "../src/machines/stepFunctionsArn.ts";
import { serveStepFunctions } from "../src/machines/stepFunctionsServer.ts";
import type { StreamEvent } from "../src/stream/streamDelivery.ts";
import { StreamPump } from "../src/stream/streamPump.ts";
import { oneTask } from "./throwawayMachines.ts";
import { createThrowawayTable } from "./throwawayTable.ts";

/** Each item n starts an execution that writes item n − 1, down to 0: a chain through stream, client and runner. */
test("quiet means that the last execution of a chain of changes has ended", async () => {
  const engine = await startTestEngine();
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-test-"));
  const table = await createThrowawayTable(engine.endpoint, "chain");
  const store = new ExecutionStore(dir);
  const write = async (input: unknown) => {
    for (let at = 0; at < 5; at += 1) await table.ask();
    await table.put(String(input));
  };
  const machines = new StateMachines({ store, machines: { write: oneTask(write) } });
  const server = await serveStepFunctions(machines);
  Object.assign(process.env, server.variables);
  const client = new SFNClient({});
  const handler = async ({ Records }: StreamEvent) => {
    for (const { dynamodb } of Records) {
      const left = Number(dynamodb.Keys?.pk?.S) - 1;
      const execution = {
        stateMachineArn: stateMachineArn("write"),
        name: `to-${left}`,
        input: String(left),
      };
      if (left >= 0) await client.send(new StartExecutionCommand(execution));
    }
    return { batchItemFailures: [] };
  };
  const pump = new StreamPump({ tableName: "chain", dir, handler });
  try {
    pump.start();
    await table.put("12");
    await untilQuiet(pump, machines);
    expect(store.list("write", "SUCCEEDED", 99, 99).map(({ name }) => name)).toEqual(
      Array.from({ length: 12 }, (_, left) => `to-${left}`),
    );
  } finally {
    await pump.stop();
    await server.close();
    await machines.stop();
    store.close();
    await engine.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
