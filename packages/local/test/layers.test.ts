import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const packages = join(import.meta.dirname, "../..");
/** What each package may import of the others; who is not named here may import everything below it. */
const below: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  store: ["domain"],
  web: ["store", "domain"],
  workflow: ["store", "domain"],
  verifier: ["store", "domain"],
  operate: ["verifier", "workflow", "store", "domain"],
  local: ["operate", "verifier", "web", "workflow", "store", "domain"],
  bench: ["local", "operate", "verifier", "web", "workflow", "store", "domain"],
};

const files = globSync("*/src/**/*.{ts,tsx}", { cwd: packages }).toSorted();
const known = new Set(files);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** The files of ours that a file names in an import, also one of types only and one that loads later. */
function importsOf(file: string): string[] {
  const source = readFileSync(join(packages, file), "utf8");
  const named = [...source.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) => name);
  return named.flatMap((name) => fileNamed(file, name) ?? []);
}

function fileNamed(file: string, name: string): string | undefined {
  const [, workspace, path] = /^@dunmiao\/(\w+)\/(.+)$/.exec(name) ?? [];
  if (workspace)
    return [".ts", ".tsx"].map((end) => `${workspace}/src/${path}${end}`).find((each) => known.has(each));
  const target = join(dirname(file), name);
  return name.startsWith(".") && known.has(target) ? target : undefined;
}

function packageOf(file: string): string {
  return file.split("/")[0] ?? "";
}

/** The folder of a noun within a package, `ui/text/en` as `ui`; none for what stands at its top. */
function nounOf(file: string): string | undefined {
  const [workspace, , noun, more] = file.split("/");
  return more === undefined ? undefined : `${workspace}/${noun}`;
}

const edges = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })));

test("imports are found at all", () => {
  expect(edges.length).toBeGreaterThan(3 * files.length);
  for (const file of ["web/src/app.tsx", "store/src/engine/commit.ts"])
    expect(imports.get(file)?.length).toBeGreaterThan(0);
});

describe("packages", () => {
  test.each(Object.keys(below))("%s imports only what lies below it", (name) => {
    const wrong = edges
      .filter(({ from, to }) => packageOf(from) === name && packageOf(to) !== name)
      .filter(({ to }) => !below[name]?.includes(packageOf(to)));
    expect(wrong).toEqual([]);
  });

  test("every package has its place", () => {
    expect([...new Set(files.map(packageOf))].toSorted()).toEqual(Object.keys(below).toSorted());
  });
});

test("ui knows no page", () => {
  const wrong = edges.filter(
    ({ from, to }) => nounOf(from) === "web/ui" && packageOf(to) === "web" && nounOf(to) !== "web/ui",
  );
  expect(wrong).toEqual([]);
});

test("no two folders import each other", () => {
  const pairs = new Map<string, string>();
  for (const { from, to } of edges) {
    const [one, other] = [nounOf(from), nounOf(to)];
    if (one && other && one !== other) pairs.set(`${one} → ${other}`, `${from} → ${to}`);
  }
  const both = [...pairs.keys()].filter((pair) => {
    const [one, other] = pair.split(" → ");
    return pairs.has(`${other} → ${one}`);
  });
  expect(both.map((pair) => pairs.get(pair))).toEqual([]);
});

test("no file waits for itself", () => {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]) => {
    if (state.get(file) === "done") return;
    if (state.get(file) === "open") {
      circles.push([...way.slice(way.indexOf(file)), file].join(" → "));
      return;
    }
    state.set(file, "open");
    for (const target of imports.get(file) ?? []) visit(target, [...way, file]);
    state.set(file, "done");
    order.push(relative(".", file));
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
  expect(order).toHaveLength(files.length);
});

test("a file has at most 200 lines and spreads no object that it writes on the spot", () => {
  const faults = files.flatMap((file) => {
    const source = readFileSync(join(packages, file), "utf8");
    const isLong = source.split("\n").length > 201;
    return [...(isLong ? [`${file}: long`] : []), ...(/\.\.\.\{ /.test(source) ? [`${file}: spreads`] : [])];
  });
  expect(faults).toEqual([]);
});
