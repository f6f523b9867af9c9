import { loadDraft, saveDraft } from "@dunmiao/store/draft";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, type Client, problemOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";

const first = idOf("100001");
const second = idOf("100002");
const formOf = (id: string, key: string, by: string) => `/secondments/${id}/checkpoints/${key}/forms/${by}`;
const midTerm = formOf(first, "mid-term", "station");

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

const written = {
  text: "Took over the night shift.\nKnows the district.",
  grade: "competent",
  "evidence1.area": "basic-work",
  "evidence1.month": "2025-11",
  "evidence1.text": "Put the case files in order.",
};

/** Fields of the first form on a page whose action ends like this, as a browser would send them. */
function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split("<form ").find((each) => each.includes(`action="${action}"`)) ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(
    hidden.map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"')]),
  );
}

type Filed = { assessment: { id: string; state: string; revision: number }; status: string };
type Read = {
  state: string;
  seen: number;
  words?: Record<string, unknown>;
  isWhole: boolean;
  history: { act: string; by: { id: string } }[];
};
const read = (client: Client, id: string, fid: string) =>
  bodyOf<Read>(client.get(`/secondments/${id}/assessments/${fid}`));

describe("a form from its draft to its end, as HTML", () => {
  test("the draft is kept, and is there again in another session", async () => {
    const empty = await (await app.station.page(midTerm)).text();
    expect(empty).toContain("2026-02-26");
    const saved = await app.station.submit(midTerm, {
      ...fieldsOf(empty, `${midTerm}/check`),
      act: "draft",
      text: "Half a",
    });
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, `${midTerm}?saved`]);
    const again = await app.as({ id: "station-1", role: "station", unit: "42010201" });
    const html = await (await again.page(`${midTerm}?saved`)).text();
    expect(html).toContain("Half a</textarea>");
    expect(html).toContain("草稿已保存");
    expect(await read(app.hr, first, "f1")).toMatchObject({ state: "draft" });
  });

  test("what is missing is said beside its field, and the draft has what was typed all the same", async () => {
    const page = await (await app.station.page(midTerm)).text();
    const fields = {
      ...fieldsOf(page, `${midTerm}/check`),
      grade: "competent",
      "evidence2.text": "no area, no month",
    };
    const response = await app.station.submit(`${midTerm}/check`, fields);
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html.indexOf("govuk-error-summary")).toBeLessThan(html.indexOf("<form"));
    for (const id of ["evidence1-area-error", "evidence1-month-error"]) expect(html).toContain(`id="${id}"`);
    const draft = await loadDraft(app.store, { secondmentId: first, form: "mid-term.station" });
    expect(draft?.values).toEqual({ grade: "competent", "evidence1.text": "no area, no month" });
  });

  test("check your answers shows them, each with a way to change it", async () => {
    const page = await (await app.station.page(midTerm)).text();
    const checked = await app.station.submit(`${midTerm}/check`, {
      ...fieldsOf(page, `${midTerm}/check`),
      ...written,
    });
    expect([checked.status, checked.headers.get("Location")]).toEqual([303, `${midTerm}/check`]);
    const html = await (await app.station.page(`${midTerm}/check`)).text();
    for (const shown of [
      "Knows the district.",
      "称职",
      "基础工作 · 2025-11",
      `href="${midTerm}#evidence1-area"`,
    ])
      expect(html).toContain(shown);
  });

  test("submitted, sent back with a reason, filed again, final", async () => {
    const html = await (await app.station.page(`${midTerm}/check`)).text();
    const sent = fieldsOf(html, midTerm);
    for (let time = 0; time < 2; time += 1) {
      const submitted = await app.station.submit(midTerm, sent);
      expect([submitted.status, submitted.headers.get("Location")]).toEqual([
        303,
        `/secondments/${first}/assessments/f1`,
      ]);
    }
    const filed = await read(app.branch, first, "f1");
    expect(filed).toMatchObject({
      state: "submitted",
      isWhole: true,
      words: { text: written.text, grade: "competent" },
    });
    expect((await app.station.page(midTerm)).headers.get("Location")).toBe(
      `/secondments/${first}/assessments/f1`,
    );

    // The officer reads what is said about them once it is final.
    expect((await app.officer.page(`/secondments/${first}/assessments/f1`)).status).toBe(403);
    expect(await (await app.officer.page(`/secondments/${first}`)).text()).not.toContain("assessments/f1");

    const toBranch = await (await app.branch.page(`/secondments/${first}/assessments/f1`)).text();
    expect(toBranch).toContain(`action="/secondments/${first}/assessments/f1/return"`);
    const noReason = await app.branch.submit(`/secondments/${first}/assessments/f1/return`, {
      seen: String(filed.seen),
    });
    expect(noReason.status).toBe(422);
    expect(await noReason.text()).toContain('id="return-reason-error"');
    const returned = await app.branch.submit(`/secondments/${first}/assessments/f1/return`, {
      seen: String(filed.seen),
      reason: "Which shifts?",
    });
    expect(returned.status).toBe(303);

    const back = await (await app.station.page(midTerm)).text();
    expect(back).toContain("Which shifts?");
    expect(back).toContain("Knows the district.</textarea>");
    await app.station.submit(`${midTerm}/check`, {
      ...fieldsOf(back, `${midTerm}/check`),
      ...written,
      text: "Every second night.",
    });
    const check = await (await app.station.page(`${midTerm}/check`)).text();
    expect((await app.station.submit(midTerm, fieldsOf(check, midTerm))).status).toBe(303);
    const accepted = await app.branch.submit(`/secondments/${first}/assessments/f1/accept`, { seen: "4" });
    expect(accepted.status).toBe(303);
    const final = await read(app.auditor, first, "f1");
    expect(final).toMatchObject({ state: "final", words: { text: "Every second night." } });
    expect(final.history.map(({ act, by }) => [act, by.id])).toEqual([
      ["draft", "station-1"],
      ["submit", "station-1"],
      ["return", "branch-1"],
      ["submit", "station-1"],
      ["accept", "branch-1"],
    ]);
    expect((await app.officer.page(`/secondments/${first}/assessments/f1`)).status).toBe(200);
    const page = await (await app.auditor.page(`/secondments/${first}/assessments/f1`)).text();
    const line = await (await app.auditor.page(`/secondments/${first}`)).text();
    expect(line).toContain(`/secondments/${first}/assessments/f1">派出所：已定稿</a>`);
    expect(page).toContain("Which shifts?");
    expect(page).not.toContain('<form method="post" action="/secondments');
  });
});

