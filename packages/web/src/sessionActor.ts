import type { Store } from "@dunmiao/store/engine/client";

import type { Moment, Present } from "@dunmiao/store/presentAccount";
import { presentActor } from "@dunmiao/store/presentOfficer";
import { loadSession } from "@dunmiao/store/session";

/** Who is signed in by the session row behind the cookie, as they are on file at that moment; undefined for nobody. */
export async function sessionActor(store: Store, cookie: string, at: Moment): Promise<Present | undefined> {
  const actor = await loadSession(store, cookie);
  return actor && presentActor(store, actor, at);
}
