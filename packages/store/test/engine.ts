import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { openStore, type Store } from "../src/engine/client.ts";
import { createTable } from "../src/engine/createTable.ts";

/** A store on a table of its own, on the real engine of this run, over HTTP. */
export async function freshStore(): Promise<Store> {
  const store = anotherStore(`test-${randomUUID()}`);
  await createTable(store);
  return store;
}

/** A second client on the same table, as another process would have it. */
export function anotherStore(tableName: string): Store {
  Object.assign(process.env, inject("engine"));
  return openStore({ tableName });
}
