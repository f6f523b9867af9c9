import { createHash } from "node:crypto";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { seedKey } from "@dunmiao/store/engine/keys";
import { loadRecord } from "@dunmiao/store/engine/record";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { verifyRecord } from "@dunmiao/store/verify/verify";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { bodyOf, problemOf } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { checkSchema, commit, reveal } from "./spotChecks.ts";

const today = "2026-03-02";
const cohort = "batch-1";
async function seedOf({ store }: PopulatedApp, id: string): Promise<string> {
  const { Item } = await store.documents.send(
    new GetCommand({ TableName: store.tableName, Key: seedKey(id) }),
  );
  return z.object({ seed: z.string() }).parse(Item).seed;
}

describe("a draw", async () => {
  const app = await populatedApp();
  const { inspector, auditor, hr } = app;

  test("is committed with list and hashes; nothing that anybody can open shows the seed before the reveal", async () => {
    const { id, ...check } = await commit(inspector, 3);
    expect(check.candidates.map(([each]) => each)).toEqual(
      (["100001", "100002", "100003", "200004"] as const).map(idOf),
    );
    const seed = await seedOf(app, id);
    expect(createHash("sha256").update(seed).digest("hex")).toBe(check.seedHash);
    for (const url of [`/spot-checks/${id}`, "/spot-checks"])
      for (const client of [inspector, auditor])
        for (const answer of [await client.get(url), await client.page(url)])
          expect([answer.status, (await answer.text()).includes(seed)]).toEqual([200, false]);
  });

  test("is revealed, and redone by whoever has its JSON; the auditor reads it and changes nothing", async () => {
    const { id, size, caps } = await commit(inspector, 3);
    const seed = await seedOf(app, id);
    expect((await auditor.post(`/spot-checks/${id}/reveal`, {})).status).toBe(403);
    await reveal(hr, id);
    const check = checkSchema.parse(await (await auditor.get(`/spot-checks/${id}`)).json());
    expect(check).toMatchObject({ state: "revealed", revealed: { seed }, faults: [] });
    const place = (each: string) => createHash("sha256").update(`${seed}|${each}`).digest("hex");
    const had = new Map<string, number>();
    for (const [station, day] of [...check.assessmentsDue, ...(check.revealed?.checksDrawn ?? [])])
      had.set(station, (had.get(station) ?? 0) + day);
    const again: string[] = [];
    for (const [each, station] of check.candidates.toSorted((a, b) => (place(a[0]) < place(b[0]) ? -1 : 1))) {
      if (again.length === size || (had.get(station) ?? 0) >= caps.perStationDay) continue;
      had.set(station, (had.get(station) ?? 0) + 1);
      again.push(each);
    }
    expect(check.picks.map(({ secondmentId }) => secondmentId)).toEqual(again);
    // Two of the four serve at one station, whose cap is one a day.
    expect(new Set(check.picks.map(({ station }) => station)).size).toBe(check.picks.length);
    expect(await verifyRecord(app.store, { kind: "spot-check", id })).toEqual([]);
  });

  test("a second draw on that day finds every station at its cap", async () => {
    const { id } = await commit(hr, 2);
    const check = await reveal(hr, id);
    expect(check).toMatchObject({ state: "finished", picks: [], faults: [] });
    expect(check.skipped.map(({ cap }) => cap)).toEqual(["day", "day", "day", "day"]);
  });

  test.each([
    [{ cohort, on: "2026-03-01", size: 1 }, "/on", "day-is-over"],
    [{ cohort, on: "2026-02-31", size: 1 }, "/on", "invalid-date"],
    [{ cohort, on: "2026-09-01", size: 1 }, "/on", "nobody-serves-then"],
    [{ cohort, on: today, size: 5 }, "/size", "more-than-serve"],
    [{ cohort, on: today, size: 0 }, "/size", "too-small"],
    [{ cohort, on: today }, "/size", "required"],
    [{ cohort: "none", on: today, size: 1 }, "/cohort", "unknown-cohort"],
  ])("%j is refused at its field", async (body, pointer, code) => {
    const problem = await problemOf(await hr.post("/spot-checks", body));
    expect(problem.httpStatus).toBe(422);
    expect(problem.errors[0]).toMatchObject({ pointer, code });
    const form = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]));
    const page = await hr.submit("/spot-checks", form);
    expect(page.status).toBe(422);
    expect(await page.text()).toContain("govuk-error-summary");
  });

  test("is not revealed before its day", async () => {
    const { id } = await commit(inspector, 1, "2026-03-03");
    const problem = await problemOf(await inspector.post(`/spot-checks/${id}/reveal`, {}));
    expect([problem.httpStatus, problem.code]).toEqual([409, "not-yet"]);
  });

  test.each(["branch", "station", "sending", "officer"] as const)("a %s sees none of it", async (role) => {
    expect((await app[role].get("/spot-checks")).status).toBe(403);
  });
});

