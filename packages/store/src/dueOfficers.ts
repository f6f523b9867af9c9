import type { Officer } from "@dunmiao/domain/officer";
import type { Store } from "./engine/client.ts";
import { due } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import { loadOrName } from "./engine/unreadable.ts";
import { officerNoun } from "./officer.ts";

/**
 * Everybody on whose facts somebody waits for an answer, oldest first: one Query and one GetItem each for every 50. All of
 * them: requests of many people hide no correction that was proposed after them.
 */
export async function dueOfficers(store: Store, today: string): Promise<Officer[]> {
  const officers: Officer[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await due(store, "officer", today, { after });
    const load = (id: string) => loadOrName(loadRecord(store, officerNoun, id));
    const loaded = await Promise.all(items.map(({ id }) => load(id)));
    officers.push(...loaded.flatMap((each) => each ?? []));
    after = next;
  } while (after !== undefined);
  return officers;
}
