import type { StepMessage } from "@dunmiao/domain/pairMessage";
import type { Store } from "@dunmiao/store/engine/client";
import { putMessage } from "@dunmiao/store/notification";

/** Brings a message to whom it is for; rejects when it could not. */
export type Notifier = (message: StepMessage) => Promise<void>;

/** The first adapter: the inbox that `/notifications` shows. */
export function inAppNotifier(store: Store): Notifier {
  return (message) => putMessage(store, message);
}
