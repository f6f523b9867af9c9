import type { Actor } from "./actor.ts";
import type { Scheme } from "./scheme.ts";
import type { Secondment } from "./secondment.ts";
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
export type Change<R = Secondment> = {
  readonly after: R;
  readonly event: { readonly type: string; readonly change: Record<string, unknown> };
};
