import { calendarReader } from "@dunmiao/store/calendarReader";
import type { Store } from "@dunmiao/store/engine/client";
import { taskHandlers } from "@dunmiao/workflow/handlers";

const today = "2026-03-02";

/** What the state machine does of an import: chunk by chunk with the real tasks, each delivered `times` times, then the end. */
export async function runImport(store: Store, importId: string, times = 1): Promise<void> {
  const now = () => `${today}T02:00:00.000Z`;
  const tasks = taskHandlers({
    store,
    calendar: calendarReader(store),
    today: () => today,
    now,
    start: async () => {},
  });
  const repeat = async <T>(task: () => Promise<T>): Promise<T> => {
    const [last] = (await Promise.all(Array.from({ length: times }, task))).slice(-1);
    if (!last) throw new Error("not run");
    return last;
  };
  let state: { importId: string; asOf: string; chunk: number; next?: string } = {
    importId,
    asOf: today,
    chunk: 1,
  };
  while (state.next !== "finish") {
    const input = state;
    state = await repeat(() => tasks.importChunk(input));
  }
  await repeat(() => tasks.finishImport({ importId, asOf: today }));
}
