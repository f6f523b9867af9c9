import type { StepMessage } from "@dunmiao/domain/pairMessage";
import type { Store } from "@dunmiao/store/engine/client";
import { logger } from "./log.ts";
import { inAppNotifier, type Notifier } from "./notifier.ts";
import { robotAddressSchema, WecomError, wecomNotifier } from "./wecom.ts";

/** In-app always, and a WeCom group where the address of its robot is given. Throws on an address that is none. */
export function notifiersOf(store: Store, robotAddress: string | undefined): Notifier[] {
  const robot = robotAddress ? [wecomNotifier({ url: robotAddressSchema.parse(robotAddress) })] : [];
  return [inAppNotifier(store), ...robot];
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

/** Messages of other errors may hold what does not belong into a log. */
function codeOf(error: unknown): string {
  if (error instanceof WecomError) return error.message;
  return error instanceof Error ? error.name : "unknown";
}