describe("the same as JSON", () => {
  const end = formOf(first, "mid-term", "branch");

  test("draft, check, submit, return, submit, accept", async () => {
    const drafted = await app.branch.post(end, { act: "draft", text: "not yet" });
    expect(await bodyOf(drafted)).toMatchObject({ draft: { version: 1, values: { text: "not yet" } } });
    expect(await bodyOf(app.branch.get(end))).toMatchObject({
      form: "opinion",
      mayFile: true,
      draft: { version: 1 },
    });
    expect(await problemOf(await app.branch.post(`${end}/check`, { grade: "competent" }))).toMatchObject({
      httpStatus: 422,
      errors: [{ pointer: "/text", code: "required" }],
    });
    const content = {
      text: "Agreed.",
      evidence: [{ area: "casework", month: "2026-01", text: "Two cases." }],
    };
    expect(await bodyOf(app.branch.post(`${end}/check`, content))).toMatchObject({
      content: { words: content },
    });
    const filed = await app.branch.post(end, content, { key: "k1" });
    expect(filed.status).toBe(201);
    const { assessment } = await bodyOf<Filed>(filed);
    expect((await app.branch.post(end, content, { key: "k1" })).status).toBe(201);
    const url = `/secondments/${first}/assessments/${assessment.id}`;
    expect(await problemOf(await app.branch.post(end, content))).toMatchObject({
      httpStatus: 409,
      code: "form-already-in",
    });
    expect(await problemOf(await app.hr.post(`${url}/accept`, { seen: 1 }))).toMatchObject({
      httpStatus: 409,
      code: "changed-meanwhile",
    });
    expect(
      (await app.hr.post(`${url}/return`, { reason: "Say more.", seen: assessment.revision })).status,
    ).toBe(200);
    expect((await app.branch.post(end, { ...content, text: "Agreed, and more." })).status).toBe(201);
    expect(await bodyOf(app.hr.post(`${url}/accept`, {}))).toMatchObject({ assessment: { state: "final" } });
  });

  test("a piece of evidence that is wrong is named by its place", async () => {
    const problem = await problemOf(
      await app.station.post(formOf(first, "quarter.3", "station"), {
        text: "x",
        evidence: [{ area: "casework", month: "2025-13", text: "x" }],
      }),
    );
    expect(problem.errors[0]).toMatchObject({ pointer: "/evidence/0/month", code: "invalid-format" });
  });
});

