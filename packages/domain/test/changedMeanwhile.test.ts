import { expect, test } from "vitest";
import { staleRevision } from "../src/changedMeanwhile.ts";

const host = { id: "station-1", role: "station", name: "王五", unitName: "一元派出所" } as const;
const on = "2026-03-02";

test.each([
  ["no revision is what stands", undefined, undefined],
  ["the revision that stands", 2, undefined],
  ["the one before", 1, { by: "station-1", byName: "一元派出所 王五", on }],
  ["one that never was", 3, { by: "station-1", byName: "一元派出所 王五", on }],
])("%s", (_, seen, params) => {
  const refused = staleRevision(seen, 2, { by: host, on });
  expect(refused?.refusals).toEqual(params && [{ code: "changed-meanwhile", params }]);
});

test.each([
  ["a notice, which is no person", { by: "cn-2026", on }, { by: "cn-2026", on }],
  [
    "an account of before names were kept",
    { by: { id: "hr-1", role: "hr" as const }, on },
    { by: "hr-1", on },
  ],
  ["nobody who is known", undefined, { by: "", on: "" }],
])("changed by %s", (_, last, params) => {
  expect(staleRevision(0, 1, last)?.refusals).toEqual([{ code: "changed-meanwhile", params }]);
});
