import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventSchema } from "@dunmiao/domain/event";
import { accountNoun } from "@dunmiao/store/account";
import { auditExportNoun } from "@dunmiao/store/auditExport";
import { cohortNoun } from "@dunmiao/store/cohort";
import { concurrentPostNoun } from "@dunmiao/store/concurrentPost";
import { cosignerNoun } from "@dunmiao/store/cosigner";
import { loadDraft } from "@dunmiao/store/draft";
import { parseKeyRow } from "@dunmiao/store/engine/idempotency";
import { eventPrefix, partsOf, recordOf } from "@dunmiao/store/engine/keys";
import { openEvent, openRecord } from "@dunmiao/store/engine/storedText";
import { importNoun } from "@dunmiao/store/import";
import { listKept } from "@dunmiao/store/kept";
import { noticeNoun } from "@dunmiao/store/notice";
import { officerNoun } from "@dunmiao/store/officer";
import { pairNoun } from "@dunmiao/store/pair";
import { pairSchemeNoun } from "@dunmiao/store/pairSchemeRecord";
import { placeNoun } from "@dunmiao/store/place";
import { schemeNoun } from "@dunmiao/store/schemeRecord";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { revokedSchema, sessionSchema } from "@dunmiao/store/session";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import { unitNoun } from "@dunmiao/store/unit";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { holdClaims } from "../../operate/src/holdClaims.ts";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { changeEverything } from "./storedChanges.ts";
import { everyKind, kindsOfRow, type StoredRow } from "./storedKinds.ts";
import { openEverything } from "./storedPages.ts";
import { firstOfEachShape } from "./storedShapes.ts";
import { filesOf, openStored, rowsOf, type StoredWorld, storedReleases } from "./storedWorld.ts";

const nouns = {
  secondment: secondmentNoun,
  cohort: cohortNoun,
  unit: unitNoun,
  officer: officerNoun,
  notice: noticeNoun,
  import: importNoun,
  scheme: schemeNoun,
  "spot-check": spotCheckNoun,
  pair: pairNoun,
  "pair-scheme": pairSchemeNoun,
  place: placeNoun,
  post: concurrentPostNoun,
  account: accountNoun,
  cosigner: cosignerNoun,
  "audit-export": auditExportNoun,
};
const packageSchema = z.object({ version: z.string() });
const { version: release } = packageSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../../package.json"), "utf8")),
);

/** Reads a row as the product does where it is asked for by its key; what lists and pages read, they show. */
async function read({ store }: StoredWorld, row: StoredRow): Promise<void> {
  const { pk, sk } = row;
  const { record } = openRecord(row);
  const { event } = openEvent(row);
  const of = recordOf(pk);
  if (of && record) z.looseObject({ id: z.string() }).parse(nouns[of.kind].schema.parse(record));
  if (sk.startsWith(eventPrefix)) eventSchema.parse(event);
  if (of && sk.startsWith("DRAFT#"))
    expect(await loadDraft(store, { secondmentId: of.id, form: partsOf(sk)[1] ?? "" })).toBeDefined();
  if (pk.startsWith("KEY#")) parseKeyRow(row);
  if (pk.startsWith("SESSION#")) z.union([sessionSchema, revokedSchema]).parse(row);
  if (pk.startsWith("KEPT#") && row.actor) {
    const { actor } = sessionSchema.in.pick({ actor: true }).parse(row);
    const before = new Date((Number(row.expiresAt) - 1) * 1000);
    expect((await listKept(store, actor, before)).map(({ id }) => id)).toContain(row.id);
  }
}

test("every kind of row and event has rows that a release stored (stored/README.md says how they are written)", () => {
  const kept = storedReleases().flatMap((each) => filesOf(each).flatMap((file) => rowsOf(each, file)));
  const known = new Set(kept.flatMap(kindsOfRow));
  expect(everyKind.filter((each) => !known.has(each))).toEqual([]);
  expect([...known].filter((each) => !everyKind.includes(each))).toEqual([]);
});

test("the release that is being made has its rows", () => {
  expect(storedReleases()).toContain(release);
});

describe.each(storedReleases())("rows that release %s stored", (from) => {
  const seen = new Set<string>();
  const changedKinds = new Set<string>();

  test.each(filesOf(from))(
    "of %s are read and verified, shown and changed where no file before had their like",
    async (file) => {
      const rows = rowsOf(from, file);
      const world = await openStored(rows);
      for (const row of rows) await read(world, row);
      // What a first start on older data writes: claims of people put on file before there were any.
      await holdClaims(world.store);
      const { checked, faults } = await verifyTable(world.store);
      expect([checked, faults]).toEqual([world.records.length, []]);

      const fresh = firstOfEachShape(world.records, seen);
      const { shown, wrong } = await openEverything(world, fresh);
      expect(wrong).toEqual([]);
      expect(shown).toBeGreaterThan(fresh.length);

      const { changed, refused } = await changeEverything(world, fresh);
      expect(refused).toEqual([]);
      for (const kind of changed) changedKinds.add(kind);
      expect((await verifyTable(world.store)).faults).toEqual([]);
    },
  );

  test("were changed, of every kind that people change in any state", () => {
    expect([...changedKinds]).toEqual(expect.arrayContaining(["secondment", "cohort", "unit", "officer"]));
  });
});
