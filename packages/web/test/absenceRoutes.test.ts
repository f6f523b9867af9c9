import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { type Client, problemOf } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record, standing } from "./fixture.ts";

const first = idOf("100001");
const second = idOf("100002");
const url = `/secondments/${first}/absences`;
const answerSchema = z.object({
  version: z.number(),
  location: z.string(),
  absence: z.object({ id: z.string(), state: z.string(), revision: z.number() }),
  count: z.object({ countedDays: z.number(), pendingDays: z.number() }),
});

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

async function did(client: Client, path: string, body: Record<string, unknown>) {
  const answer = await client.post(path, body);
  expect([path, answer.status]).toEqual([path, 200]);
  return answerSchema.parse(await answer.json());
}

async function refusal(client: Client, path: string, body: Record<string, unknown>) {
  const { httpStatus, code } = await problemOf(await client.post(path, body));
  return `${httpStatus} ${code}`;
}

describe("what is wrong is said by field, and nothing is stored", () => {
  const good = { class: "sick", from: "2026-03-09", to: "2026-03-10" };
  const evidence = { number: "1", title: "t", date: "2026-03-09" };
  test.each([
    ["a day that does not exist", { ...good, from: "2026-02-31" }, "/from", "invalid-date"],
    ["the first day after the last", { ...good, to: "2026-03-08" }, "/to", "from-after-to"],
    ["wholly before the term", { ...good, from: "2025-01-06", to: "2025-01-07" }, "/from", "outside-term"],
    ["wholly after the term", { ...good, from: "2026-09-01", to: "2026-09-02" }, "/from", "outside-term"],
    [
      "one day from noon to noon",
      { ...good, to: "2026-03-09", fromHalf: "pm", toHalf: "am" },
      "/toHalf",
      "empty-range",
    ],
    ["a half day that starts in the morning", { ...good, fromHalf: "am" }, "/fromHalf", "invalid-value"],
    ["a note of 2 MB", { ...good, note: "x".repeat(2_000_000) }, "/note", "too-long"],
    ["an unknown class", { ...good, class: "holiday" }, "/class", "invalid-value"],
    ["no class", { from: good.from, to: good.to }, "/class", "required"],
    ["a number as a date", { ...good, from: 20260309 }, "/from", "invalid-value"],
    [
      "training that nobody ordered",
      { ...good, class: "ordered-training" },
      "/orderedBy",
      "ordered-by-required",
    ],
    [
      "sick leave ordered by the sending unit",
      { ...good, orderedBy: "sending" },
      "/class",
      "ordered-by-sending-is-recall",
    ],
    ["more than two years", { ...good, to: "2028-03-10" }, "/to", "range-too-long"],
    [
      "evidence without a title",
      { ...good, evidence: { ...evidence, title: "" } },
      "/evidence/title",
      "required",
    ],
    [
      "evidence of a day that does not exist",
      { ...good, evidence: { ...evidence, date: "2026-13-01" } },
      "/evidence/date",
      "invalid-date",
    ],
    ["evidence that is a text", { ...good, evidence: "document 7" }, "/evidence", "invalid-value"],
  ])("%s", async (_, body, pointer, code) => {
    const before = await standing(app.hr, first);
    for (const path of [url, `${url}/preview`]) {
      const problem = await problemOf(await app.hr.post(path, body));
      expect(problem).toMatchObject({ httpStatus: 422, code, errors: [{ pointer, code }] });
      expect(problem.errors[0]?.message).not.toBe("");
    }
    expect(await standing(app.hr, first)).toEqual(before);
  });

  test("a body that is no JSON object, or larger than a form may be", async () => {
    const before = await standing(app.hr, first);
    for (const [body, status] of [
      ["{", 400],
      ["[]", 400],
      ["null", 400],
      ['"x"', 400],
    ] as const)
      expect([body, (await sendRaw(body)).status]).toEqual([body, status]);
    expect((await sendRaw(`{"note":"${"x".repeat(6_000_000)}"}`)).status).toBe(413);
    expect(await standing(app.hr, first)).toEqual(before);
  });

  /** The same session as `hr`, a body as it stands. */
  async function sendRaw(body: string): Promise<Response> {
    return app.hr.raw(url, "application/json", body);
  }

  test("unknown records and absences are 404", async () => {
    expect(await refusal(app.hr, "/secondments/nobody/absences", good)).toBe("404 not-found");
    expect(await refusal(app.hr, "/secondments/nobody/absences/preview", good)).toBe("404 not-found");
    expect(await refusal(app.approver, `${url}/a99/approve`, {})).toBe("404 unknown-absence");
    expect(await refusal(app.otherStation, url, good)).toBe("404 not-found");
    expect((await app.hr.get(`${url}/a99`)).status).toBe(404);
    expect((await app.hr.page(`${url}/a99`)).status).toBe(404);
  });

  test("an end of the term may be crossed: the days outside are listed", async () => {
    const preview = await app.hr.post(`${url}/preview`, { ...good, from: "2026-08-24", to: "2026-08-28" });
    expect(await preview.json()).toMatchObject({ workingDays: 5, countsDays: 2, outsideDays: 3 });
  });
});

