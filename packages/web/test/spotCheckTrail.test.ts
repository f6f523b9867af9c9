import { eventSchema, eventText, recordText, verifyChain } from "@dunmiao/domain/event";
import { loadRecord } from "@dunmiao/store/engine/record";
import { spotCheckNoun } from "@dunmiao/store/spotCheck";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { placeIn } from "./cursors.ts";
import { populatedApp } from "./fixture.ts";
import { commit, reveal } from "./spotChecks.ts";

const pageSchema = z.object({ items: z.array(eventSchema), cursor: z.string().optional() });

describe("the trail of a spot check", async () => {
  const app = await populatedApp();
  const { inspector, hr, auditor } = app;
  const { id } = await commit(inspector, 1);
  const url = `/spot-checks/${id}`;
  const { picks } = await reveal(hr, id);
  const who = picks[0]?.secondmentId ?? "";
  await inspector.post(`${url}/results/${who}`, { outcome: "present", note: "<b>值班</b>" });
  await hr.post(`${url}/results/${who}/correct`, {
    outcome: "absent",
    class: "unexplained",
    from: "2026-03-02",
    to: "2026-03-02",
    reason: "核对监控",
  });

  test("is the whole chain as JSON, oldest first, for whoever sees the page and nobody else", async () => {
    const { items } = pageSchema.parse(await (await auditor.get(`${url}/events`)).json());
    expect(items.map(({ type, actor }) => [type, actor.id])).toEqual([
      ["spot-check.committed", "inspector-1"],
      ["spot-check.revealed", "hr-1"],
      ["spot-check.result-recorded", "inspector-1"],
      ["spot-check.result-corrected", "hr-1"],
    ]);
    const check = await loadRecord(app.store, spotCheckNoun, id);
    const stored = items.map((event) => ({ event, text: eventText(event) }));
    expect(check && verifyChain(stored, { ...check, text: recordText(check) })).toEqual([]);
    const actor = { id: "auditor-1", role: "auditor" } as const;
    const from = await placeIn(app.store, { actor, path: `${url}/events` }, "3");
    const after = pageSchema.parse(await (await auditor.get(from)).json());
    expect(after.items.map(({ version }) => version)).toEqual([4]);
    for (const role of ["branch", "station", "sending", "officer"] as const)
      expect((await app[role].get(`${url}/events`)).status).toBe(403);
    expect((await auditor.get("/spot-checks/none/events")).status).toBe(404);
  });

  test.each([
    [
      "zh-CN",
      ["封存抽查名单与种子", "公开随机种子并抽取", "登记抽查结果", "在岗 → 不在岗", "理由：核对监控"],
    ],
    ["en", ["List and seed sealed", "Seed revealed", "Result recorded", "Present → Absent", "核对监控"]],
  ] as const)(
    "stands on its page, newest first, and on a page of its own, in words: %s",
    async (language, words) => {
      const page = await (await auditor.page(url, { language })).text();
      const places = words.map((each) => page.lastIndexOf(each));
      expect(places.slice(0, 4)).toEqual(places.slice(0, 4).toSorted((one, other) => other - one));
      expect(page).toContain(`href="${url}/events"`);
      const whole = await (await auditor.page(`${url}/events`, { language })).text();
      for (const each of words) expect([page.includes(each), whole.includes(each)]).toEqual([true, true]);
      expect(whole).not.toContain("<b>值班</b>");
    },
  );

  test("says nothing of the seed before the reveal", async () => {
    const sealed = await commit(inspector, 1);
    const { items } = pageSchema.parse(await (await hr.get(`/spot-checks/${sealed.id}/events`)).json());
    expect(items.map(({ change }) => Object.keys(change).toSorted())).toEqual([
      ["cohortId", "listHash", "on", "seedHash", "size"],
    ]);
  });
});
