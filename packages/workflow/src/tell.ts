import type { StepMessage } from "@dunmiao/domain/pairMessage";
import type { Store } from "@dunmiao/store/engine/client";
import { logger } from "./log.ts";
import { inAppNotifier, type Notifier } from "./notifier.ts";
import {
  type Robot,
  robotAddressSchema,
  signedDayText,
  WecomError,
  wecomNotifier,
  wecomRobot,
} from "./wecom.ts";

/** The robot of a WeCom group; undefined where no address is given. Throws on an address that is none. */
export function robotOf(address: string | undefined): Robot | undefined {
  return address ? wecomRobot({ url: robotAddressSchema.parse(address) }) : undefined;
}

/** In-app always, and a WeCom group where there is a robot. */
export function notifiersOf(store: Store, robot: Robot | undefined): Notifier[] {
  return [inAppNotifier(store), ...(robot ? [wecomNotifier(robot)] : [])];
}

/** Hands a message to every notifier. One that fails is logged by its code: what was done stays done, and is a to-do. */
export async function tell(notifiers: readonly Notifier[], message: StepMessage): Promise<void> {
  const results = await Promise.allSettled(notifiers.map(async (notify) => notify(message)));
  for (const result of results)
    if (result.status === "rejected")
      logger.warn("A notifier failed", {
        code: "notifier.failed",
        id: "pairId" in message ? message.pairId : message.secondmentId,
        what: message.code,
        error: codeOf(result.reason),
      });
}

/** Sends the check code of a day; a robot that fails is logged: the code stands in the inbox and on the pages. */
export async function tellSignedDay(robot: Robot, signed: { day: string; code: string }): Promise<void> {
  try {
    await robot(signedDayText(signed));
  } catch (error) {
    logger.warn("The check code of a day was not sent", {
      code: "notifier.failed",
      id: signed.day,
      what: "day-signed",
      error: codeOf(error),
    });
  }
}

/** Messages of other errors may hold what does not belong into a log. */
function codeOf(error: unknown): string {
  if (error instanceof WecomError) return error.message;
  return error instanceof Error ? error.name : "unknown";
}
