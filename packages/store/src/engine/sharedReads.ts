export type SharedReads<T> = {
  /** What `read` answers, from a reading of this name that began after this was called. */
  of(name: string, read: () => Promise<T>): Promise<T>;
};

/**
 * Many who ask for the same at once are answered by few readings: while one runs, all who come wait for the next, which
 * begins when it ends. So nobody gets what was read before they asked, and misses nothing that was written by then, by
 * whomever. Nothing is kept: who asks alone reads alone. A reading that fails fails for those who shared it.
 */
export function sharedReads<T>(): SharedReads<T> {
  const running = new Map<string, { end: Promise<void>; next?: Promise<T> }>();
  const begin = (name: string, read: () => Promise<T>): Promise<T> => {
    const value = read();
    const mine: { end: Promise<void>; next?: Promise<T> } = { end: value.then(ended, ended) };
    running.set(name, mine);
    function ended(): void {
      if (!mine.next) running.delete(name);
    }
    return value;
  };
  return {
    of(name, read) {
      const before = running.get(name);
      if (!before) return begin(name, read);
      before.next ??= before.end.then(() => begin(name, read));
      return before.next;
    },
  };
}
