import { setTimeout } from "node:timers/promises";
import { cohortReader } from "@dunmiao/store/cohort";
import { unitReader } from "@dunmiao/store/unit";
import { requireActs } from "@dunmiao/web/access";
import { createApp } from "@dunmiao/web/app";
import type { WebDeps } from "@dunmiao/web/deps";
import { loadEveryRoute } from "@dunmiao/web/everydayRoutes";
import { OpeningNotes } from "@dunmiao/web/openingNotes";
import { assetsDirectory, loadAssets } from "@dunmiao/web/ui/assets";
import { localAnchor } from "./auditKey.ts";
import { holdClaimsOnce } from "./claimsMarker.ts";
import { contentOf, rememberContent } from "./contentMarker.ts";
import { holdDataDir } from "./dataDir.ts";
import { writePairsLater } from "./demo/pairsLater.ts";
import { seedDemo } from "./demo/seed.ts";
import { demoBanner } from "./desk/banner.tsx";
import { type DemoClock, openClock } from "./desk/clock.ts";
import { ClockMover } from "./desk/clockMover.ts";
import { clockRoutes } from "./desk/clockRoutes.tsx";
import { signInRoutes } from "./desk/signIn.tsx";
import { answers } from "./engine/engineProcess.ts";
import { guarded } from "./engine/outageGuard.ts";
import { localExports } from "./exportShelf.ts";
import { type Ground, openGround } from "./ground.ts";
import { listen } from "./listen.ts";
import { startWorkflow, type WorkflowRunner } from "./machines/workflowRunner.ts";
import type { Options } from "./options.ts";
import type { Shutdown } from "./shutdown.ts";

/** The first pages shall show what the first sweep finds; a long import that goes on is not waited for. */
const patienceMs = 3_000;

type Report = (line: string) => void;

/**
 * Starts the whole product on this machine and answers its URL once it serves. Everything begun is given to
 * `shutdown`, also when a later step fails.
 * @throws PortBusyError, DataDirBusyError, NoEngineError, DamagedDataError, ClockAheadError, HoldsOtherError,
 * whose messages say what to do
 */
export async function startProduct(options: Options, shutdown: Shutdown, report: Report): Promise<string> {
  const listening = await listen({ port: options.port, hosts: options.hosts });
  shutdown.add(() => listening.close());
  const dataDir = holdDataDir(options.dataDir);
  shutdown.add(() => dataDir.release());
  const clock = openClock(dataDir.path, options.today);
  const content = contentOf(dataDir.path, { isEmpty: options.isEmpty, today: clock.today });
  let workflow: WorkflowRunner | undefined;
  const ground = await openGround({
    dataDir,
    content,
    clock: { today: () => clock.today, now: () => clock.now() },
    shutdown,
    report,
    onBack: () => workflow?.rerun(),
  });
  const { keeper, shared } = ground;
  report(`data in ${dataDir.path}, demo clock ${clock.today}`);
  if (content.content === "demo" && !content.isComplete) {
    await seedDemo(shared, content.seededFor);
    rememberContent(dataDir.path, { ...content, isComplete: true });
    report("demo cohort written");
  }
  const anchor = localAnchor(dataDir.path, "dunmiao.local/demo", report);
  const exports = localExports(dataDir.path, anchor);
  const running = await startWorkflow({
    ...shared,
    dataDir: dataDir.path,
    report,
    anchor,
    exports: exports.shelf,
  });
  workflow = running;
  shutdown.add(() => running.stop());
  const mover = new ClockMover(clock, (day) => running.sweep(day));
  shutdown.add(() => mover.stop());
  let isCatchingUp = true;
  const openings = new OpeningNotes(shared.store);
  shutdown.add(() => openings.flush());
  await loadEveryRoute();
  const app = appOf({ ...ground, exports, clock, mover, openings, isCatchingUp: () => isCatchingUp });
  listening.serve(guarded(app.fetch, keeper));
  // Undone first: no new request finds the rest half stopped.
  shutdown.add(() => listening.close());
  const resumed = running.resume();
  if (resumed > 0) report(`${resumed} unfinished executions run again`);
  const caughtUp = running.sweep(clock.today);
  caughtUp
    .then(() => mover.resume())
    .finally(() => {
      isCatchingUp = false;
    })
    .then(() => writePairsLater({ count: options.pairs, dataDir: dataDir.path, shared, shutdown, report }))
    .then(() => holdClaimsOnce(shared.store, dataDir.path, report))
    .catch((error) => {
      if (!shutdown.hasBegun) report(`catching-up-failed ${error}`);
    });
  await Promise.race([caughtUp, setTimeout(patienceMs, undefined, { ref: false })]);
  return listening.url;
}

type Parts = Ground & {
  exports: ReturnType<typeof localExports>;
  clock: DemoClock;
  mover: ClockMover;
  openings: OpeningNotes;
  /** Whether the sweep with which every start begins, and what it resumes, is still under way. */
  isCatchingUp: () => boolean;
};

function appOf({ shared, exports, clock, mover, openings, engine, keeper, isCatchingUp }: Parts) {
  const { store, calendar, today, now } = shared;
  const deps: WebDeps = {
    store,
    calendar,
    units: unitReader(store),
    cohorts: cohortReader(store),
    clock: { today, now },
    assets: loadAssets(assetsDirectory()),
    bureau: process.env.BUREAU_NAME || "武汉市公安局（演示）",
    sessionCookie: "dunmiao-demo",
    signInUrl: "/local/sign-in",
    isReady: () => answers(engine.endpoint),
    outage: () => keeper.outage,
    openings,
    exportFile: exports.file,
    banner: demoBanner(clock),
  };
  const app = createApp(deps);
  app.route("/", clockRoutes({ clock, mover, isCatchingUp }));
  app.route("/", signInRoutes());
  requireActs(app);
  return app;
}
