import { DeleteMessageCommand, ReceiveMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { StartingDeps } from "@dunmiao/workflow/onEvent";
import { type Redriven, redrive } from "@dunmiao/workflow/redrive";

/**
 * Hands every message of the queue of failed records to the stream's consumer again. What starts now, or is too old for
 * the stream, leaves the queue (the sweeps since then have done it); what fails again stays.
 */
export async function redriveQueue(
  deps: StartingDeps,
  queue: { client: SQSClient; url: string },
  redriveOne = redrive,
): Promise<Record<Redriven, number>> {
  const count: Record<Redriven, number> = { started: 0, "still-failing": 0, "too-old": 0 };
  for (;;) {
    const asked = { QueueUrl: queue.url, MaxNumberOfMessages: 10, VisibilityTimeout: 120 };
    const { Messages = [] } = await queue.client.send(new ReceiveMessageCommand(asked));
    if (Messages.length === 0) return count;
    for (const { Body = "", ReceiptHandle } of Messages) {
      const redriven = await redriveOne(deps, Body);
      count[redriven] += 1;
      if (redriven === "still-failing") continue;
      await queue.client.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle }));
    }
  }
}
