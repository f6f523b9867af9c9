import { setTimeout } from "node:timers/promises";
import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { cohortReader } from "@dunmiao/store/cohort";
import { isSetUp } from "@dunmiao/store/setUp";
import { unitReader } from "@dunmiao/store/unit";
import { mountAccounts } from "@dunmiao/web/accounts";
import { createApp } from "@dunmiao/web/app";
import { loadEveryRoute } from "@dunmiao/web/everydayRoutes";
import { machineDoor } from "@dunmiao/web/machine/door";
import { OpeningNotes } from "@dunmiao/web/openingNotes";
import type { FirstLink } from "@dunmiao/web/signIn/firstLink";
import { openIdProvider } from "@dunmiao/web/signIn/openIdProvider";
import { assetsDirectory, loadAssets } from "@dunmiao/web/ui/assets";
import { localAnchor } from "../auditKey.ts";
import { holdClaimsOnce } from "../claimsMarker.ts";
import { claimForService } from "../contentMarker.ts";
import { holdDataDir } from "../dataDir.ts";
import { answers } from "../engine/engineProcess.ts";
import { guarded } from "../engine/outageGuard.ts";
import { localExports } from "../exportShelf.ts";
import { type Ground, openGround } from "../ground.ts";
import { listen } from "../listen.ts";
import { startWorkflow, type WorkflowRunner } from "../machines/workflowRunner.ts";
import type { Shutdown } from "../shutdown.ts";
import { DailyJob } from "./dailyJob.ts";
import { closeFirstLink, noFirstLink, openFirstLink } from "./firstLink.ts";
import { type Nightly, nightlyBackups } from "./nightlyBackup.ts";
import type { ServeOptions } from "./options.ts";

/** The first pages shall show what a missed sweep finds; a long one is not waited for. */
const patienceMs = 3_000;
/** In Shanghai; the sweep as on AWS. */
const hourOf = { sweep: 6, backup: 2 };
/** On a full disk a try takes from the data the little room that is left. */
const backupAgainMs = 3_600_000;

const clock = { today: () => shanghaiDate(new Date()), now: () => new Date().toISOString() };

/**
 * Serves real people on this machine, by the real clock, and answers the address once it serves. Everything begun is given
 * to `shutdown`, also when a later step fails.
 * @throws PortBusyError, DataDirBusyError, NoEngineError, DamagedDataError, HoldsOtherError, whose messages say what to do
 */
export async function startServing(
  options: ServeOptions,
  shutdown: Shutdown,
  report: (line: string) => void,
): Promise<string> {
  const { publicUrl, port, tls } = options;
  const listening = await listen({ port, hosts: [publicUrl.hostname], tls });
  shutdown.add(() => listening.close());
  const dataDir = holdDataDir(options.dataDir, 0o700);
  shutdown.add(() => dataDir.release());
  const content = claimForService(dataDir.path);
  let workflow: WorkflowRunner | undefined;
  const onBack = () => workflow?.rerun();
  const ground = await openGround({ dataDir, content, clock, shutdown, report, onBack });
  const { keeper, shared } = ground;
  report(`data in ${dataDir.path}`);
  const anchor = localAnchor(dataDir.path, `${publicUrl.host}/dunmiao`, report);
  const backups = nightlyBackups(dataDir.path, hourOf.backup);
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
  const at = { now: () => new Date(), report };
  const sweep = (day: string) => running.sweep(day);
  const daily = new DailyJob({ ...at, name: "sweep", hour: hourOf.sweep, run: sweep });
  shutdown.add(() => daily.stop());
  const openings = new OpeningNotes(shared.store);
  shutdown.add(() => openings.flush());
  await loadEveryRoute();
  const first = await firstStep(ground, { dir: dataDir.path, origin: publicUrl.origin, report });
  listening.serve(guarded(appOf(options, { ...ground, exports, openings, backups }, first).fetch, keeper));
  // Undone first: no new request finds the rest half stopped.
  shutdown.add(() => listening.close());
  const resumed = running.resume();
  if (resumed > 0) report(`${resumed} unfinished executions run again`);
  const caughtUp = daily.start();
  caughtUp
    .then(() => holdClaimsOnce(shared.store, dataDir.path, report))
    .then(() => keepBackups(ground, backups, { shutdown, report }))
    .catch((error) => {
      if (!shutdown.hasBegun) report(`catching-up-failed ${error}`);
    });
  await Promise.race([caughtUp, setTimeout(patienceMs, undefined, { ref: false })]);
  return `${publicUrl.origin} (here ${listening.url})`;
}

/** A backup each night, and at the start where the last night has none; an engine of somebody else's is theirs to keep. */
function keepBackups(
  { engine }: Ground,
  backups: Nightly,
  { shutdown, report }: { shutdown: Shutdown; report: (line: string) => void },
): void {
  if (engine.name === "external") return;
  const at = { hour: hourOf.backup, now: () => new Date(), againAfterMs: backupAgainMs };
  const daily = new DailyJob({ name: "backup", ...at, run: backups.take, report });
  void daily.start();
  shutdown.add(() => daily.stop());
}

type Made = { exports: ReturnType<typeof localExports>; openings: OpeningNotes; backups: Nightly };
type First = { isSetUp: () => boolean; link: FirstLink };

/** The link of the first administrator, where there is none; its file is named, never what is in it. */
async function firstStep(
  { shared }: Ground,
  { dir, origin, report }: { dir: string; origin: string; report: (line: string) => void },
): Promise<First> {
  if (await isSetUp(shared.store)) {
    closeFirstLink(dir);
    return { isSetUp: () => true, link: noFirstLink };
  }
  let isDone = false;
  const { link, file } = openFirstLink(dir, origin, () => {
    isDone = true;
  });
  report(`nobody is administrator yet: the one-time link for the first one is in ${file}`);
  return { isSetUp: () => isDone, link };
}

function appOf(
  { publicUrl, bureau, securityContact, provider: settings, hasPassphrases, machines }: ServeOptions,
  { engine, keeper, shared, exports, openings, backups }: Ground & Made,
  first: First,
) {
  const { store, calendar } = shared;
  const isHttps = publicUrl.protocol === "https:";
  const app = createApp({
    store,
    calendar,
    units: unitReader(store),
    cohorts: cohortReader(store),
    clock,
    assets: loadAssets(assetsDirectory()),
    bureau,
    origin: publicUrl.origin,
    ...(securityContact !== undefined && { securityContact }),
    hasAccounts: true,
    isSetUp: first.isSetUp,
    // A browser drops a cookie of that name where the site is not encrypted.
    sessionCookie: isHttps ? "__Host-dunmiao" : "dunmiao",
    signInUrl: "/sign-in",
    isReady: () => answers(engine.endpoint),
    outage: () => keeper.outage,
    openings,
    ...(machines && { machines: machineDoor(machines) }),
    exportFile: exports.file,
    ...(engine.name !== "external" && { backups: backups.state }),
  });
  const provider = settings && openIdProvider(settings);
  mountAccounts(app, { first: first.link, provider, hasPassphrases });
  return app;
}
