import { approveAbsence } from "@dunmiao/domain/absence/approveAbsence";
import { recordAbsence } from "@dunmiao/domain/absence/recordAbsence";
import { beforeAll, describe, expect, test } from "vitest";
import { problemOf } from "./app.ts";
import { act, everythingFiled, packOf, type RulingApp, rulingApp } from "./rulings.ts";

let app: RulingApp;
beforeAll(async () => {
  app = await rulingApp();
});

const reason = "任期内表现良好";
const injected = `<script>alert("x")</script>`;

/** Sixteen days of sick leave, granted. */
async function away(id: string) {
  const facts = { class: "sick", from: "2025-06-03", to: "2025-06-24" } as const;
  await act(app, id, (ground) => recordAbsence(ground, facts));
  await act(app, id, (ground) => approveAbsence(ground, "a1", { overLimit: true }), {
    id: "approver-9",
    role: "approver",
  });
}

describe("a year within the limit, from statement to review, as JSON", () => {
  const id = "c0-0001";
  const url = `/secondments/${id}`;

  test("nothing is ruled before the officer was heard and every checkpoint is finished", async () => {
    const body = { outcome: "recognised", reason };
    expect(await problemOf(await app.hr.post(`${url}/rulings`, body))).toMatchObject({
      httpStatus: 409,
      code: "statement-missing",
    });
    const officer = await app.officer("0001");
    expect((await officer.post(`${url}/statements`, { words: injected })).status).toBe(201);
    expect((await packOf(officer, id)).statements).toMatchObject([
      { id: "s1", kind: "given", words: injected },
    ]);
    expect(await problemOf(await app.hr.post(`${url}/rulings`, body))).toMatchObject({
      httpStatus: 409,
      code: "checkpoints-outstanding",
    });
    await act(app, id, everythingFiled);
  });

  test("HR proposes; only another person, an approver, not the officer, approves what they have seen", async () => {
    const proposed = await app.hr.post(`${url}/rulings`, { outcome: "recognised", reason }, { key: "k1" });
    expect(proposed.status).toBe(201);
    const again = await app.hr.post(`${url}/rulings`, { outcome: "recognised", reason }, { key: "k1" });
    expect(await again.json()).toEqual(await proposed.json());
    const approve = `${url}/rulings/r1/approve`;
    const sameMan = await app.as({ id: "hr-1", role: "approver" });
    const himself = await app.as({ id: "approver-7", role: "approver", serviceNumber: "0001" });
    const codes = [
      [app.hr, { reason }, 403, "forbidden"],
      [sameMan, { reason }, 403, "same-person-decides"],
      [himself, { reason }, 403, "own-case"],
      [app.approver, { reason, seen: 9 }, 409, "changed-meanwhile"],
      [app.approver, {}, 422, "required"],
    ] as const;
    for (const [client, body, httpStatus, code] of codes)
      expect(await problemOf(await client.post(approve, body))).toMatchObject({ httpStatus, code });
    expect((await app.approver.post(approve, { reason, seen: 1 })).status).toBe(200);
    expect((await packOf(app.hr, id)).status).toBe("recognised");
    expect(await problemOf(await app.approver.post(approve, { reason }))).toMatchObject({
      httpStatus: 409,
      code: "ruling-not-proposed",
    });
  });

  test("a ruled year takes no facts, no statement and no early end any more", async () => {
    const officer = await app.officer("0001");
    const sick = { class: "sick", from: "2025-07-01", to: "2025-07-01" };
    const end = {
      on: "2026-02-27",
      outcome: "cancelled",
      reason,
      consultation: { with: "本人", on: "2026-03-01", note: "同意" },
    };
    for (const [answer, code] of [
      [await app.hr.post(`${url}/absences`, sick), "closed-to-facts"],
      [await officer.post(`${url}/statements`, { words: "补充" }), "not-open-to-statements"],
      [await app.hr.post(`${url}/end-early`, end), "not-running"],
    ] as const)
      expect(await problemOf(answer)).toMatchObject({ httpStatus: 409, code });
  });

  test("notice, receipt, request for review; who approved does not answer, a second approver upholds", async () => {
    const ruling = `${url}/rulings/r1`;
    const officer = await app.officer("0001");
    expect((await app.hr.get(`${ruling}/notice`)).status).toBe(409);
    expect(await problemOf(await officer.post(`${ruling}/review`, { reason }))).toMatchObject({
      httpStatus: 409,
      code: "not-yet-served",
    });
    expect((await app.hr.post(`${ruling}/notice`, { number: "政〔2026〕8号" })).status).toBe(200);
    const late = await app.hr.post(`${ruling}/receipt`, { on: "2026-03-03", how: "signed" });
    expect(await problemOf(late)).toMatchObject({ httpStatus: 422, errors: [{ pointer: "/on" }] });
    const served = await app.hr.post(`${ruling}/receipt`, { on: "2026-03-02", how: "signed" });
    expect(await served.json()).toMatchObject({ ruling: { receipt: { reviewUntil: "2026-04-01" } } });
    expect((await officer.post(`${ruling}/review`, { reason })).status).toBe(200);
    const refused = await app.approver.post(`${ruling}/uphold`, { reason });
    expect(await problemOf(refused)).toMatchObject({ httpStatus: 403, code: "same-person-decides" });
    expect((await app.approver2.post(`${ruling}/uphold`, { reason })).status).toBe(200);
    const { rulings, trail } = await packOf(app.auditor, id);
    expect(rulings[0]).toMatchObject({ state: "upheld", acts: [] });
    expect(trail.slice(0, 6).map(({ type }) => type)).toEqual([
      "ruling.upheld",
      "ruling.review-requested",
      "ruling.served",
      "ruling.notice-issued",
      "ruling.approved",
      "ruling.proposed",
    ]);
  });
});

