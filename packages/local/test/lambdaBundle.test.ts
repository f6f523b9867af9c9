import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

/** Everything that a bundle of these entries contains, as paths from the top of the project. */
async function inputsOf(...entries: string[]): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: "never-written",
    write: false,
    bundle: true,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node24",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "silent",
  });
  return Object.keys(metafile.inputs);
}

const ofLocal = (path: string) => path.startsWith("packages/local/");

test("nothing of the demonstration is in what AWS runs", async () => {
  const inputs = await inputsOf(
    "packages/web/src/lambda.ts",
    "packages/workflow/src/handlers.ts",
    "packages/workflow/src/onEvent.ts",
    "packages/workflow/src/startExecution.ts",
  );
  expect(inputs).toContain("packages/web/src/app.tsx");
  expect(inputs).toContain("packages/workflow/src/tasks/progress.ts");
  expect(inputs.filter(ofLocal)).toEqual([]);
});

test("nothing of the demonstration is in what serves real people", async () => {
  const inputs = await inputsOf("packages/local/src/serve/main.ts");
  expect(inputs).toContain("packages/web/src/accounts.ts");
  expect(inputs.filter((path) => /^packages\/local\/src\/(demo|desk)\//.test(path))).toEqual([]);
});

test("the same look finds it where it is", async () => {
  expect((await inputsOf("packages/local/src/main.ts")).filter(ofLocal)).toContain(
    "packages/local/src/desk/signIn.tsx",
  );
});
