/**
 * How the server runs under Node. V8 lets a heap of 35 MB grow to 300 before it collects; so it stays near 160
 * under load. What a request leaves behind dies young: with 8 MB to die in, a list takes a fifth less processor
 * time than with 2, for 7 to 12 MB more; 16 take another tenth off and cost 28 MB.
 */
export const nodeFlags = [
  "--max-semi-space-size=8",
  "--heap-growing-percent=20",
  "--disable-warning=ExperimentalWarning",
];

/**
 * For glibc, in bytes: it otherwise keeps an arena for each thread and, in each, what was freed. From 32 KB on (what
 * the compilers of V8 take at a time, what is read from a connection) memory goes back to the system at once.
 */
export const nodeVariables = { MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "32768" };
