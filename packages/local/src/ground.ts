import { calendarReader } from "@dunmiao/store/calendarReader";
import { openStore, type Store } from "@dunmiao/store/engine/client";
import { createTable } from "@dunmiao/store/engine/createTable";
import type { Outage } from "@dunmiao/store/engine/outage";
import { tryWrite } from "@dunmiao/store/engine/tryWrite";
import type { Content } from "./contentMarker.ts";
import type { DataDir } from "./dataDir.ts";
import { type Engine, startEngine } from "./engine/engine.ts";
import { refuseEmptied } from "./engine/engineDamage.ts";
import { EngineKeeper } from "./engine/engineKeeper.ts";
import type { Shutdown } from "./shutdown.ts";

/** What day it is to the product, and what instant. */
export type Clock = { readonly today: () => string; readonly now: () => string };
type Opening = {
  dataDir: DataDir;
  content: Content;
  clock: Clock;
  shutdown: Shutdown;
  report: (line: string) => void;
  /** Told when the engine serves again after an outage. */
  onBack: () => void;
};
/** The engine, who watches it, and what web and workflow share in this process. */
export type Ground = { engine: Engine; keeper: EngineKeeper; shared: ReturnType<typeof openShared> };

/**
 * Starts the engine on the data directory, makes the table where there is none, and watches over both.
 * @throws NoEngineError, DamagedDataError
 */
export async function openGround(of: Opening): Promise<Ground> {
  const { dataDir, content, clock, shutdown, report, onBack } = of;
  const engine = await startEngine({ dataDir });
  shutdown.add(() => engine.stop());
  Object.assign(process.env, engine.variables);
  report(`engine ${engine.name} at ${engine.endpoint}`);
  const keeper = new EngineKeeper({ engine, report, tryWrite: () => tryWrite(shared.store), onBack });
  const shared = openShared(clock, keeper);
  shutdown.add(() => keeper.stop());
  await refuseEmptied(shared.store, { dir: dataDir.path, content });
  await createTable(shared.store);
  keeper.start();
  return { engine, keeper, shared };
}

/** What web and workflow share: the table and what is read from it and held for a while. */
function openShared({ today, now }: Clock, keeper: EngineKeeper) {
  const onOutage = (outage: Outage) => keeper.note(outage);
  const store: Store = openStore({ tableName: process.env.TABLE_NAME || "dunmiao", onOutage });
  const calendar = calendarReader(store);
  return { store, calendar, today, now };
}
