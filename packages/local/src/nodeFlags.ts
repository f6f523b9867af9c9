/**
 * How the server runs under Node. V8 lets a heap of 35 MB grow to 300 before it collects; so it stays below 190 after
 * any load, at a fifth more processor time for a list (measured by the bench; `--optimize-for-size` costs twice that).
 */
export const nodeFlags = [
  "--max-semi-space-size=2",
  "--heap-growing-percent=20",
  "--disable-warning=ExperimentalWarning",
];

/** Few arenas: glibc otherwise keeps one for each thread, and what was freed in it. */
export const nodeVariables = { MALLOC_ARENA_MAX: "2" };
