import type { Message } from "@dunmiao/domain/notification";
import type { Store } from "@dunmiao/store/engine/client";
import { putMessage } from "@dunmiao/store/notification";

/** Brings a message to whom it is for; rejects when it could not. */
export type Notifier = (message: Message) => Promise<void>;

/** The first adapter: the inbox that `/notifications` shows. */
export function inAppNotifier(store: Store): Notifier {
  return (message) => putMessage(store, message);
}
