import type { WorkCalendar } from "@dunmiao/domain/workCalendar";
import { calendarHistory } from "./calendarHistory.ts";
import type { Store } from "./engine/client.ts";
import { loadRecord } from "./engine/record.ts";
import { listNotices, noticeNoun } from "./notice.ts";

/** The calendar that the confirmed notices make by their own records: one Query and one GetItem for each of them. */
export async function retoldCalendar(store: Store): Promise<WorkCalendar> {
  const rows = await listNotices(store);
  const notices = await Promise.all(rows.map(({ id }) => loadRecord(store, noticeNoun, id)));
  return (await calendarHistory(notices.flatMap((each) => each ?? []))).inForce;
}
