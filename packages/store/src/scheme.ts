import { presetSchemes, type Scheme } from "@dunmiao/domain/scheme";

/** A scheme version; immutable, so nothing to read. Throws when a record names one that does not exist. */
export function schemeOf(record: { schemeId: string; schemeVersion: number }): Scheme {
  const { schemeId, schemeVersion } = record;
  const scheme = presetSchemes.find((each) => each.id === schemeId && each.version === schemeVersion);
  if (!scheme) throw new Error(`unknown scheme ${schemeId}@${schemeVersion}`);
  return scheme;
}

/** The newest version of a scheme; undefined when nobody knows its id. */
export function newestScheme(id: string): Scheme | undefined {
  return presetSchemes.filter((each) => each.id === id).toSorted((a, b) => b.version - a.version)[0];
}

/** Every scheme, newest version each. */
export function listSchemes(): readonly Scheme[] {
  return presetSchemes;
}
