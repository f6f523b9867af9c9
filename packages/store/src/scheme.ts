import { presetSchemes, type Scheme } from "@dunmiao/domain/scheme";
import type { Store } from "./client.ts";

type SchemeRef = { schemeId: string; schemeVersion: number };

const known = new WeakMap<Store, Map<string, Scheme>>();

/**
 * The scheme version that a record runs under: a preset, or one that was published here; immutable, so read once.
 * Throws when a record names one that does not exist.
 */
export async function schemeOf(store: Store, { schemeId, schemeVersion }: SchemeRef): Promise<Scheme> {
  const ref = { schemeId, schemeVersion };
  const found = knownScheme(store, ref) ?? (await loadPublished(store, ref));
  if (!found) throw new Error(`unknown scheme ${schemeId}@${schemeVersion}`);
  const schemes = known.get(store) ?? new Map<string, Scheme>();
  known.set(store, schemes.set(`${schemeId}@${schemeVersion}`, found));
  return found;
}

/** The same without reading: a preset, or a version that was read before. */
export function knownScheme(store: Store, { schemeId, schemeVersion }: SchemeRef): Scheme | undefined {
  const preset = presetSchemes.find((each) => each.id === schemeId && each.version === schemeVersion);
  return preset ?? known.get(store)?.get(`${schemeId}@${schemeVersion}`);
}

/** Not read at the start of a function: most run under the presets. */
async function loadPublished(_store: Store, _ref: SchemeRef): Promise<Scheme | undefined> {
  return undefined;
}

/** The newest version of a scheme; undefined when nobody knows its id. */
export function newestScheme(id: string): Scheme | undefined {
  return listSchemes().find((each) => each.id === id);
}

/** Every scheme, newest version each. */
export function listSchemes(): readonly Scheme[] {
  const newest = new Map<string, Scheme>();
  for (const each of presetSchemes)
    if ((newest.get(each.id)?.version ?? 0) < each.version) newest.set(each.id, each);
  return [...newest.values()];
}
