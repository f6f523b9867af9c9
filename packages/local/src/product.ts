import { setTimeout } from "node:timers/promises";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { cohortReader } from "@dunmiao/store/cohort";
import { openStore, type Store } from "@dunmiao/store/engine/client";
import { createTable } from "@dunmiao/store/engine/createTable";
import type { Outage } from "@dunmiao/store/engine/outage";
import { tryWrite } from "@dunmiao/store/engine/tryWrite";
import { unitReader } from "@dunmiao/store/unit";
import { requireActs } from "@dunmiao/web/access";
import { createApp } from "@dunmiao/web/app";
import type { WebDeps } from "@dunmiao/web/deps";
import { loadEveryRoute } from "@dunmiao/web/everydayRoutes";
import { assetsDirectory, loadAssets } from "@dunmiao/web/ui/assets";
import { holdClaimsOnce } from "./claimsMarker.ts";
import { holdDataDir } from "./dataDir.ts";
import { seedDemo } from "./demo/seed.ts";
import { contentOf, rememberContent } from "./demoMarker.ts";
import { demoBanner } from "./desk/banner.tsx";
import { type DemoClock, openClock } from "./desk/clock.ts";
import { ClockMover } from "./desk/clockMover.ts";
import { clockRoutes } from "./desk/clockRoutes.tsx";
import { signInRoutes } from "./desk/signIn.tsx";
import { type Engine, startEngine } from "./engine/engine.ts";
import { refuseEmptied } from "./engine/engineDamage.ts";
import { EngineKeeper } from "./engine/engineKeeper.ts";
import { answers } from "./engine/engineProcess.ts";
import { guarded } from "./engine/outageGuard.ts";
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
 * @throws PortBusyError, DataDirBusyError, NoEngineError, DamagedDataError, ClockAheadError, HoldsDemoError,
 * whose messages say what to do
 */
export async function startProduct(options: Options, shutdown: Shutdown, report: Report): Promise<string> {
  const listening = await listen(options.port, options.hosts);
  shutdown.add(() => listening.close());
  const dataDir = holdDataDir(options.dataDir);
  shutdown.add(() => dataDir.release());
  const clock = openClock(dataDir.path, options.today);
  const content = contentOf(dataDir.path, { isEmpty: options.isEmpty, today: clock.today });
  const engine = await startEngine({ dataDir });
  shutdown.add(() => engine.stop());
  Object.assign(process.env, engine.variables);
  report(`engine ${engine.name} at ${engine.endpoint}`);
  report(`data in ${dataDir.path}, demo clock ${clock.today}`);
  let workflow: WorkflowRunner | undefined;
  const onBack = () => workflow?.rerun();
  const keeper = new EngineKeeper({ engine, report, tryWrite: () => tryWrite(shared.store), onBack });
  const shared = openShared(clock, keeper);
  shutdown.add(() => keeper.stop());
  await refuseEmptied(shared.store, { dir: dataDir.path, content });
  await createTable(shared.store);
  keeper.start();
  if (content.content === "demo" && !content.isComplete) {
    await seedDemo(shared, content.seededFor);
    rememberContent(dataDir.path, { ...content, isComplete: true });
    report("demo cohort written");
  }
  const running = await startWorkflow({ ...shared, dataDir: dataDir.path, report });
  workflow = running;
  shutdown.add(() => running.stop());
  const mover = new ClockMover(clock, (day) => running.sweep(day));
  shutdown.add(() => mover.stop());
  let isCatchingUp = true;
  await loadEveryRoute();
  const app = appOf({ shared, clock, mover, engine, keeper, isCatchingUp: () => isCatchingUp });
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
    .then(() => holdClaimsOnce(shared.store, dataDir.path, report))
    .catch((error) => {
      if (!shutdown.hasBegun) report(`catching-up-failed ${error}`);
    });
  await Promise.race([caughtUp, setTimeout(patienceMs, undefined, { ref: false })]);
  return listening.url;
}

/** What web and workflow share in this process: the table and what is read from it and held for a while. */
function openShared(clock: DemoClock, keeper: EngineKeeper) {
  const onOutage = (outage: Outage) => keeper.note(outage);
  const store: Store = openStore({ tableName: process.env.TABLE_NAME || "dunmiao", onOutage });
  const calendar = calendarReader(store);
  return { store, calendar, today: () => clock.today, now: () => clock.now() };
}

type Parts = {
  shared: ReturnType<typeof openShared>;
  clock: DemoClock;
  mover: ClockMover;
  engine: Engine;
  keeper: EngineKeeper;
  /** Whether the sweep with which every start begins, and what it resumes, is still under way. */
  isCatchingUp: () => boolean;
};

function appOf({ shared, clock, mover, engine, keeper, isCatchingUp }: Parts) {
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
    banner: demoBanner(clock),
  };
  const app = createApp(deps);
  app.route("/", clockRoutes({ clock, mover, isCatchingUp }));
  app.route("/", signInRoutes());
  requireActs(app);
  return app;
}
