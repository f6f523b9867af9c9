import { describe, expect, test } from "vitest";
import { schemaVersion } from "../src/schemaVersion.ts";
import {
  laterSettings,
  schemaVersionOf,
  schemeDefaults,
  settingOf,
  settingsByDefault,
} from "../src/scheme/schemeDefaults.ts";
import { changeDraft, publishDraft, startDraft } from "../src/scheme/schemeDraft.ts";
import { presetSchemes } from "../src/scheme.ts";
import { schemeSchema } from "../src/schemeSchema.ts";
import { answerOf, must, person, wholeTimetable } from "./support/world.ts";

const {
  schemaVersion: _,
  findingBetweenRequests: __,
  findingDismissedBy: ___,
  groupHalfDays: ____,
  ...written
} = wholeTimetable;
/** As a version of the first schema was stored. */
const old = schemeSchema.parse(written);
const hr = { actor: person("hr"), today: "2026-03-02" };
const approver = { actor: person("approver"), today: "2026-03-03" };

describe("what a scheme version means where it does not state a setting", () => {
  test("every setting that a version may leave out has its place in the table, and nothing else", () => {
    const mayBeLeftOut = Object.entries(schemeSchema.shape)
      .filter(([name, schema]) => name !== "schemaVersion" && schema.safeParse(undefined).success)
      .map(([name]) => name);
    expect(mayBeLeftOut.toSorted()).toEqual([...laterSettings].toSorted());
  });

  test("every schema before today's has a default for every later setting that it did not know", () => {
    const older = Array.from({ length: schemaVersion - 1 }, (___, index) => index + 1);
    expect([...schemeDefaults.keys()]).toEqual(older);
    expect(Object.keys(schemeDefaults.get(1) ?? {}).toSorted()).toEqual([...laterSettings].toSorted());
  });

  test("a row of the first schema parses as it was written, and holds by the table", () => {
    expect(old).toEqual(written);
    expect(schemaVersionOf(old)).toBe(1);
    expect(settingsByDefault(old)).toEqual([...laterSettings]);
    expect(laterSettings.map((each) => settingOf(old, each))).toEqual([
      "joins",
      "not-below-recorder",
      "working",
    ]);
  });

  test("what a row of the first schema states holds as it says", () => {
    const stated = { ...old, groupHalfDays: "off" } as const;
    expect(settingOf(stated, "groupHalfDays")).toBe("off");
    expect(settingsByDefault(stated)).toEqual(["findingBetweenRequests", "findingDismissedBy"]);
  });

  test("a row of today's schema that does not state it is damaged, not taken for something", () => {
    expect(() => settingOf({ schemaVersion }, "groupHalfDays")).toThrow("no default for groupHalfDays");
  });

  test("what a later release wrote is not read as if it were today's", () => {
    expect(schemeSchema.safeParse({ ...wholeTimetable, schemaVersion: schemaVersion + 1 }).success).toBe(
      false,
    );
  });

  test("the newest preset of each scheme states everything", () => {
    const newest = presetSchemes.filter(({ id, version }) =>
      presetSchemes.every((each) => each.id !== id || each.version <= version),
    );
    expect(newest.map(settingsByDefault)).toEqual(newest.map(() => []));
    expect(newest.map(schemaVersionOf)).toEqual(newest.map(() => schemaVersion));
  });
});

describe("a draft states what the version before it did not", () => {
  test("from the start, and the trail says what was put in writing", () => {
    const { after, event } = must(startDraft(old, { limitDays: 20 }, hr));
    expect(settingsByDefault(after.scheme)).toEqual([]);
    expect(after.scheme).toMatchObject({ schemaVersion, groupHalfDays: "working", limitDays: 20 });
    expect(event.change).toEqual({
      basedOn: "literal@2",
      settings: {
        limitDays: 20,
        findingBetweenRequests: "joins",
        findingDismissedBy: "not-below-recorder",
        groupHalfDays: "working",
      },
    });
  });

  test("one that an older release drafted is published only after it was saved under today's schema", () => {
    const { after } = must(startDraft(old, {}, hr));
    const drafted = { ...after, scheme: { ...old, version: 3 } };
    const reason = { seen: 1, reason: "议定" };
    expect(answerOf(publishDraft(drafted, reason, approver))).toBe("setting-not-stated");
    const saved = must(changeDraft(drafted, { seen: 1, settings: {} }, hr)).after;
    const published = must(publishDraft(saved, { ...reason, seen: 2 }, approver)).after;
    expect(settingsByDefault(published.scheme)).toEqual([]);
  });
});
