import { loadRecord } from "@dunmiao/store/engine/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { problemOf } from "./app.ts";
import { approved, idOf, populatedApp } from "./fixture.ts";
import { checkSchema, commit, reveal } from "./spotChecks.ts";

const today = "2026-03-02";
const reason = "核对值班登记，当日未到岗";
const absent = { outcome: "absent", class: "unexplained", from: today, to: today, reason };

describe("a result that was wrong", async () => {
  const app = await populatedApp();
  const { inspector, hr } = app;
  const { id } = await commit(inspector, 3);
  await reveal(inspector, id);
  const [who, away] = [idOf("100001"), idOf("100002")];
  const url = (whose: string) => `/spot-checks/${id}/results/${whose}`;
  const pickOf = async (whose: string) => {
    const { picks } = checkSchema.parse(await (await hr.get(`/spot-checks/${id}`)).json());
    return picks.find(({ secondmentId }) => secondmentId === whose);
  };

  test("is not corrected before it is there, nor by somebody who records none", async () => {
    const early = await problemOf(await hr.post(`${url(who)}/correct`, absent));
    expect([early.httpStatus, early.code]).toEqual([409, "no-result-yet"]);
    for (const role of ["auditor", "approver", "branch", "officer"] as const)
      expect((await app[role].post(`${url(who)}/correct`, absent)).status).toBe(403);
  });

  test("takes a reason, and for absent the facts of the finding", async () => {
    await inspector.post(url(who), { outcome: "present" });
    const without = await problemOf(await hr.post(`${url(who)}/correct`, { ...absent, reason: undefined }));
    expect(without.errors).toMatchObject([{ pointer: "/reason", code: "required" }]);
    const late = { ...absent, from: "2026-03-03", to: "2026-03-03" };
    const missed = await problemOf(await hr.post(`${url(who)}/correct`, late));
    expect(missed.errors).toMatchObject([{ pointer: "/from", code: "finding-misses-the-day" }]);
    expect((await loadRecord(app.store, secondmentNoun, who))?.absences).toEqual([]);
    const unfounded = await problemOf(await hr.post(`${url(who)}/correct`, { outcome: "on-leave", reason }));
    expect(unfounded.errors).toMatchObject([{ pointer: "/outcome", code: "no-leave-that-day" }]);
  });

  test("from present to absent writes the finding with it, once, whoever else corrects", async () => {
    const sent = [hr, inspector, hr].map((each) => each.post(`${url(who)}/correct`, absent));
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 409, 409]);
    expect(await pickOf(who)).toMatchObject({
      result: { outcome: "present", corrections: [{ outcome: "absent", absenceId: "a1" }] },
    });
    const record = await loadRecord(app.store, secondmentNoun, who);
    expect(record?.absences).toMatchObject([{ kind: "finding", state: "recorded", foundBy: id }]);
    for (const kind of ["secondment", "spot-check"] as const)
      expect(await verifyRecord(app.store, { kind, id: kind === "secondment" ? who : id })).toEqual([]);
    const back = await problemOf(await hr.post(`${url(who)}/correct`, { outcome: "present", reason }));
    expect([back.httpStatus, back.code]).toEqual([409, "absent-is-a-finding"]);
    const { items } = z
      .object({ items: z.array(z.object({ absent: z.number(), results: z.number() })) })
      .parse(await (await hr.get("/spot-checks")).json());
    expect(items).toMatchObject([{ results: 1, absent: 1 }]);
  });

  test("from present to leave that was approved afterwards; a repeat changes nothing more", async () => {
    await inspector.post(url(away), { outcome: "present" });
    await approved(app, away, { class: "annual", from: today, to: today });
    const onLeave = { outcome: "on-leave", reason, seen: 0 };
    for (const key of ["c-1", "c-1"])
      expect((await hr.post(`${url(away)}/correct`, onLeave, { key })).status).toBe(200);
    const seen = await problemOf(await hr.post(`${url(away)}/correct`, { ...absent, seen: 0 }));
    expect([seen.httpStatus, seen.code]).toEqual([409, "changed-meanwhile"]);
    expect((await pickOf(away))?.result?.corrections).toHaveLength(1);
  });
});

describe("the page", async () => {
  const app = await populatedApp();
  const { inspector } = app;
  const { id } = await commit(inspector, 1);
  const { picks } = await reveal(inspector, id);
  const url = `/spot-checks/${id}/results/${picks[0]?.secondmentId}`;
  await inspector.post(url, { outcome: "present", note: "正在接处警" });

  test("offers the outcomes that do not stand, keeps what was typed, and shows both results after it", async () => {
    expect(await (await inspector.page(`/spot-checks/${id}`)).text()).toContain(`href="${url}/correct"`);
    const form = await (await inspector.page(`${url}/correct`)).text();
    expect(form).toContain("正在接处警");
    expect([form.includes('value="present"'), form.includes('value="absent"')]).toEqual([false, true]);
    const refused = await inspector.submit(`${url}/correct`, { outcome: "absent", reason, seen: "0" });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(reason);
    const said = { ...absent, seen: "0" };
    expect((await inspector.submit(`${url}/correct`, said)).status).toBe(303);
    for (const [language, words] of [
      ["zh-CN", "更正为“不在岗”"],
      ["en", "Corrected to “Absent”"],
    ] as const) {
      const page = await (await inspector.page(`/spot-checks/${id}`, { language })).text();
      for (const each of ["正在接处警", words, reason, "/absences/a1"]) expect(page).toContain(each);
      expect(page).not.toContain(`${url}/correct`);
    }
    expect((await inspector.page(`${url}/correct`)).status).toBe(409);
  });
});
