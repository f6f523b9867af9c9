import { cached } from "@dunmiao/store/engine/cached";
import { secretText } from "@dunmiao/store/secretText";
import * as z from "zod";
import type { Notifier } from "./notifier.ts";
import { robotAddressSchema, WecomError, wecomNotifier } from "./wecom.ts";

/** An address that was put anew is known to every function after an hour. */
const heldSeconds = 3_600;

/**
 * A WeCom group robot whose address lies in Secrets Manager, since it holds the robot's key. It is read with the first
 * message, so that a secret which cannot be read costs a message and never a step; the next message tries again.
 * Rejects with WecomError, or with what the SDK throws.
 */
export function secretRobot(secretArn: string): Notifier {
  const robot = cached(async () => wecomNotifier({ url: await addressIn(secretArn) }), heldSeconds);
  return async (message) => (await robot.current())(message);
}

async function addressIn(secretArn: string): Promise<string> {
  const address = z
    .string()
    .trim()
    .pipe(robotAddressSchema)
    .safeParse(await secretText(secretArn));
  if (!address.success) throw new WecomError("no-address");
  return address.data;
}
