import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { buildAssets } from "../../build.ts";
import { assetRoutes, loadAssets } from "../../src/ui/assets.ts";
import type { Chrome } from "../../src/ui/chrome.ts";
import { htmlOf } from "../../src/ui/markup.ts";
import { FormPage } from "./scratchForm.tsx";
import { textFor } from "./texts.ts";

/** Serves a form of every part at /form, under the strict content policy; `stop` ends it and removes the built assets. */
export async function startScratchServer(extra?: Hono): Promise<{ url: string; stop: () => void }> {
  const directory = mkdtempSync(join(tmpdir(), "dunmiao-assets-"));
  await buildAssets(directory);
  const assets = loadAssets(directory);
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"] } }));
  app.route("/", assetRoutes(assets));
  if (extra) app.route("/", extra);
  const chrome: Chrome = {
    text: textFor("zh-CN"),
    assets: assets.urls,
    bureau: "江城市公安局",
    today: "2026-03-02",
    url: "/form?a=1",
    person: { name: "HR-01", role: "hr" },
    banner: null,
  };
  app.get("/form", (c) => c.html(htmlOf(FormPage({ chrome }))));
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const stop = () => {
    server.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