describe("a check that must not take place", async () => {
  const app = await populatedApp();
  const { hr, inspector, auditor } = app;
  const reason = "当日全局备勤，改期抽查";

  test("is cancelled with a reason before its reveal, stays in the list and counts in no cap", async () => {
    const { id } = await commit(inspector, 3);
    const url = `/spot-checks/${id}`;
    expect((await auditor.post(`${url}/cancel`, { reason })).status).toBe(403);
    const without = await problemOf(await hr.post(`${url}/cancel`, { reason: " " }));
    expect(without.errors).toMatchObject([{ pointer: "/reason" }]);
    for (const key of ["x-1", "x-1"])
      expect((await hr.post(`${url}/cancel`, { reason }, { key })).status).toBe(200);
    const seed = await seedOf(app, id);
    for (const address of [url, "/spot-checks", `${url}/events`])
      for (const answer of [await auditor.get(address), await auditor.page(address)]) {
        const shown = await answer.text();
        expect([shown.includes(reason), shown.includes(seed)]).toEqual([true, false]);
      }
    for (const path of ["reveal", "cancel"]) {
      const again = await problemOf(await hr.post(`${url}/${path}`, { reason }));
      expect([again.httpStatus, again.code]).toEqual([409, "spot-check-cancelled"]);
    }
    expect(await verifyRecord(app.store, { kind: "spot-check", id })).toEqual([]);
    // The cap of each station is one a day: three are drawn only if the cancelled check took none.
    const next = await commit(inspector, 3);
    expect((await reveal(inspector, next.id)).picks).toHaveLength(3);
    const late = await problemOf(await hr.post(`/spot-checks/${next.id}/cancel`, { reason }));
    expect([late.httpStatus, late.code]).toEqual([409, "already-revealed"]);
  });

  test("of a reveal and a cancellation at the same time one takes place", async () => {
    const { id } = await commit(inspector, 1);
    const [revealed, cancelled] = await Promise.all([
      inspector.post(`/spot-checks/${id}/reveal`, {}),
      hr.post(`/spot-checks/${id}/cancel`, { reason }),
    ]);
    expect([revealed, cancelled].filter(({ ok }) => ok)).toHaveLength(1);
  });

  test.each(["zh-CN", "en"] as const)(
    "is cancelled by a form without JavaScript, in %s",
    async (language) => {
      const sent = { language };
      const { id } = await commit(inspector, 1, "2026-03-09");
      const url = `/spot-checks/${id}`;
      const page = await (await inspector.page(url, sent)).text();
      expect([page.includes(`${url}/cancel`), page.includes(`${url}/reveal`)]).toEqual([true, false]);
      expect((await inspector.page(`${url}/cancel`, sent)).status).toBe(200);
      const refused = await inspector.submit(`${url}/cancel`, { reason: "" }, sent);
      expect([refused.status, (await refused.text()).includes('id="reason-error"')]).toEqual([422, true]);
      expect((await inspector.submit(`${url}/cancel`, { reason }, sent)).status).toBe(303);
      expect((await inspector.page(`${url}/cancel`, sent)).status).toBe(409);
    },
  );
});

