import type { Event } from "@dunmiao/domain/event";
import type { EventIn } from "@dunmiao/domain/eventType";
import { type Facts, readChange } from "@dunmiao/domain/readChange";
import { rulingEvents } from "@dunmiao/domain/ruling/events";
import type { Secondment } from "@dunmiao/domain/secondment";
import type { Store } from "@dunmiao/store/engine/client";
import { loadEvents } from "@dunmiao/store/engine/record";
import { paperNumber } from "../ui/paper.tsx";

type RulingFacts = Facts<EventIn<typeof rulingEvents>["change"]>;

/**
 * Number of the sheet of days as it was when a ruling was approved. The notice keeps citing that one: the sheet takes
 * another number with every line of the trail, of which serving the notice is the first. Undefined where the trail
 * has no approval.
 */
export async function ruledSheet(
  store: Store,
  record: Secondment,
  rulingId: string,
): Promise<string | undefined> {
  const of = { kind: "secondment", id: record.id } as const;
  let after: number | undefined = 0;
  while (after !== undefined) {
    const page: Awaited<ReturnType<typeof loadEvents>> = await loadEvents(store, of, { after, limit: 500 });
    const approved = page.events.find((event) => isApproval(event, rulingId));
    if (approved) return paperNumber({ ...record, version: approved.version });
    after = page.next;
  }
  return undefined;
}

function isApproval(event: Event, rulingId: string): boolean {
  if (event.type !== "ruling.approved") return false;
  return readChange<RulingFacts>(rulingEvents, event).facts?.rulingId === rulingId;
}
