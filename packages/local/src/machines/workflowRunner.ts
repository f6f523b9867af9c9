import { randomUUID } from "node:crypto";
import type { WorkflowDeps } from "@dunmiao/workflow/deps";
import { flagFailedRecord } from "@dunmiao/workflow/failedRecords";
import { onEvent } from "@dunmiao/workflow/onEvent";
import { executionStarter } from "@dunmiao/workflow/startExecution";
import { notifiersOf, robotOf } from "@dunmiao/workflow/tell";
import type { DynamoDBStreamEvent } from "aws-lambda";
import * as z from "zod";
import type { StreamEvent, StreamRecord } from "../stream/streamDelivery.ts";
import { StreamPump } from "../stream/streamPump.ts";
import { ExecutionStore } from "./executionStore.ts";
import { machineSources } from "./machineSources.ts";
import { untilQuiet } from "./quiet.ts";
import { startHere } from "./startHere.ts";
import { StateMachines } from "./stateMachines.ts";
import { stateMachineArn } from "./stepFunctionsArn.ts";
import { serveStepFunctions } from "./stepFunctionsServer.ts";

/** The workflow at work: state machines behind their API, and the stream that starts them. */
export type WorkflowRunner = {
  /** Runs one sweep and settles when it, and all that came of it, is over. */
  sweep(day: string): Promise<void>;
  /** Runs again what an earlier process left unfinished. Returns how many executions. */
  resume(): number;
  /** Runs again at once what failed for want of the engine. */
  rerun(): void;
  stop(): Promise<void>;
};

type Ground = Omit<WorkflowDeps, "start"> & { dataDir: string; report: (line: string) => void };

/** Starts the state machines, points the SDK at them and follows the table's stream. */
export async function startWorkflow({ dataDir, report, ...ground }: Ground): Promise<WorkflowRunner> {
  const executions = new ExecutionStore(dataDir);
  const start: WorkflowDeps["start"] = (...execution) => starter(...execution);
  const robot = robotOf(process.env.WECOM_WEBHOOK_URL);
  const deps = { ...ground, start, robot, notifiers: notifiersOf(ground.store, robot) };
  const machines = new StateMachines({
    machines: machineSources(deps),
    store: executions,
    awaited: ["import-cohort"],
  });
  const server = await serveStepFunctions(machines);
  Object.assign(process.env, server.variables);
  const arns = {
    progress: stateMachineArn("progress"),
    "daily-sweep": stateMachineArn("daily-sweep"),
    "import-cohort": stateMachineArn("import-cohort"),
    "recount-calendar": stateMachineArn("recount-calendar"),
    "close-day": stateMachineArn("close-day"),
    "export-audit": stateMachineArn("export-audit"),
    "verify-records": stateMachineArn("verify-records"),
  };
  const starter = executionStarter(arns, startHere(machines));
  const onTrouble = (code: string, detail: string) => report(`${code} ${detail}`);
  const { tableName } = ground.store;
  const deliver = onEvent(deps);
  // Only the types differ, in how they spell binary attributes; the table has none.
  const handler = (event: StreamEvent) => deliver(z.custom<DynamoDBStreamEvent>().parse(event));
  const onParked = (record: StreamRecord) => {
    flagFailedRecord(ground, record).catch((error) => onTrouble("stream.record-not-flagged", String(error)));
  };
  const pump = new StreamPump({ tableName, dir: dataDir, handler, onTrouble, onParked });
  pump.start();
  await pump.ready;
  return {
    sweep: async (day) => {
      await start("daily-sweep", `daily-sweep-${day}-${randomUUID().slice(0, 8)}`, { asOf: day });
      await untilQuiet(pump, machines);
    },
    resume: () => machines.resume(),
    rerun: () => machines.rerun(),
    stop: async () => {
      await pump.stop();
      await machines.stop();
      await server.close();
      executions.close();
    },
  };
}
