import { setTimeout } from "node:timers/promises";

/** Retries of one change before it is given up (architecture.md, "Concurrency"). */
export const maxRetries = 8;

const baseMs = 40;
const capMs = 6_000;

/**
 * Waits before retry n (1, 2, …) with full jitter. The window doubles from 80 ms: of 50 writers who meet at one
 * record each round lets some in, and the windows of the last rounds are far longer than all their writes together.
 */
export async function backOff(retry: number): Promise<void> {
  await setTimeout(Math.random() * Math.min(capMs, baseMs * 2 ** retry));
}

/**
 * Runs `attempt` until it answers something; undefined means that someone else got in between. Gives up after 8
 * retries with `settled` undefined.
 */
export async function untilSettled<T>(
  attempt: () => Promise<T | undefined>,
): Promise<{ settled: T | undefined; retries: number }> {
  for (let retries = 0; ; retries += 1) {
    const settled = await attempt();
    if (settled !== undefined || retries === maxRetries) return { settled, retries };
    await backOff(retries + 1);
  }
}
