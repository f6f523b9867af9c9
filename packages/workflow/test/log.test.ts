import { afterEach, expect, test, vi } from "vitest";
import { logger } from "../src/log.ts";
import { reportIn } from "./support/acts.ts";
import { addImport, personRow } from "./support/imports.ts";
import { addNotice, recount } from "./support/notices.ts";
import { progress } from "./support/progress.ts";
import { addPerson, officerOf, openWorld } from "./support/world.ts";

const start = "2026-03-02";
afterEach(() => {
  vi.restoreAllMocks();
});

test("every line is a code, a sentence and ids: no name, no record", async () => {
  const lines: unknown[][] = [];
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(logger, level).mockImplementation((...line) => void lines.push(line));
  const world = await openWorld(start, 2);
  const id = await addPerson(world, start);
  await progress(world, id, start);
  await reportIn(world, id);
  await addImport(world, "i1", [personRow(2)]);
  await world.tasks.importChunk({ importId: "i1", asOf: start });
  await world.tasks.finishImport({ importId: "i1", asOf: start });
  await addNotice(world, "n1");
  await recount(world, "n1", start);
  await world.tasks.flag({
    kind: "secondment",
    id,
    asOf: start,
    failure: { Error: "E", Cause: officerOf(1).name },
  });
  expect(lines.map(([, facts]) => (facts as { code: string }).code)).toEqual([
    "step.taken",
    "import.chunk",
    "import.finished",
    "recount.page",
    "recount.page",
    "workflow.flagged",
  ]);
  for (const [sentence, facts] of lines) {
    expect(sentence).toMatch(/^[A-Z][a-z ]+$/);
    for (const value of Object.values(facts as object)) expect(["string", "number"]).toContain(typeof value);
    expect(JSON.stringify(facts)).not.toContain(officerOf(1).name);
  }
});