describe("attendance of a month", () => {
  const attendance = (id: string) => formOf(id, "attendance.2026-02", "station");

  test("shows the ledger, waits for what is undecided, is confirmed by one click and final at once", async () => {
    const absence = await record(app.station, first, { class: "sick", from: "2026-02-09", to: "2026-02-10" });
    const waiting = await (await app.station.page(attendance(first))).text();
    expect(waiting).toContain(`/secondments/${first}/absences/${absence}`);
    expect(waiting).not.toContain(">按台账确认</button>");
    expect(waiting).toContain(`/secondments/${first}/absences/new?from=2026-02-01&amp;to=2026-02-28`);
    const refused = await app.station.submit(attendance(first), { countedDays: "0" });
    expect(refused.status).toBe(409);
    expect((await app.approver.post(`/secondments/${first}/absences/${absence}/approve`, {})).status).toBe(
      200,
    );
    expect(await problemOf(await app.station.post(attendance(first), { countedDays: 0 }))).toMatchObject({
      code: "ledger-changed",
    });
    const html = await (await app.station.page(attendance(first))).text();
    expect(html).toContain("按台账确认");
    expect((await app.station.submit(attendance(first), fieldsOf(html, attendance(first)))).status).toBe(303);
    const filed = await bodyOf<{ assessments: object[] }>(app.hr.get(`/secondments/${first}`));
    expect(filed.assessments.at(-1)).toMatchObject({ form: "attendance", state: "final", countedDays: 2 });
  });

  test("says so when the ledger changed after it was confirmed", async () => {
    const { assessments } = await bodyOf<{ assessments: { id: string }[] }>(
      app.hr.get(`/secondments/${first}`),
    );
    await app.approver.post(`/secondments/${first}/absences/a1/void`, {
      reason: "was there",
      evidence: { number: "武公政〔2026〕1号", title: "更正说明", date: "2026-03-02" },
    });
    await app.hr.post(`/secondments/${first}/absences/a1/approve`, {});
    const page = await app.auditor.page(`/secondments/${first}/assessments/${assessments.at(-1)?.id}`);
    expect(await page.text()).toContain("台账现为 0 个工作日");
  });

  test("a month whose ledger changed is the station's to confirm again, and says so on case and prints until then", async () => {
    const changed = "确认时 2 天，台账现为 0 天";
    const url = `/secondments/${first}`;
    const asked = async () => {
      const { items } = await bodyOf<{ items: { what: string; href: string }[] }>(app.station.get("/tasks"));
      return items.filter(({ what }) => what === "reconfirm-month").map(({ href }) => href);
    };
    for (const path of [url, `${url}/print`, `${url}/ruling`, `${url}/ruling/print`])
      expect([path, (await (await app.hr.page(path)).text()).includes(changed)]).toEqual([path, true]);
    expect(await asked()).toEqual([attendance(first)]);
    const { assessments } = await bodyOf<{ assessments: { id: string }[] }>(app.hr.get(url));
    const read = await (await app.station.page(`${url}/assessments/${assessments.at(-1)?.id}`)).text();
    expect(read).toContain(`href="${attendance(first)}"`);
    expect(read).toContain("重新确认当月在岗");
    // The page of the form itself: it once led back to the page that led here.
    const page = await app.station.page(attendance(first));
    expect(page.status).toBe(200);
    const form = await page.text();
    expect(fieldsOf(form, attendance(first))).toMatchObject({ countedDays: "0" });
    expect((await app.branch.page(attendance(first))).status).toBe(303);
    expect((await app.station.submit(attendance(first), fieldsOf(form, attendance(first)))).status).toBe(303);
    expect(await asked()).toEqual([]);
    expect((await app.station.page(attendance(first))).status).toBe(303);
    expect(await (await app.hr.page(url)).text()).not.toContain(changed);
  });
});

