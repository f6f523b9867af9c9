/**
 * The stages of all tests, quickest answer first: what each runs, and its budget in seconds of processor time. CI refuses
 * a stage that takes half as much again. README says what a new noun may add.
 */
export const stages = [
  {
    name: "fast",
    include: [
      "packages/domain",
      "packages/verifier",
      "packages/bench",
      "packages/web/test/ui",
      "packages/local/test/layers",
    ],
    seconds: 80,
  },
  {
    name: "engine",
    include: ["packages/store", "packages/workflow", "packages/operate", "packages/web", "packages/local"],
    exclude: ["packages/web/test/ui", "packages/local/test/browser"],
    seconds: 1_200,
  },
  { name: "journeys", include: ["packages/local/test/browser"], seconds: 700 },
];

/** The same budget of the AWS stacks, which run by themselves. */
export const infraSeconds = 450;

/**
 * What an engine may do in its own way, once more on the second one: transactions and their conditions, claims, keys
 * that are taken once, expiry, paging and order of lists, and every task of the workflow delivered twice. What rules,
 * texts and forms say is the same on any engine.
 */
export const secondEngine = {
  name: "second engine",
  include: [
    ...["claims", "commit", "digest", "draft", "idempotency", "lists", "longBehind", "postChain"],
    ...["session", "tamper", "writers"],
  ]
    .map((name) => `packages/store/test/${name}.test`)
    .concat(["importCohort", "repeats", "sweep"].map((name) => `packages/workflow/test/${name}.test`)),
  seconds: 140,
};