describe("a year over the limit", () => {
  const id = "c0-0002";
  const url = `/secondments/${id}`;

  test("is not recognised through any route, and offers what can be ruled", async () => {
    await away(id);
    await act(app, id, everythingFiled);
    expect((await app.hr.post(`${url}/statements`, { note: "当面告知，拒绝陈述" })).status).toBe(201);
    const recognised = await app.hr.post(`${url}/rulings`, { outcome: "recognised", reason });
    expect(await problemOf(recognised)).toMatchObject({
      httpStatus: 422,
      code: "over-the-limit",
      errors: [{ pointer: "/outcome" }],
    });
    const madeUp = await app.hr.post(`${url}/rulings`, { outcome: "make-up", reason });
    expect(await problemOf(madeUp)).toMatchObject({ code: "make-up-not-in-scheme" });
    expect((await packOf(app.hr, id)).proposals).toMatchObject([
      { outcome: "recognised", refusal: { code: "over-the-limit" } },
      { outcome: "not-recognised" },
      { outcome: "make-up", refusal: { code: "make-up-not-in-scheme" } },
    ]);
  });

  test("rejected, proposed again, approved, reopened on review, and open to facts again", async () => {
    const body = { outcome: "not-recognised", reason };
    expect((await app.hr.post(`${url}/rulings`, body)).status).toBe(201);
    expect(await problemOf(await app.hr2.post(`${url}/rulings`, body))).toMatchObject({
      code: "ruling-already-proposed",
    });
    expect((await app.approver.post(`${url}/rulings/r1/reject`, { reason })).status).toBe(200);
    expect((await app.hr2.post(`${url}/rulings`, body)).status).toBe(201);
    expect((await app.approver.post(`${url}/rulings/r2/approve`, { reason })).status).toBe(200);
    expect((await packOf(app.hr, id)).status).toBe("not-recognised");
    await app.hr.post(`${url}/rulings/r2/notice`, { number: "政〔2026〕9号" });
    await app.hr.post(`${url}/rulings/r2/receipt`, { on: "2026-03-02", how: "refused-to-sign" });
    expect((await app.hr.post(`${url}/rulings/r2/review`, { reason })).status).toBe(200);
    expect((await app.approver2.post(`${url}/rulings/r2/reopen`, { reason })).status).toBe(200);
    const { status, rulings } = await packOf(app.hr, id);
    expect([status, rulings.map(({ state }) => state)]).toEqual(["under-review", ["rejected", "reopened"]]);
    const evidence = { number: "武〔2026〕1号", title: "更正", date: "2026-03-01" };
    const correction = { to: "2025-06-20", reason, evidence };
    expect((await app.hr.post(`${url}/absences/a1/amend`, correction)).status).toBe(200);
  });
});

