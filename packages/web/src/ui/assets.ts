import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Hono } from "hono";
import * as z from "zod";

/** Addresses of the built files, as pages link them. */
export type AssetUrls = { readonly css: string; readonly js: string; readonly icon: string };

const manifestSchema = z.object({ css: z.string(), js: z.string(), icon: z.string() });
const encodings = [
  { encoding: "br", extension: ".br" },
  { encoding: "gzip", extension: ".gz" },
] as const;
const contentTypes: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

type Encoding = (typeof encodings)[number]["encoding"] | "identity";
export type Assets = {
  readonly urls: AssetUrls;
  readonly files: ReadonlyMap<string, ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>>;
};

/** Where the built files lie: `ASSETS_DIR`, or `build/` of this package. */
export function assetsDirectory(): string {
  return process.env.ASSETS_DIR ?? join(import.meta.dirname, "../../build");
}

/** Reads the built files into memory. Throws when they were not built (`node packages/web/build.ts`). */
export function loadAssets(directory: string): Assets {
  const manifestFile = join(directory, "manifest.json");
  if (!existsSync(manifestFile)) throw new Error(`No assets in ${directory}: run node packages/web/build.ts`);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(manifestFile, "utf8")));
  const files = new Map(Object.values(manifest).map((name) => [name, readVariants(directory, name)]));
  const { css, js, icon } = manifest;
  return { files, urls: { css: `/assets/${css}`, js: `/assets/${js}`, icon: `/assets/${icon}` } };
}

function readVariants(directory: string, name: string) {
  const variants = new Map<Encoding, Uint8Array<ArrayBuffer>>();
  variants.set("identity", new Uint8Array(readFileSync(join(directory, basename(name)))));
  for (const { encoding, extension } of encodings)
    variants.set(encoding, new Uint8Array(readFileSync(join(directory, basename(name) + extension))));
  return variants;
}

/** Serves `/assets/<name>`: names carry a hash of the content, so that browsers may keep them for ever. */
export function assetRoutes(assets: Assets): Hono {
  const app = new Hono();
  app.get("/assets/*", (c) => {
    // The name as it was sent: names of ours have no sign that would need decoding.
    const name = c.req.path.slice("/assets/".length);
    const encoding = chosenEncoding(c.req.header("Accept-Encoding") ?? "");
    const body = assets.files.get(name)?.get(encoding);
    if (!body) return c.text("404", 404);
    const etag = `"${name}-${encoding}"`;
    c.header("Cache-Control", "public, max-age=31536000, immutable");
    c.header("ETag", etag);
    c.header("Vary", "Accept-Encoding");
    if (c.req.header("If-None-Match")?.includes(etag)) return c.body(null, 304);
    c.header("Content-Type", contentTypes[name.split(".").at(-1) ?? ""] ?? "application/octet-stream");
    if (encoding !== "identity") c.header("Content-Encoding", encoding);
    return c.body(body);
  });
  return app;
}

/** The smallest encoding that the client accepts; `q=0` refuses one (RFC 9110, 12.5.3). */
export function chosenEncoding(acceptEncoding: string): Encoding {
  const accepted = acceptEncoding
    .split(",")
    .map((each) => each.trim().toLowerCase())
    .filter((each) => !/;\s*q=0(\.0*)?$/.test(each))
    .map((each) => each.split(";")[0]?.trim());
  return encodings.find(({ encoding }) => accepted.includes(encoding))?.encoding ?? "identity";
}
