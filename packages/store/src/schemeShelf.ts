import * as z from "zod";
import type { Store } from "./engine/client.ts";
import type { Directory } from "./engine/indexKeys.ts";
import { byKind } from "./engine/lists.ts";
import { loadOrName } from "./engine/unreadable.ts";

/** A record names a scheme version that does not exist. Its name stays `Error`: flags that are stored carry it as their code. */
export class UnknownSchemeError extends Error {}

type SchemeRef = { schemeId: string; schemeVersion: number };
type Versioned = { readonly id: string; readonly version: number };
type Shelf<S> = {
  presets: readonly S[];
  directory: Directory & ("scheme" | "pair-scheme");
  /** A version made here; loaded with the first that is not a preset: most run under one, and its schema takes time to build. */
  load: (store: Store, of: Versioned) => Promise<{ status: "draft" | "published"; scheme: S } | undefined>;
};

const rowSchema = z.object({
  schemeId: z.string(),
  schemeVersion: z.int(),
  status: z.enum(["draft", "published"]),
});
/** One version of a scheme as lists show it. */
export type SchemeVersion = z.infer<typeof rowSchema>;

/** The schemes of one kind: presets, and what was made here. A published version never changes, so it is read once. */
export function schemeShelf<S extends Versioned>({ presets, directory, load }: Shelf<S>) {
  const known = new WeakMap<Store, Map<string, S>>();
  const shipped = new Map(presets.map((each) => [`${each.id}@${each.version}`, each]));

  /** The version that a record runs under. Throws UnknownSchemeError when it names one that does not exist. */
  async function of(store: Store, { schemeId, schemeVersion }: SchemeRef): Promise<S> {
    const found = await find(store, { schemeId, schemeVersion });
    if (!found) throw new UnknownSchemeError(`unknown ${directory} ${schemeId}@${schemeVersion}`);
    return found;
  }

  /** The same for a version that somebody asks for: undefined when it does not exist, or is a draft still. */
  async function find(store: Store, ref: SchemeRef): Promise<S | undefined> {
    const found = ready(store, ref) ?? (await loadPublished(store, ref));
    if (!found) return undefined;
    const schemes = known.get(store) ?? new Map<string, S>();
    known.set(store, schemes.set(`${ref.schemeId}@${ref.schemeVersion}`, found));
    return found;
  }

  /** The same without reading: a preset, or a version that was read before. */
  function ready(store: Store, { schemeId, schemeVersion }: SchemeRef): S | undefined {
    const label = `${schemeId}@${schemeVersion}`;
    return shipped.get(label) ?? known.get(store)?.get(label);
  }

  async function loadPublished(store: Store, ref: SchemeRef): Promise<S | undefined> {
    const record = await load(store, { id: ref.schemeId, version: ref.schemeVersion });
    return record?.status === "published" ? record.scheme : undefined;
  }

  /** Every version of every scheme, drafts among them, oldest first: the presets and one Query on the directory. */
  async function versions(store: Store): Promise<SchemeVersion[]> {
    const { rows } = await byKind(store, directory, rowSchema);
    const first = presets.map(({ id, version }) => ({
      schemeId: id,
      schemeVersion: version,
      status: "published" as const,
    }));
    return [...first, ...rows.map(({ summary }) => summary)].toSorted(
      (one, other) => one.schemeVersion - other.schemeVersion,
    );
  }

  /** The newest published version of a scheme; undefined when nobody knows its id. */
  async function newest(store: Store, id: string): Promise<S | undefined> {
    const published = (await versions(store)).filter(
      (each) => each.status === "published" && each.schemeId === id,
    );
    const last = published.at(-1);
    return last && of(store, last);
  }

  /** Every scheme, newest published version each. */
  async function list(store: Store): Promise<S[]> {
    const last = new Map<string, SchemeVersion>();
    for (const each of await versions(store)) if (each.status === "published") last.set(each.schemeId, each);
    const schemes = await Promise.all([...last.values()].map((each) => loadOrName(of(store, each))));
    return schemes.flatMap((each) => each ?? []);
  }

  return { of, find, ready, versions, newest, list };
}
