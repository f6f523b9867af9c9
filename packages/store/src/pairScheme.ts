import { type PairScheme, presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { UnknownSchemeError } from "./scheme.ts";

/** The newest version of every pair scheme. */
export function listPairSchemes(): readonly PairScheme[] {
  return presetPairSchemes;
}

/** The newest version of a pair scheme; undefined when nobody knows its id. */
export function newestPairScheme(id: string): PairScheme | undefined {
  return presetPairSchemes.findLast((each) => each.id === id);
}

/** The version that a pair runs under. Throws UnknownSchemeError when it names one that does not exist. */
export function pairSchemeOf(of: { schemeId: string; schemeVersion: number }): PairScheme {
  const found = presetPairSchemes.find(
    ({ id, version }) => id === of.schemeId && version === of.schemeVersion,
  );
  if (!found) throw new UnknownSchemeError(`unknown pair scheme ${of.schemeId}@${of.schemeVersion}`);
  return found;
}
