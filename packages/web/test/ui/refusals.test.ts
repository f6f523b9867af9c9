import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { refusals } from "../../src/ui/text/zhCN/refusals.ts";

/** One code is one sentence: two catalogues with the same code would hide one of them behind the other. */
test("no refusal has its sentence in two catalogues", async () => {
  const folder = new URL("../../src/ui/text/zhCN/", import.meta.url);
  const names = readdirSync(folder).filter((each) => each !== "refusals.ts");
  const modules = await Promise.all(names.map((name) => import(new URL(name, folder).href)));
  const catalogues = modules.flatMap((module) =>
    Object.entries(z.record(z.string(), z.unknown()).parse({ ...module }))
      .filter(([name]) => name.endsWith("Refusals"))
      .map(([, catalogue]) => Object.keys(z.record(z.string(), z.unknown()).parse(catalogue))),
  );
  const codes = catalogues.flat();
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !(code in refusals))).toEqual([]);
  expect(codes.length).toBeGreaterThan(100);
});
