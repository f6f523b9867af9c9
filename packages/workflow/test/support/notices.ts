import { addDays } from "@dunmiao/domain/calendarDate";
import { missingFestivals } from "@dunmiao/domain/festival";
import { confirmNotice, loadNotice } from "@dunmiao/store/notice";
import type { World } from "./world.ts";

/** A notice for 2027 with New Year and a make-up Sunday; loaded by HR, confirmed by the approver. */
export async function addNotice(
  world: World,
  id: string,
  { isConfirmed = true, more = [] as string[] } = {},
) {
  const off = (date: string) => ({ date, working: false, name: "元旦" });
  const days = [
    ...["2027-01-01", "2027-01-02", "2027-01-03", ...more].map(off),
    { date: "2027-01-10", working: true, name: "元旦调休" },
  ];
  const missingConfirmed = missingFestivals({ year: 2027, days });
  const loaded = await loadNotice(world.acting(), { year: 2027, days, missingConfirmed }, { id });
  if (loaded.outcome !== "committed") throw new Error(`notice ${id}: ${JSON.stringify(loaded)}`);
  if (!isConfirmed) return;
  const second = world.acting({ id: "approver-1", role: "approver" });
  const confirmed = await confirmNotice(second, { id, missingConfirmed });
  if (confirmed.outcome !== "committed") throw new Error(`notice ${id}: ${JSON.stringify(confirmed)}`);
}

/** What `recount-calendar` does on a day, page by page, by the same task function; answers how many pages. */
export async function recount(world: World, noticeId: string, asOf: string): Promise<number> {
  let at: Record<string, unknown> = { noticeId, asOf };
  for (let pages = 1; ; pages += 1) {
    const page = await world.tasks.recountPage(at);
    if (page.next === "done") return pages;
    at = page;
  }
}

export function dayAfter(date: string): string {
  return addDays(date, 1);
}