describe("the preview", () => {
  const longLeave = { class: "sick", from: "2026-02-14", to: "2026-03-08" };
  test("says in both languages what the leave means, and stores nothing", async () => {
    await approved(app, second, { class: "personal", from: "2025-11-03", to: "2025-11-06", toHalf: "am" });
    const before = await standing(app.hr, second);
    const path = `/secondments/${second}/absences/preview`;
    const sentence = async (language: "zh-CN" | "en", facts: Record<string, unknown>) =>
      z.object({ sentence: z.string() }).parse(await (await app.hr.post(path, facts, { language })).json())
        .sentence;
    expect(await sentence("en", longLeave)).toBe(
      "Counts 11 working days; 14.5 of 15 used after this; 9 days were the Spring Festival; make-up working day: 2026-02-14, 2026-02-28; decided by: Bureau.",
    );
    expect(await sentence("zh-CN", longLeave)).toBe(
      "计入 11 个工作日；通过后累计 14.5 / 15 天；其中 9 天为春节假期；2026-02-14, 2026-02-28 为调休上班日，计工作日；由市局审批。",
    );
    expect(await sentence("en", { ...longLeave, to: "2026-03-10" })).toContain(
      "16.5 of 15 used after this, 1.5 over the limit",
    );
    expect(await sentence("en", { ...longLeave, class: "unexplained" })).toContain(
      "counts once a second person confirms it",
    );
    expect(await sentence("en", { ...longLeave, class: "ordered-duty", orderedBy: "host" })).toMatch(
      /^Counts no working days; Ordered duty does not count under Literal: every absence counts except ordered ones \(version 2\); 3\.5 of 15/,
    );
    expect(await sentence("en", { class: "sick", from: "2025-11-05", to: "2025-11-06" })).toContain(
      "overlaps No. 1",
    );
    expect(await standing(app.hr, second)).toEqual(before);
  });

  test("tells pending days apart and warns when all of it together goes over", async () => {
    const third = idOf("100003");
    await record(app.hr, third, { class: "sick", from: "2026-03-09", to: "2026-03-20" });
    const answer = await app.hr.post(`/secondments/${third}/absences/preview`, longLeave, { language: "en" });
    expect(await answer.json()).toMatchObject({
      verdict: "within",
      verdictWithPending: "exceeded",
      sentence: expect.stringContaining(
        "21 of 15 with everything else that is pending, which would be over the limit",
      ),
    });
  });
});

