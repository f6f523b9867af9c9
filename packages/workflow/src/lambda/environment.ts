import { calendarReader } from "@dunmiao/store/calendarReader";
import { openStore, type Store } from "@dunmiao/store/engine/client";
import * as z from "zod";
import type { WorkflowDeps } from "../deps.ts";
import { clock } from "./clock.ts";

/**
 * The table that `TABLE_NAME` names.
 * @throws ZodError when the environment does not name one
 */
export function tableStore(): Store {
  const { TABLE_NAME } = z.object({ TABLE_NAME: z.string().min(1) }).parse(process.env);
  return openStore({ tableName: TABLE_NAME });
}

/** What a task stands on when it runs as a function. It may start nothing: its role could not either. */
export function recordDeps(): WorkflowDeps {
  const store = tableStore();
  return { store, calendar: calendarReader(store), ...clock, start: startsNothing };
}

async function startsNothing(machine: string): Promise<void> {
  throw new Error(`this function starts nothing, also not ${machine}`);
}
