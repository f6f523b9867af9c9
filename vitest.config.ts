import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";

// A machine that has something else to do takes five times as long, and the second engine four to seven times for the
// same requests: the limit is there to end what hangs, never to say what is slow.
const timeout = 600_000;

/** The files that take longest, longest first; a checkout that never ran them knows only how large they are. */
const longest = [
  "pagesEnglish",
  "pages",
  "forms",
  "workflowYear",
  "storedRows",
  "everyForm",
  "everyPage",
  "everyState",
];
/** Begins with the longest files, so that none of them runs alone at the end while the other core rests. */
class LongestFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer["sort"]>[0]) {
    const place = ({ moduleId }: (typeof files)[number]) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

/** Packages whose tests share the modules of their process, and those whose tests start and end what a process has. */
const sharing = "domain,store,verifier,workflow,web";
const apart = "local,operate,bench";
const filesOf = (packages: string) => [`packages/{${packages}}/test/**/*.test.{ts,tsx}`];

export default defineConfig({
  test: {
    // Reading the product's modules anew for each file took more than half of what rules, routes and store take: they
    // share them, and whoever changes what others of the process would meet (a spied-on logger) puts it back.
    projects: [
      { extends: true, test: { name: "shared", isolate: false, include: filesOf(sharing) } },
      { extends: true, test: { name: "own", include: filesOf(apart) } },
    ],
    globalSetup: "packages/store/test/globalSetup.ts",
    // The workflow logs one line per thing done; tests ask for silence, or for the lines themselves.
    // The demo's pairs are written by the one test that is about them.
    env: {
      POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? "SILENT",
      DEMO_PAIRS: process.env.DEMO_PAIRS ?? "0",
    },
    // Files wait for engine, product and browser a third of their time: one more than there are cores keeps these busy.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: timeout,
    hookTimeout: timeout,
    expect: { poll: { timeout: 60_000 } },
  },
});