describe("draws at the same time", async () => {
  const app = await populatedApp();

  test("count each other: together they stay within the cap of the day", async () => {
    const checks = await Promise.all([1, 2, 3, 4].map(() => commit(app.hr, 2)));
    const revealed = await Promise.all(checks.map(({ id }) => reveal(app.hr, id)));
    const stations = revealed.flatMap(({ picks }) => picks.map(({ station }) => station));
    expect(stations.toSorted()).toEqual(["42010201", "42010202", "42010301"]);
    expect(revealed.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

describe("the same thing sent at the same time", async () => {
  const app = await populatedApp();
  const { hr, inspector } = app;

  test("commits one check under one key, and another body under it is refused", async () => {
    const send = (size: number) => hr.post("/spot-checks", { cohort, on: today, size }, { key: "k-1" });
    const answers = await Promise.all([send(1), send(1), send(1)]);
    const ids = await Promise.all(answers.map(async (each) => checkSchema.parse(await each.json()).id));
    expect(new Set(ids).size).toBe(1);
    expect((await problemOf(await send(2))).code).toBe("idempotency-key-reused");
  });

  test("records one result and one finding for each pick, however often and whoever else writes", async () => {
    const { id } = await commit(hr, 3);
    const { picks } = await reveal(hr, id);
    const found = { outcome: "absent", class: "unexplained", from: today, to: today };
    const leave = { class: "personal", from: "2026-04-07", to: "2026-04-07" };
    const sent = picks.flatMap(({ secondmentId }) => [
      hr.post(`/spot-checks/${id}/results/${secondmentId}`, found),
      inspector.post(`/spot-checks/${id}/results/${secondmentId}`, found),
      hr.post(`/secondments/${secondmentId}/absences`, leave),
    ]);
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([
      200, 200, 200, 201, 201, 201, 409, 409, 409,
    ]);
    const check = checkSchema.parse(await (await hr.get(`/spot-checks/${id}`)).json());
    expect(check.state).toBe("finished");
    for (const { secondmentId, result } of check.picks) {
      const record = await loadRecord(app.store, secondmentNoun, secondmentId);
      const findings = record?.absences.filter(({ kind }) => kind === "finding") ?? [];
      expect(findings).toMatchObject([{ id: result?.absenceId, foundBy: id }]);
      expect(await verifyRecord(app.store, { kind: "secondment", id: secondmentId })).toEqual([]);
    }
  });
});

describe("results", async () => {
  const app = await populatedApp();
  const { inspector, branch, hr } = app;
  await approved(app, idOf("100002"), { class: "annual", from: today, to: "2026-03-03" });
  const { id } = await commit(inspector, 3);
  const post = (who: string, body: object) =>
    inspector.post(`/spot-checks/${id}/results/${who}`, { ...body });

  test("wait for the reveal", async () => {
    const problem = await problemOf(await post(idOf("100001"), { outcome: "present" }));
    expect([problem.httpStatus, problem.code]).toEqual([409, "not-revealed"]);
  });

  test("an absent one becomes a finding with the result, and counts when another person confirms it", async () => {
    await reveal(inspector, id);
    const who = idOf("100001");
    const late = { outcome: "absent", class: "unexplained", from: "2026-03-03", to: "2026-03-03" };
    const missed = await problemOf(await post(who, late));
    expect(missed.errors).toMatchObject([{ pointer: "/from", code: "finding-misses-the-day" }]);
    const answer = await post(who, { outcome: "absent", class: "unexplained", from: today, to: today });
    const check = checkSchema.parse(await answer.json());
    const result = check.picks.find(({ secondmentId }) => secondmentId === who)?.result;
    expect(result).toMatchObject({ outcome: "absent", absenceId: "a1" });
    const record = await loadRecord(app.store, secondmentNoun, who);
    expect(record?.absences).toMatchObject([{ state: "recorded", class: "unexplained", foundBy: id }]);
    const { items: told } = await bodyOf<{ items: object[] }>(app.officer.get("/notifications"));
    const found = { by: "inspector", absence: { id: "a1" } };
    expect(told[0]).toMatchObject({ code: "finding.recorded", decision: found });
    const own = await problemOf(await inspector.post(`/secondments/${who}/absences/a1/confirm`, {}));
    expect(own.httpStatus).toBe(403);
    expect(
      (await app.officer.post(`/secondments/${who}/absences/a1/contest`, { reason: "在外出警" })).status,
    ).toBe(200);
    expect((await branch.post(`/secondments/${who}/absences/a1/confirm`, { reason: "已核实" })).status).toBe(
      200,
    );
    for (const kind of ["secondment", "spot-check"] as const)
      expect(await verifyRecord(app.store, { kind, id: kind === "secondment" ? who : id })).toEqual([]);
    const again = await problemOf(await post(who, { outcome: "present" }));
    expect([again.httpStatus, again.code]).toEqual([409, "result-recorded"]);
  });

  test("leave must stand in the ledger; the last result finishes the check", async () => {
    const others = checkSchema
      .parse(await (await hr.get(`/spot-checks/${id}`)).json())
      .picks.filter(({ result }) => !result);
    const [away, there] = [
      idOf("100002"),
      others.find(({ secondmentId }) => secondmentId !== idOf("100002")),
    ];
    expect(others).toHaveLength(2);
    const none = await problemOf(await post(there?.secondmentId ?? "", { outcome: "on-leave" }));
    expect(none.errors).toMatchObject([{ pointer: "/outcome", code: "no-leave-that-day" }]);
    expect((await post(away, { outcome: "on-leave" })).status).toBe(200);
    const last = await post(there?.secondmentId ?? "", { outcome: "present", note: "正在接处警" });
    expect(checkSchema.parse(await last.json()).state).toBe("finished");
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string(), absent: z.number(), results: z.number() })) })
      .parse(await (await hr.get("/spot-checks")).json());
    expect(items).toEqual([expect.objectContaining({ id, results: 3, absent: 1 })]);
  });
});

