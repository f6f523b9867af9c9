import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { places } from "./synth/aws.ts";
import { synthesize } from "./synth/synthesize.ts";

type AnyHandler = (event: unknown, context?: object) => Promise<unknown>;

/** Every function as it would be deployed, bundled once for the tests of a file. */
export function deployedFunctions() {
  const dir = mkdtempSync(join(tmpdir(), "dunmiao-bundles-"));
  beforeAll(async () => {
    await synthesize({ stage: "production", place: places.global, functions: dir });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const folderOf = (name: string) => join(dir, name.charAt(0).toUpperCase() + name.slice(1));
  const assets = join(dir, "Site/assets");
  let loads = 0;

  /** The handler from its bundle, loaded afresh under this environment. */
  async function load(name: string, environment: Record<string, string>): Promise<AnyHandler> {
    const source = name === "site" ? "packages/web/src/lambda" : `packages/workflow/src/lambda/${name}`;
    const added = Object.entries({ ASSETS_DIR: assets, ...environment });
    for (const [variable, value] of added) process.env[variable] = value;
    loads += 1;
    const { handler } = await import(/* @vite-ignore */ `${join(folderOf(name), source)}.mjs?${loads}`);
    for (const [variable] of added) delete process.env[variable];
    return handler;
  }
  return { assets, folderOf, load };
}
