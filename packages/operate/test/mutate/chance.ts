/** Numbers by chance, the same for the same seed (a whole number). */
export type Chance = {
  /** A whole number from 0 to `n` − 1. */
  below: (n: number) => number;
  /** One of a list that holds something. */
  pick: <T>(list: readonly T[]) => T;
};

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  const below = (n: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
  return {
    below,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error("nothing to pick from");
      return picked;
    },
  };
}
