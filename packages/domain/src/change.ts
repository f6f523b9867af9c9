import type { Actor } from "./actor.ts";
import type { EventOfKind, SecondmentEvent } from "./eventType.ts";
import type { Message } from "./notification.ts";
import type { Scheme } from "./scheme.ts";
import type { Secondment } from "./secondment.ts";
import type { SpotCheck } from "./spotCheck.ts";
import type { WorkCalendar } from "./workCalendar.ts";

/** What every rule about one secondment stands on; nothing else decides. */
export type Ground = {
  readonly secondment: Secondment;
  readonly scheme: Scheme;
  readonly calendar: WorkCalendar;
  readonly actor: Actor;
  /** Asia/Shanghai date of the act. */
  readonly today: string;
};

/** What a rule wants changed: the whole record afterwards and the one event that says so. */
export type Change<R = Secondment, E = SecondmentEvent> = {
  readonly after: R;
  readonly event: E;
  /** Long texts that are written beside the record in the same transaction, each once under its name and id. */
  readonly texts?: readonly RecordText[] | undefined;
  /** What somebody is told of it, in the same transaction. */
  readonly told?: Message | undefined;
  /** A record that begins with this change, in the same transaction: the further term of the same officer. */
  readonly further?: Pick<Change<R, E>, "after" | "event"> | undefined;
};

export type SpotCheckChange = Change<SpotCheck, EventOfKind<"spot-check">>;

/** A long text beside a record: `name` says what it is (`ASSESSMENT`), `id` which one and which revision (`f3.2`). */
export type RecordText = {
  readonly name: string;
  readonly id: string;
  readonly text: Readonly<Record<string, unknown>>;
};
