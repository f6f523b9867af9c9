import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildAssets } from "../../build.ts";
import { type Assets, assetRoutes, chosenEncoding, loadAssets } from "../../src/ui/assets.ts";

let directory = "";
let assets: Assets;
const get = (url: string, headers: Record<string, string> = {}) =>
  assetRoutes(assets).request(url, { headers });
const plain = async (url: string) => (await get(url)).text();

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "dunmiao-assets-"));
  await buildAssets(directory);
  assets = loadAssets(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe("built assets", () => {
  it("carry the hash of their content in the name, so that the same source gives the same name", async () => {
    expect(assets.urls.css).toMatch(/^\/assets\/app\.[0-9a-f]{12}\.css$/);
    const before = readdirSync(directory).sort();
    await buildAssets(directory);
    expect(readdirSync(directory).sort()).toEqual(before);
  });

  it("are small: style sheet at most 20 kB and script with its date picker and drafts at most 5 kB compressed", () => {
    const weight = (url: string) =>
      assets.files.get(url.replace("/assets/", ""))?.get("gzip")?.byteLength ?? Infinity;
    expect(weight(assets.urls.css)).toBeLessThan(20 * 1024);
    expect(weight(assets.urls.js)).toBeLessThan(5 * 1024);
  });

  it("fetch nothing else: no font, no image, no import, no crown", async () => {
    const css = await plain(assets.urls.css);
    expect(css).not.toMatch(/GDS Transport|@import|@font-face|url\(/);
    expect(css).toContain("#0b3d91");
    expect(css).toMatch(/@page official\{size:A4;margin:37mm 26mm 35mm 28mm\}/);
  });

  it("are served compressed as the client accepts, with an address that may be kept for ever", async () => {
    const expected = await plain(assets.urls.css);
    const br = await get(assets.urls.css, { "Accept-Encoding": "gzip, deflate, br" });
    expect(br.headers.get("Content-Encoding")).toBe("br");
    expect(br.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
    expect(br.headers.get("Vary")).toBe("Accept-Encoding");
    expect(br.headers.get("Content-Type")).toBe("text/css; charset=utf-8");
    expect(brotliDecompressSync(await br.arrayBuffer()).toString()).toBe(expected);
    const gzip = await get(assets.urls.css, { "Accept-Encoding": "gzip;q=0.8, br;q=0" });
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(expected);
  });

  it("answer 304 to a known entity tag, and 200 to another encoding's", async () => {
    const etag = (await get(assets.urls.js)).headers.get("ETag") ?? "";
    expect((await get(assets.urls.js, { "If-None-Match": etag })).status).toBe(304);
    expect((await get(assets.urls.js, { "If-None-Match": etag, "Accept-Encoding": "br" })).status).toBe(200);
  });

  it("answer 404 to anything not built, also to paths outside", async () => {
    for (const name of [
      "app.css",
      "manifest.json",
      "..%2Fpackage.json",
      "app.js.gz",
      "a/b",
      "%252e%252e%252fx",
      "%2e%2e%2f",
      "%",
      "%E0%A4%A",
    ])
      expect((await get(`/assets/${name}`)).status).toBe(404);
  });

  it("say how to build them when they are missing", () => {
    expect(() => loadAssets(join(directory, "nothing"))).toThrow("node packages/web/build.ts");
  });
});

describe("encoding", () => {
  const cases = [
    ["", "identity"],
    ["identity", "identity"],
    ["gzip, deflate", "gzip"],
    ["GZIP", "gzip"],
    ["br;q=1.0, gzip;q=0.8", "br"],
    ["br;q=0, gzip;q=0.000", "identity"],
    ["gzip;q=0.01", "gzip"],
  ] as const;
  for (const [header, encoding] of cases)
    it(`"${header}" gets ${encoding}`, () => {
      expect(chosenEncoding(header)).toBe(encoding);
    });
});
