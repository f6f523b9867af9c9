/**
 * The stages of all tests, quickest answer first: what each runs, and its budget in seconds of processor time. CI refuses
 * a stage that takes half as much again. README says what a new noun may add.
 */
export const stages = [
  {
    name: "fast",
    include: ["packages/domain", "packages/bench", "packages/web/test/ui", "packages/local/test/layers"],
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
