import { presetSchemes, type Scheme } from "@dunmiao/domain/scheme";
import { schemeShelf } from "./schemeShelf.ts";

const shelf = schemeShelf<Scheme>({
  presets: presetSchemes,
  directory: "scheme",
  load: async (store, of) => (await import("./schemeRecord.ts")).loadSchemeRecord(store, of),
});

/** The schemes of secondments. */
export const {
  of: schemeOf,
  find: findScheme,
  ready: knownScheme,
  versions: listSchemeVersions,
  newest: newestScheme,
  list: listSchemes,
} = shelf;