describe("who, when, where", () => {
  // Its page leads whoever may read it to where a form that is in is read.
  test.each<[string, () => Client, string, number, string, number?]>([
    ["the wrong role of the right unit", () => app.branch, midTerm, 403, "not-your-form", 303],
    ["another station", () => app.otherStation, midTerm, 404, "not-found"],
    ["a role that files nothing", () => app.auditor, midTerm, 403, "forbidden", 303],
    [
      "a filer that does not exist",
      () => app.hr,
      formOf(first, "mid-term", "nobody"),
      404,
      "form-not-listed",
    ],
    [
      "a form that the scheme does not ask for",
      () => app.sending,
      formOf(first, "mid-term", "sending"),
      404,
      "form-not-listed",
    ],
    [
      "a checkpoint that does not exist",
      () => app.station,
      formOf(first, "constructor", "station"),
      404,
      "unknown-checkpoint",
    ],
    ["a checkpoint to come", () => app.station, formOf(first, "end", "station"), 409, "checkpoint-not-open"],
    [
      "one that was missed",
      () => app.station,
      formOf(first, "quarter.3", "station"),
      409,
      "checkpoint-missed",
    ],
  ])("%s", async (_name, who, url, status, code, page = status) => {
    for (const body of [{ text: "x" }, { act: "draft", text: "x" }])
      expect(await problemOf(await who().post(url, body))).toMatchObject({ httpStatus: status, code });
    expect((await who().page(url)).status).toBe(page);
  });

  test("nobody decides on a form that does not exist, nor on one's own", async () => {
    expect(
      await problemOf(await app.hr.post(`/secondments/${first}/assessments/f99/accept`, {})),
    ).toMatchObject({
      httpStatus: 404,
      code: "unknown-assessment",
    });
    expect((await app.hr.page(`/secondments/${first}/assessments/f99`)).status).toBe(404);
    expect(
      await problemOf(await app.officer.post(`/secondments/${first}/assessments/f1/accept`, {})),
    ).toMatchObject({
      httpStatus: 403,
    });
  });
});

describe("two people at one station", () => {
  const form = formOf(second, "mid-term", "station");

  test("somebody else's newer draft is shown beside one's own words, and overwritten only knowingly", async () => {
    const [one, other] = await Promise.all(
      ["station-a", "station-b"].map((id) => app.as({ id, role: "station", unit: "42010202" })),
    );
    if (!one || !other) throw new Error("nobody there");
    expect((await one.submit(form, { act: "draft", draft: "0", text: "the first one's" })).status).toBe(303);
    const refused = await other.submit(form, { act: "draft", draft: "0", text: "the second one's" });
    const html = await refused.text();
    expect(refused.status).toBe(409);
    expect(html).toContain("the second one&#39;s</textarea>");
    expect(html).toContain("the first one&#39;s");
    const knowing = { ...fieldsOf(html, `${form}/check`), act: "draft", text: "both" };
    expect((await other.submit(form, knowing)).status).toBe(303);
    expect((await loadDraft(app.store, { secondmentId: second, form: "mid-term.station" }))?.values).toEqual({
      text: "both",
    });
  });
});

describe("what people type", () => {
  const evil = `"'><script>alert(1)</script>`;
  const form = formOf(second, "mid-term", "branch");

  test("HTML is text on every page", async () => {
    const fields = { ...written, text: evil, "evidence1.text": evil };
    await app.branch.submit(`${form}/check`, { draft: "0", ...fields });
    for (const url of [form, `${form}/check`]) {
      const html = await (await app.branch.page(url)).text();
      expect([url, html.includes("<script>alert"), html.includes("&lt;script&gt;alert(1)")]).toEqual([
        url,
        false,
        true,
      ]);
    }
    const filed = await app.branch.submit(form, fields);
    expect(filed.status).toBe(303);
    const at = filed.headers.get("Location") ?? "";
    await app.hr.submit(`${at}/return`, { reason: evil });
    for (const url of [at, form, `/secondments/${second}/events`, `/secondments/${second}`])
      expect(await (await app.branch.page(url)).text()).not.toContain("<script>alert");
    const bad = await app.branch.submit(form, { ...fields, grade: evil, "evidence1.month": evil });
    expect(bad.status).toBe(422);
    expect(await bad.text()).not.toContain("<script>alert");
  });

  test.each([
    ["2 MB of text", { text: "a".repeat(2_000_000) }, "too-long"],
    ["2,001 characters", { text: "a".repeat(2001) }, "too-long"],
    ["a thousand pieces of evidence", { text: "a", evidence: Array(1000).fill({}) }, "too-large"],
    ["a number where a text belongs", { text: 7 }, "invalid-value"],
    ["evidence that is no list", { text: "a", evidence: "x" }, "invalid-value"],
  ])("%s is refused", async (_name, body, code) => {
    const problem = await problemOf(await app.branch.post(form, body));
    expect(problem.httpStatus).toBe(422);
    expect(problem.errors.map((each) => each.code)).toContain(code);
  });

  test("900 kB from a browser: refused with the page, and the draft as it was", async () => {
    const before = await loadDraft(app.store, { secondmentId: second, form: "mid-term.branch" });
    const response = await app.branch.submit(`${form}/check`, { text: "a".repeat(900_000) });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('id="text-error"');
    expect(await loadDraft(app.store, { secondmentId: second, form: "mid-term.branch" })).toEqual(before);
  });

  test("ends of lines count once", async () => {
    const lines = Array(1000).fill("a").join("\r\n");
    expect((await app.branch.post(`${form}/check`, { text: `${lines}b` })).status).toBe(200);
  });
});

