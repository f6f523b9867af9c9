import { brotliCompressSync, gzipSync } from "node:zlib";
import { demoActor } from "@dunmiao/local/desk/personas";
import type { Store } from "@dunmiao/store/engine/client";
import { assetsDirectory, loadAssets } from "@dunmiao/web/ui/assets";
import { openApp } from "./app.ts";
import type { Figure } from "./report.ts";

const kB = 1_000;

/** Weight of the first page that a browser loads, style sheet, script and icon included, and of those that follow. */
export async function weightSection(store: Store, shownId: string): Promise<Figure[]> {
  const { as } = await openApp(store);
  const hr = await as(demoActor("hr"));
  const page = (path: string) => hr(path, { accept: "text/html" });
  const { files } = loadAssets(assetsDirectory());
  const assets = [...files.values()].reduce(
    (sum, variants) => sum + (variants.get("gzip")?.byteLength ?? 0),
    0,
  );
  const first = await page("/");
  const list = await page("/secondments");
  const one = await page(`/secondments/${shownId}`);
  const of = (what: string, html: string): Figure => ({
    what,
    value: gzipSync(html).byteLength / kB,
    unit: "kB",
    note: `plain ${(Buffer.byteLength(html) / kB).toFixed(0)} kB, brotli ${(brotliCompressSync(html).byteLength / kB).toFixed(1)} kB`,
  });
  return [
    { what: "style sheet, script and icon (gzip)", value: assets / kB, unit: "kB" },
    {
      what: "first page: to-do list with everything (gzip)",
      value: (gzipSync(first).byteLength + assets) / kB,
      unit: "kB",
      target: { atMost: 60 },
    },
    of("next page: list (gzip)", list),
    of("next page: secondment (gzip)", one),
    {
      what: "a first page that is a secondment, with everything (gzip)",
      value: (gzipSync(one).byteLength + assets) / kB,
      unit: "kB",
      target: { atMost: 60 },
    },
  ];
}