describe("pages", async () => {
  const app = await populatedApp();
  const { inspector } = app;

  test.each(["zh-CN", "en"] as const)(
    "from the form to the result without JavaScript, in %s",
    async (language) => {
      const sent = { language };
      const list = await (await inspector.page("/spot-checks", sent)).text();
      expect(list).toContain('href="/spot-checks/new"');
      const on = language === "en" ? today : "2026-03-02";
      const made = await inspector.submit("/spot-checks", { cohort, on, size: "1" }, sent);
      const url = made.headers.get("Location") ?? "";
      expect([made.status, url.startsWith("/spot-checks/20260302-")]).toEqual([303, true]);
      expect(await (await inspector.page(url, sent)).text()).toContain(`action="${url}/reveal"`);
      expect(
        (await inspector.submit(`${url}/reveal`, { idempotencyKey: `r-${language}` }, sent)).status,
      ).toBe(303);
      const page = await (await inspector.page(url, sent)).text();
      const [, form = ""] = /href="([^"]*\/results\/[^"]*)"/.exec(page) ?? [];
      const result = await (await inspector.page(form, sent)).text();
      expect(result).toContain(`name="from" type="text" value="${today}"`);
      const refused = await inspector.submit(form, { outcome: "absent", from: today, to: today }, sent);
      expect(refused.status).toBe(422);
      const shown = await refused.text();
      expect(shown).toContain('id="class-error"');
      expect(shown).toMatch(/value="absent"[^>]*checked|checked[^>]*value="absent"/);
      const good = { outcome: "absent", class: "unexplained", from: today, to: today };
      const recorded = await inspector.submit(form, good, sent);
      expect(recorded.status).toBe(303);
      expect(await (await inspector.page(url, sent)).text()).toContain("/absences/a1");
      expect((await inspector.page(form, sent)).status).toBe(409);
    },
  );
});
