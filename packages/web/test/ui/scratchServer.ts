import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { buildAssets } from "../../build.ts";
import { assetRoutes, loadAssets } from "../../src/ui/assets.ts";
import { htmlOf } from "../../src/ui/markup.ts";
import { scratchPage } from "./scratchPages.tsx";

/** Serves the scratch pages under the strict content policy; `stop` ends it and removes the built assets. */
export async function startScratchServer(extra?: Hono): Promise<{ url: string; stop: () => void }> {
  const directory = mkdtempSync(join(tmpdir(), "dunmiao-assets-"));
  await buildAssets(directory);
  const assets = loadAssets(directory);
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'self'"] } }));
  app.route("/", assetRoutes(assets));
  if (extra) app.route("/", extra);
  app.get("/pages/:name", (c) =>
    c.html(
      htmlOf(scratchPage(c.req.param("name"), c.req.query("lang") === "en" ? "en" : "zh-CN", assets.urls)),
    ),
  );
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
