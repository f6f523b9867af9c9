import { presetSchemes, type Scheme } from "@dunmiao/domain/scheme";
import * as z from "zod";
import type { Store } from "./engine/client.ts";
import { byKind } from "./engine/lists.ts";
import { loadOrName } from "./engine/unreadable.ts";

/** A record names a scheme version that does not exist. Its name stays `Error`: flags that are stored carry it as their code. */
export class UnknownSchemeError extends Error {}

type SchemeRef = { schemeId: string; schemeVersion: number };

const known = new WeakMap<Store, Map<string, Scheme>>();
const presets = new Map(presetSchemes.map((each) => [`${each.id}@${each.version}`, each]));

/**
 * The scheme version that a record runs under: a preset, or one that was published here; immutable, so read once.
 * Throws UnknownSchemeError when a record names one that does not exist.
 */
export async function schemeOf(store: Store, { schemeId, schemeVersion }: SchemeRef): Promise<Scheme> {
  const ref = { schemeId, schemeVersion };
  const found = await findScheme(store, ref);
  if (!found) throw new UnknownSchemeError(`unknown scheme ${schemeId}@${schemeVersion}`);
  return found;
}

/** The same for a version that somebody asks for: undefined when it does not exist, or is a draft still. */
export async function findScheme(store: Store, ref: SchemeRef): Promise<Scheme | undefined> {
  const found = knownScheme(store, ref) ?? (await loadPublished(store, ref));
  if (!found) return undefined;
  const schemes = known.get(store) ?? new Map<string, Scheme>();
  known.set(store, schemes.set(`${ref.schemeId}@${ref.schemeVersion}`, found));
  return found;
}

/** The same without reading: a preset, or a version that was read before. */
export function knownScheme(store: Store, { schemeId, schemeVersion }: SchemeRef): Scheme | undefined {
  const label = `${schemeId}@${schemeVersion}`;
  return presets.get(label) ?? known.get(store)?.get(label);
}

/** Loaded with the first version that is not a preset: most run under one, and its schema takes time to build. */
async function loadPublished(store: Store, ref: SchemeRef): Promise<Scheme | undefined> {
  const { loadSchemeRecord } = await import("./schemeRecord.ts");
  const record = await loadSchemeRecord(store, { id: ref.schemeId, version: ref.schemeVersion });
  return record?.status === "published" ? record.scheme : undefined;
}

const rowSchema = z.object({
  schemeId: z.string(),
  schemeVersion: z.int(),
  status: z.enum(["draft", "published"]),
});
/** One version of a scheme as lists show it. */
export type SchemeVersion = z.infer<typeof rowSchema>;

/** Every version of every scheme, drafts among them, oldest first: the presets and one Query on the directory. */
export async function listSchemeVersions(store: Store): Promise<SchemeVersion[]> {
  const { rows } = await byKind(store, "scheme", rowSchema);
  const shipped = presetSchemes.map(({ id, version }) => ({
    schemeId: id,
    schemeVersion: version,
    status: "published" as const,
  }));
  return [...shipped, ...rows.map(({ summary }) => summary)].toSorted(
    (one, other) => one.schemeVersion - other.schemeVersion,
  );
}

/** The newest published version of a scheme; undefined when nobody knows its id. */
export async function newestScheme(store: Store, id: string): Promise<Scheme | undefined> {
  const published = (await listSchemeVersions(store)).filter(
    (each) => each.status === "published" && each.schemeId === id,
  );
  const newest = published.at(-1);
  return newest && schemeOf(store, newest);
}

/** Every scheme, newest published version each. */
export async function listSchemes(store: Store): Promise<Scheme[]> {
  const newest = new Map<string, SchemeVersion>();
  for (const each of await listSchemeVersions(store))
    if (each.status === "published") newest.set(each.schemeId, each);
  const schemes = await Promise.all([...newest.values()].map((each) => loadOrName(schemeOf(store, each))));
  return schemes.flatMap((each) => each ?? []);
}
