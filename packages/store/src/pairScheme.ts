import { type PairScheme, presetPairSchemes } from "@dunmiao/domain/pairScheme";
import { schemeShelf } from "./schemeShelf.ts";

const shelf = schemeShelf<PairScheme>({
  presets: presetPairSchemes,
  directory: "pair-scheme",
  load: async (store, of) => (await import("./pairSchemeRecord.ts")).loadPairSchemeRecord(store, of),
});

/** The schemes of mentor pairs. */
export const {
  of: pairSchemeOf,
  find: findPairScheme,
  ready: knownPairScheme,
  versions: listPairSchemeVersions,
  newest: newestPairScheme,
  list: listPairSchemes,
} = shelf;
