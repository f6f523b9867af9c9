import { listFlags } from "@dunmiao/store/engine/flag";
import { expect, test } from "vitest";
import { openWorld } from "./support/world.ts";

const asOf = "2026-03-02";

test("flags whatever an execution was about, with the message and never the trace", async () => {
  const world = await openWorld(asOf);
  const report = {
    errorType: "StoredRowError",
    errorMessage: "stored row does\n not parse",
    trace: ["at x"],
  };
  const failure = { Error: "StoredRowError", Cause: JSON.stringify(report) };
  for (const input of [{ kind: "secondment", id: "c1-1" }, { importId: "i1", chunk: 3 }, { noticeId: "n1" }])
    await world.tasks.flag({ ...input, asOf, failure });
  const flags = await listFlags(world.store);
  expect(flags.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual([
    "import i1",
    "notice n1",
    "secondment c1-1",
  ]);
  const flag = { code: "StoredRowError", detail: "stored row does not parse", since: world.deps.now() };
  for (const { summary } of flags) expect(summary).toEqual(flag);
});

test("keeps a cause that is no report, and one that is too long, short", async () => {
  const world = await openWorld(asOf);
  const input = { kind: "secondment", id: "c1-1", asOf };
  for (const Cause of ["x".repeat(10_000), "{not json", "", '"a string"', "null"])
    await world.tasks.flag({ ...input, failure: { Error: "E".repeat(500), Cause } });
  await world.tasks.flag({ ...input, failure: {} });
  expect(await listFlags(world.store)).toMatchObject([{ summary: { code: "Error", detail: "" } }]);
});
