import { readForMany } from "./unreadable.ts";

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

/** The same for a list that pages show and writers stand on: a row of it that does not parse is told to each of them. */
export function cachedList<T>(read: () => Promise<T>, maxAgeSeconds: number): Cached<T> {
  const held = cached(() => readForMany(read), maxAgeSeconds);
  return {
    refresh: async () => (await held.refresh())(),
    current: async () => (await held.current())(),
  };
}

/** The same whose reader is loaded when somebody asks first. */
export function cachedLater<T>(load: () => Promise<Cached<T>>): Cached<T> {
  let loading: Promise<Cached<T>> | undefined;
  const reader = () => {
    loading ??= load();
    return loading;
  };
  return {
    refresh: async () => (await reader()).refresh(),
    current: async () => (await reader()).current(),
  };
}
