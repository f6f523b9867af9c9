import type { Message } from "@dunmiao/domain/notification";
import type { Store } from "@dunmiao/store/client";
import { putMessage } from "@dunmiao/store/notification";
import * as z from "zod";
import { logger } from "./log.ts";
import { WecomError, wecomNotifier } from "./wecom.ts";

/** Brings a message to whom it is for; rejects when it could not. */
export type Notifier = (message: Message) => Promise<void>;

/** The first adapter: the inbox that `/notifications` shows. */
export function inAppNotifier(store: Store): Notifier {
  return (message) => putMessage(store, message);
}

const configurationSchema = z.object({ WECOM_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional() });

/** In-app always, and a WeCom group where one is configured. Throws on an address that is none. */
export function notifiersOf(store: Store, environment: Readonly<Record<string, string | undefined>>) {
  const given = { WECOM_WEBHOOK_URL: environment.WECOM_WEBHOOK_URL || undefined };
  const { WECOM_WEBHOOK_URL: url } = configurationSchema.parse(given);
  return [inAppNotifier(store), ...(url === undefined ? [] : [wecomNotifier({ url })])];
}

/** Hands a message to every notifier. One that fails is logged by its code: what was done stays done, and is a to-do. */
export async function tell(notifiers: readonly Notifier[], message: Message): Promise<void> {
  const results = await Promise.allSettled(notifiers.map(async (notify) => notify(message)));
  for (const result of results)
    if (result.status === "rejected")
      logger.warn("A notifier failed", {
        code: "notifier.failed",
        id: message.secondmentId,
        what: message.code,
        error: codeOf(result.reason),
      });
}

/** Messages of other errors may hold what does not belong into a log. */
function codeOf(error: unknown): string {
  if (error instanceof WecomError) return error.message;
  return error instanceof Error ? error.name : "unknown";
}
