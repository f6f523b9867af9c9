import { cached } from "@dunmiao/store/engine/cached";
import { secretText } from "@dunmiao/store/secretText";
import * as z from "zod";
import { type Robot, robotAddressSchema, WecomError, wecomRobot } from "./wecom.ts";

/** An address that was put anew is known to every function after an hour. */
const heldSeconds = 3_600;

/**
 * A WeCom group robot whose address lies in Secrets Manager, since it holds the robot's key. It is read with the first
 * text, so that a secret which cannot be read costs a text and never a step; the next one tries again.
 * Rejects with WecomError, or with what the SDK throws.
 */
export function secretRobot(secretArn: string): Robot {
  const robot = cached(async () => wecomRobot({ url: await addressIn(secretArn) }), heldSeconds);
  return async (text) => (await robot.current())(text);
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