test("a draft that nobody entered into the record is still there, and is entered with the next save", async () => {
  const third = idOf("100003");
  const of = { secondmentId: third, form: "mid-term.station" };
  const by = { id: "station-3", role: "station" } as const;
  await saveDraft(app.store, of, {
    by,
    savedAt: "2026-03-02T01:00:00.000Z",
    basedOn: 0,
    values: { text: "cut off" },
  });
  const url = formOf(third, "mid-term", "station");
  expect(await (await app.otherStation.page(url)).text()).toContain("cut off</textarea>");
  const none = await bodyOf<{ assessments: object[] }>(app.hr.get(`/secondments/${third}`));
  expect(none.assessments).toEqual([]);
  await app.otherStation.post(url, { act: "draft", text: "cut off, and on" });
  const one = await bodyOf<{ assessments: object[] }>(app.hr.get(`/secondments/${third}`));
  expect(one.assessments).toMatchObject([{ state: "draft" }]);
});

test("a station confirms several months at once; what is refused for one does not stop the others", async () => {
  const fourth = idOf("200004");
  const month = (id: string) => `${id}:attendance.2026-02`;
  await record(app.otherStation, fourth, { class: "sick", from: "2026-02-09", to: "2026-02-10" });
  const page = await (await app.otherStation.page("/")).text();
  expect(page).toMatch(new RegExp(`value="${month(fourth)}:\\d+"`));
  expect(await (await app.hr.page("/?whose=all")).text()).not.toContain(`value="${month(fourth)}`);
  const batch = { act: "confirm-attendance", item: [month(idOf("100003")), month(fourth), month(first)] };
  const answer = await bodyOf<{ items: { refusals: { code: string }[] }[] }>(
    app.otherStation.post("/tasks/batch", batch),
  );
  expect(answer).toMatchObject({ done: 1, refused: 2 });
  expect(answer.items.map(({ refusals }) => refusals[0]?.code)).toEqual([
    undefined,
    "month-undecided",
    "not-found",
  ]);
  const done = await app.otherStation.submit("/tasks/batch", {
    act: "confirm-attendance",
    item: month(idOf("100003")),
  });
  // A batch that did nothing says whom it left out, and why.
  const html = await done.text();
  expect(html).toContain("已办理 0 项，1 项未能办理");
  expect(html).toMatch(/未办理：[^<]{4,}/);
  expect(html).toContain(`href="/secondments/${idOf("100003")}"`);
});

test("a ticked month is refused where its ledger changed after the list was made, and nothing else stops it", async () => {
  const id = idOf("200004");
  const ticked = async () => {
    const page = await (await app.otherStation.page("/")).text();
    return [...page.matchAll(/name="item" value="([^"]*)"/g)].flatMap(([, value = ""]) =>
      value.startsWith(`${id}:attendance.`) ? [value] : [],
    );
  };
  const send = async (item: string[]) =>
    bodyOf<{ items: { refusals: { code: string }[] }[] }>(
      app.otherStation.post("/tasks/batch", { act: "confirm-attendance", item }),
    );
  const before = await ticked();
  expect(before.map((each) => each.split(":")[1])).toEqual(["attendance.2026-01", "attendance.2026-02"]);
  const approved = await app.approver.post(`/secondments/${id}/absences/a1/approve`, {});
  expect(approved.status).toBe(200);
  const codes = (await send(before)).items.map(({ refusals }) => refusals[0]?.code);
  expect(codes).toEqual(["changed-meanwhile", "changed-meanwhile"]);
  // The second line does not fall over the version that the first one makes.
  expect(await send(await ticked())).toMatchObject({ done: 2, refused: 0 });
});
