import { setTimeout } from "node:timers/promises";

/** Retries of one change before it is given up (architecture.md, "Concurrency"). */
export const maxRetries = 8;

const leastMs = 20;
const mostMs = 12_000;

/**
 * Waits before retry n (1, 2, …) with full jitter. The window doubles each time, starting from what the last attempt
 * took: fifty writers who meet at one record are spread over many times the length of an attempt, however slow the
 * engine is just then.
 */
export async function backOff(retry: number, attemptMs = 0): Promise<void> {
  const windowMs = Math.max(leastMs, attemptMs) * 2 ** retry;
  await setTimeout(Math.random() * Math.min(mostMs, windowMs));
}

/**
 * Runs `attempt` until it answers something; undefined means that someone else got in between. Gives up after 8
 * retries with `settled` undefined.
 */
export async function untilSettled<T>(
  attempt: () => Promise<T | undefined>,
): Promise<{ settled: T | undefined; retries: number }> {
  for (let retries = 0; ; retries += 1) {
    const began = performance.now();
    const settled = await attempt();
    if (settled !== undefined || retries === maxRetries) return { settled, retries };
    await backOff(retries + 1, performance.now() - began);
  }
}