for (const language of ["zh-CN", "en"] as const)
  describe(`the pages of a ruling (${language})`, () => {
    const number = language === "en" ? "0004" : "0003";
    const id = `c0-${number}`;
    const url = `/secondments/${id}`;
    const words =
      language === "en"
        ? {
            title: "Decision pack",
            propose: "Propose a ruling",
            notice: "Receipt slip",
            nothing: "Nothing here",
          }
        : { title: "认定材料", propose: "提出认定意见", notice: "送达回证", nothing: "没有可办理的事项" };
    const sent = { language };

    test("the officer states, escaped everywhere; others see no form of theirs", async () => {
      await act(app, id, everythingFiled);
      const officer = await app.officer(number);
      const before = await (await officer.page(`${url}/ruling`, sent)).text();
      expect(before).toContain(words.title);
      expect(before).toContain(`action="${url}/statements"`);
      expect(before).not.toContain(`action="${url}/rulings"`);
      const empty = await officer.submit(`${url}/statements`, {}, sent);
      expect(empty.status).toBe(422);
      expect(await empty.text()).toContain('href="#statement-words"');
      const answer = await officer.submit(`${url}/statements`, { words: injected }, sent);
      expect([answer.status, answer.headers.get("Location")]).toEqual([303, `${url}/ruling#statements`]);
      const page = await (await app.hr.page(`${url}/ruling`, sent)).text();
      expect(page).toContain("&lt;script&gt;");
      expect(page).not.toContain("<script>alert");
      expect(page).toContain(words.propose);
      expect(await (await app.auditor.page(`${url}/ruling`, sent)).text()).toContain(words.nothing);
    });

    test("a refused proposal is shown again with what was written", async () => {
      const refused = await app.hr.submit(`${url}/rulings`, { reason: injected }, sent);
      expect(refused.status).toBe(422);
      const html = await refused.text();
      expect(html).toContain('class="govuk-error-summary"');
      expect(html).toContain('href="#propose-outcome"');
      expect(html).toContain("&lt;script&gt;");
      expect(html).not.toContain("<script>alert");
    });

    test("proposal, approval, notice and receipt by forms; print views in the official layout", async () => {
      const propose = { outcome: "not-recognised", reason: injected };
      const proposed = await app.hr.submit(`${url}/rulings`, propose, sent);
      expect([proposed.status, proposed.headers.get("Location")]).toEqual([303, `${url}/ruling#r1`]);
      const forApprover = await (await app.approver.page(`${url}/ruling`, sent)).text();
      expect(forApprover).toContain(`action="${url}/rulings/r1/approve"`);
      expect(forApprover).toContain('name="seen" value="1"');
      const approved = await app.approver.submit(`${url}/rulings/r1/approve`, { seen: "1", reason }, sent);
      expect(approved.status).toBe(303);
      await app.hr.submit(`${url}/rulings/r1/notice`, { number: injected }, sent);
      const early = await app.hr.submit(
        `${url}/rulings/r1/receipt`,
        { on: "2026-03-01", how: "signed" },
        sent,
      );
      expect(early.status).toBe(422);
      expect(await early.text()).toContain('href="#receipt-r1-on"');
      for (const path of ["/ruling/print", "/rulings/r1/notice"]) {
        const html = await (await app.hr.page(url + path, sent)).text();
        expect(html).toContain('<article class="official">');
        expect(html).not.toContain("<script>alert");
        expect(html).toMatch(
          sent.language === "en" ? /\d{1,2} [A-Z][a-z]+ \d{4}/ : /\d{4}年\d{1,2}月\d{1,2}日/,
        );
        if (path.endsWith("notice")) expect(html).toContain(words.notice);
      }
      const page = await (await app.hr.page(url, sent)).text();
      expect(page).toContain(`href="${url}/ruling"`);
    });

    test("outside one's scope none of it exists", async () => {
      for (const path of ["/ruling", "/ruling/print", "/rulings/r1/notice"])
        expect((await app.elsewhere.get(url + path)).status).toBe(404);
      expect(await problemOf(await app.hr.get(`${url}/rulings/r9/notice`))).toMatchObject({
        httpStatus: 404,
        code: "unknown-ruling",
      });
      expect(await problemOf(await app.hr.post(`${url}/rulings/r9/notice`, { number: "1" }))).toMatchObject({
        httpStatus: 404,
        code: "unknown-ruling",
      });
    });
  });
