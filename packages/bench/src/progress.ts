const begun = performance.now();

/** Says on the error stream what is being measured, with the seconds since the start. */
export function progress(line: string): void {
  console.error(`[${String(Math.round((performance.now() - begun) / 1000)).padStart(3)} s] ${line}`);
}

/** Runs something and tells how many seconds it took. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const from = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - from) / 1000 };
}
