import { describe, expect, test } from "vitest";
import * as z from "zod";
import { checkScheme } from "../src/scheme/schemeCheck.ts";
import { changeDraft, publishDraft, startDraft } from "../src/scheme/schemeDraft.ts";
import { presetSchemes } from "../src/scheme.ts";
import { type SchemeRecord, schemeRecordSchema, schemeSettingsSchema } from "../src/schemeRecord.ts";
import { schemeSchema } from "../src/schemeSchema.ts";
import cases from "./cases/schemeCheck.json" with { type: "json" };
import { answerOf, must, person } from "./support/world.ts";

const newest = schemeSchema.parse(presetSchemes.find(({ id, version }) => id === "literal" && version === 2));
const hr = { actor: person("hr"), today: "2026-03-02" };
const hr2 = { actor: person("hr-2"), today: "2026-03-03" };
const approver = { actor: person("approver"), today: "2026-03-04" };

const caseSchema = z.strictObject({
  name: z.string(),
  settings: schemeSettingsSchema.default({}),
  /** The plan that is changed, or taken out (null). */
  plan: z.string().optional(),
  change: z.record(z.string(), z.unknown()).nullable().optional(),
  answer: z.string(),
  field: z.string().optional(),
});

describe("what a scheme may say", () => {
  test.each(z.array(caseSchema).parse(cases))("$name", ({ settings, plan, change, answer, field }) => {
    const checkpoints = newest.checkpoints.flatMap((each) =>
      each.key !== plan ? [each] : change === null ? [] : [{ ...each, ...change }],
    );
    const outcome = checkScheme(schemeSchema.parse({ ...newest, checkpoints, ...settings }));
    expect(answerOf(outcome)).toBe(answer);
    expect(outcome.ok ? undefined : outcome.refusals[0]?.field).toBe(field);
  });

  test("both newest presets keep these rules", () => {
    const versions2 = presetSchemes.filter(({ version }) => version === 2);
    expect(versions2.map((each) => checkScheme(each).ok)).toEqual([true, true]);
  });

  test("a setting that nobody knows is refused, not left out", () => {
    expect(schemeSettingsSchema.safeParse({ limitDays: 20 }).success).toBe(true);
    expect(schemeSettingsSchema.safeParse({ limitDays: 20, limitHours: 8 }).success).toBe(false);
    expect(schemeSettingsSchema.safeParse({ version: 7 }).success).toBe(false);
  });
});

describe("a draft", () => {
  const started = (): SchemeRecord => must(startDraft(newest, { limitDays: 20 }, hr)).after;

  test("is the version after the newest, and says what it changed", () => {
    const { after, event } = must(startDraft(newest, { limitDays: 20 }, hr));
    expect(after).toMatchObject({ id: "literal.3", status: "draft", revision: 1, basedOn: "literal@2" });
    expect(after.scheme).toEqual({ ...newest, version: 3, limitDays: 20 });
    expect(event).toEqual({
      type: "scheme.drafted",
      change: { basedOn: "literal@2", settings: { limitDays: 20 } },
    });
    expect(schemeRecordSchema.parse(after)).toEqual(after);
  });

  test("keeps the settings that a change does not name", () => {
    const input = { seen: 1, settings: { reviewWindowDays: 15 } };
    const { after, event } = must(changeDraft(started(), input, hr2));
    expect(after.scheme).toMatchObject({ limitDays: 20, reviewWindowDays: 15, version: 3 });
    expect(after).toMatchObject({ revision: 2, changedBy: { id: "hr-2" }, changedOn: "2026-03-03" });
    expect(event).toEqual({
      type: "scheme.changed",
      change: { revision: 2, settings: { reviewWindowDays: 15 } },
    });
  });

  test("changed on a page that is no longer true is refused: by whom, when", () => {
    const changed = must(changeDraft(started(), { seen: 1, settings: { limitDays: 18 } }, hr2)).after;
    const stale = changeDraft(changed, { seen: 1, settings: { limitDays: 16 } }, hr);
    expect(stale).toEqual({
      ok: false,
      refusals: [{ code: "changed-meanwhile", params: { by: "hr-2", on: "2026-03-03" } }],
    });
    expect(changeDraft(changed, { seen: 2, settings: { limitDays: 16 } }, hr).ok).toBe(true);
  });

  test("is checked when it is started and with every change", () => {
    expect(answerOf(startDraft(newest, { warnAtDays: [16] }, hr))).toBe("warn-level-over-limit");
    const lowered = { seen: 1, settings: { limitDays: 12 } };
    expect(answerOf(changeDraft(started(), lowered, hr))).toBe("warn-level-over-limit");
  });

  test.each([
    ["whoever changed it last", hr, 1, "same-person-decides"],
    ["another one of HR", hr2, 1, "accepted"],
    ["the approver", approver, 1, "accepted"],
    ["somebody who saw an older draft", approver, 0, "changed-meanwhile"],
  ])("published by %s", (_name, act, seen, answer) => {
    expect(answerOf(publishDraft(started(), { seen, reason: "党委会议定" }, act))).toBe(answer);
  });

  test("was started by one and changed by another: the first may publish", () => {
    const changed = must(changeDraft(started(), { seen: 1, settings: { limitDays: 18 } }, hr2)).after;
    expect(answerOf(publishDraft(changed, { seen: 2, reason: "核对无误" }, hr))).toBe("accepted");
    expect(answerOf(publishDraft(changed, { seen: 2, reason: "核对无误" }, hr2))).toBe("same-person-decides");
  });

  test("never changes once it is published, not even by publishing it again", () => {
    const published = must(publishDraft(started(), { seen: 1, reason: "党委会议定" }, approver)).after;
    expect(published).toMatchObject({ status: "published", publishedOn: "2026-03-04", reason: "党委会议定" });
    const again = { seen: 1, reason: "再次" };
    expect(answerOf(publishDraft(published, again, hr2))).toBe("scheme-published");
    expect(answerOf(changeDraft(published, { seen: 1, settings: { limitDays: 30 } }, hr2))).toBe(
      "scheme-published",
    );
  });
});
