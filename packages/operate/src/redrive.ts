import { parseArgs } from "node:util";
import { SQSClient } from "@aws-sdk/client-sqs";
import { clock } from "@dunmiao/workflow/lambda/clock";
import { executionStarter } from "@dunmiao/workflow/startExecution";
import { redriveQueue } from "./redriveQueue.ts";

const { queue, machines } = parseArgs({
  options: { queue: { type: "string" }, machines: { type: "string" } },
}).values;
if (!queue || !machines)
  throw new Error(
    "npm run redrive -- --queue <url of the queue> --machines arn:…:stateMachine:dunmiao-production-",
  );
const start = executionStarter({
  progress: `${machines}progress`,
  "import-cohort": `${machines}import-cohort`,
  "recount-calendar": `${machines}recount-calendar`,
});
const count = await redriveQueue({ ...clock, start }, { client: new SQSClient({}), url: queue });
console.log(
  `${count.started} started, ${count["still-failing"]} still failing, ${count["too-old"]} older than a day (the sweeps have seen to them)`,
);
process.exitCode = count["still-failing"] > 0 ? 1 : 0;
