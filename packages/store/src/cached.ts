/** A value that is read again when it is older than `maxAgeSeconds`, or when someone asks for it fresh. */
export type Cached<T> = { current(): Promise<T>; refresh(): Promise<T> };

/** Keeps one value in memory; readers at the same time share one read, and a failed read is not kept. */
export function cached<T>(read: () => Promise<T>, maxAgeSeconds: number): Cached<T> {
  let held: { value: Promise<T>; at: number } | undefined;
  const refresh = () => {
    const value = read();
    held = { value, at: Date.now() };
    value.catch(() => {
      held = undefined;
    });
    return value;
  };
  return {
    refresh,
    current: () => (held && Date.now() - held.at < maxAgeSeconds * 1000 ? held.value : refresh()),
  };
}