describe("requests and findings", () => {
  test("a request counts once the rung that its length needs approves it; the answer carries the count", async () => {
    const answer = await app.officer.post(url, { class: "annual", from: "2026-03-09", to: "2026-03-13" });
    expect(answer.status).toBe(201);
    const { absence, count, location } = answerSchema.parse(await answer.json());
    expect([absence.state, count.countedDays, count.pendingDays]).toEqual(["requested", 0, 5]);
    expect(answer.headers.get("Location")).toBe(location);
    const path = `${url}/${absence.id}`;
    expect(await refusal(app.station, `${path}/approve`, {})).toBe("403 needs-higher-rung");
    expect(await refusal(app.officer, `${path}/approve`, {})).toBe("403 forbidden");
    expect(await refusal(app.hr, `${path}/approve`, {})).toBe("403 needs-higher-rung");
    const approvedNow = await did(app.branch, `${path}/approve`, { seen: absence.revision });
    expect([approvedNow.absence.state, approvedNow.count]).toMatchObject([
      "approved",
      { countedDays: 5, pendingDays: 0 },
    ]);
    expect(await refusal(app.branch, `${path}/approve`, {})).toBe("409 not-waiting-for-approval");
  });

  test("nobody decides on what they recorded, and a stale sight is refused by name", async () => {
    const id = await record(app.branch, first, { class: "sick", from: "2026-04-01", to: "2026-04-01" });
    expect(await refusal(app.branch, `${url}/${id}/approve`, {})).toBe("403 same-person-decides");
    await did(app.branch, `${url}/${id}/amend`, { to: "2026-04-02", reason: "one day more" });
    const stale = await problemOf(await app.station.post(`${url}/${id}/approve`, { seen: 1 }));
    expect(stale).toMatchObject({ httpStatus: 409, code: "changed-meanwhile" });
    expect(stale.errors[0]?.message).toContain("已于 2026-03-02 变更了此项");
    await did(app.station, `${url}/${id}/approve`, { seen: 2 });
  });

  test("a finding: recorded by the inspector, contested by the officer, upheld by a second person", async () => {
    const finding = { class: "unexplained", from: "2026-02-26", to: "2026-02-26", cause: "not at roll call" };
    expect(await refusal(app.officer, url, finding)).toBe("403 finding-needs-host-or-hr");
    const id = await record(app.inspector, first, finding);
    expect(await refusal(app.inspector, `${url}/${id}/confirm`, {})).toBe("403 forbidden");
    await did(app.officer, `${url}/${id}/contest`, { reason: "I was on patrol" });
    expect(await refusal(app.hr, `${url}/${id}/contest`, { reason: "no" })).toBe("403 forbidden");
    const { absence } = await did(app.station, `${url}/${id}/confirm`, {});
    expect(absence.state).toBe("confirmed");
  });

  test("rejecting leave whose days are over asks what became of them", async () => {
    const id = await record(app.officer, first, { class: "personal", from: "2026-02-24", to: "2026-02-24" });
    const asked = await problemOf(await app.station.post(`${url}/${id}/reject`, { reason: "no" }));
    expect(asked).toMatchObject({
      httpStatus: 422,
      errors: [{ pointer: "/pastDays", code: "past-days-need-a-choice" }],
    });
    await did(app.station, `${url}/${id}/reject`, { reason: "was at the station", pastDays: "present" });
  });

  test("going over the limit needs the tick; lowering it again needs evidence and a second person", async () => {
    const id = await record(app.hr, second, { class: "sick", from: "2025-12-01", to: "2025-12-17" });
    const path = `/secondments/${second}/absences/${id}`;
    const ticked = await problemOf(await app.approver.post(`${path}/approve`, {}));
    expect(ticked).toMatchObject({
      httpStatus: 422,
      errors: [{ pointer: "/overLimit", code: "over-limit-needs-tick" }],
    });
    expect((await did(app.approver, `${path}/approve`, { overLimit: true })).count.countedDays).toBe(16.5);
    expect(await refusal(app.hr, `${path}/void`, { reason: "mistake" })).toBe("422 evidence-required");
    const evidence = { number: "武公政〔2026〕3号", title: "情况说明", date: "2026-03-01" };
    const proposed = await did(app.inspector, `${path}/void`, { reason: "mistake", evidence });
    expect(proposed.count.countedDays).toBe(16.5);
    expect(await refusal(app.station, `${path}/approve`, {})).toBe("404 not-found");
    await did(app.inspector, `${path}/reject`, { reason: "withdrawn: more to check" });
    await did(app.inspector, `${path}/void`, { reason: "mistake", evidence });
    expect((await did(app.hr2, `${path}/approve`, {})).count.countedDays).toBe(3.5);
  });

  test("roles that only read record and decide nothing", async () => {
    const facts = { class: "sick", from: "2026-05-11", to: "2026-05-11" };
    for (const client of [app.sending, app.auditor, app.approver]) {
      expect(await refusal(client, url, facts)).toBe("403 forbidden");
      expect(await refusal(client, `${url}/preview`, facts)).toBe("403 forbidden");
    }
    for (const act of ["approve", "reject", "confirm", "contest", "amend", "void"])
      for (const client of [app.sending, app.auditor])
        expect(await refusal(client, `${url}/a1/${act}`, { reason: "x" })).toBe("403 forbidden");
  });

  test("the same key twice is one change with one answer; the same key for another body is refused", async () => {
    const facts = { class: "sick", from: "2026-05-12", to: "2026-05-12" };
    const key = "twice";
    const [one, other] = await Promise.all([
      app.hr.post(url, facts, { key }),
      app.hr.post(url, facts, { key }),
    ]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(await other.json()).toEqual(await one.json());
    const changed = await app.hr.post(url, { ...facts, to: "2026-05-13" }, { key });
    expect((await problemOf(changed)).code).toBe("idempotency-key-reused");
    const shown = await (await app.hr.get(`/secondments/${first}`)).text();
    expect(shown.match(/"from":"2026-05-12"/g)).toHaveLength(1);
  });
});
