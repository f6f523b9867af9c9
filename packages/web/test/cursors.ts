import type { Actor } from "@dunmiao/domain/actor";
import { cursorSecret } from "@dunmiao/store/cursorSecret";
import type { Store } from "@dunmiao/store/engine/client";
import { signed } from "../src/cursor.ts";

/** The address of a list from a place in it on, with the cursor that an answer would name: lists of tests are short. */
export async function placeIn(
  store: Store,
  list: { actor: Actor; path: string; asked?: Record<string, string> },
  place: string,
): Promise<string> {
  const { actor, path, asked = {} } = list;
  const cursor = signed(place, { actor, path, asked }, await cursorSecret(store));
  return `${path}?${new URLSearchParams({ ...asked, cursor }).toString()}`;
}
