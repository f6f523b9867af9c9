import { secondmentEvents } from "@dunmiao/domain/secondmentEvents";
import { type DecisionCode, decisionCodes } from "@dunmiao/domain/term/decisionMessage";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, type Client } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp, record } from "./fixture.ts";
import { grantFurtherTerm, lastMonthApp, term } from "./lastMonth.ts";
import { act, everythingFiled, rulingApp } from "./rulings.ts";
import { textFor } from "./ui/texts.ts";

type Request = { what: string; holder: { role: string; unit?: string }; since: string; href: string };
type Right = { what: string; until?: string; askedBy?: string; href: string };
type Term = { id: string; status: string; requests: Request[]; rights: Right[]; duties: { what: string }[] };
type Message = {
  code: DecisionCode;
  on: string;
  decision: { by: string; absence?: { id: string }; reason?: string };
};
type Home = { terms: Term[]; messages: Message[] };

const home = (officer: Client) => bodyOf<Home>(officer.get("/"));
const inbox = async (officer: Client) =>
  (await bodyOf<{ items: Message[] }>(officer.get("/notifications"))).items;
const codes = async (officer: Client) => (await inbox(officer)).map(({ code }) => code);
const page = async (officer: Client, language: "zh-CN" | "en" = "zh-CN") =>
  (await officer.page("/", { language })).text();

/** Every link of a page that leads to something of the officer's own opens for the officer. */
async function expectLinksToOpen(officer: Client, html: string): Promise<void> {
  const main = html.slice(html.indexOf("<main"));
  const paths = [...main.matchAll(/href="(\/(?:secondments\/|notifications)[^"#]*)/g)].map(
    ([, path]) => path,
  );
  expect(paths.length).toBeGreaterThan(1);
  for (const path of new Set(paths))
    expect([path, (await officer.page(String(path))).status]).toEqual([path, 200]);
}

/** Nothing is called by the id that only addresses need, such as `a1` or `k1`. */
function expectNoIds(html: string): void {
  const said = html.slice(html.indexOf("<main")).replaceAll(/<[^>]*>/g, "\n");
  expect(said.match(/^(?:.* )?[afkrsw]\d+$/gm)).toBeNull();
}

test("every event of a term either is told to the officer or is none of a decision about them", () => {
  const ofTerms = Object.keys(secondmentEvents);
  const told: readonly string[] = decisionCodes;
  expect(ofTerms.filter((type) => !told.includes(type)).toSorted()).toEqual([
    "absence.evidence-added",
    "checkpoint.escalated",
    "checkpoint.late",
    "checkpoint.missed",
    "checkpoint.opened",
    "checkpoint.reminded",
    "finding.contested",
    "form.drafted",
    "form.submitted",
    "hand-over.received",
    "hand-over.written",
    "limit.warned",
    "officer.corrected",
    "officer.merged",
    "review.closed",
    "review.opened",
    "ruling.proposed",
    "ruling.rejected",
    "secondment.continued",
    "secondment.planned",
    "statement.given",
    "term.carried-days-changed",
    "term.completed",
    "warning.acknowledged",
  ]);
});

describe("an officer's start page, from a request to the message", () => {
  const id = idOf("100001");
  const url = `/secondments/${id}`;
  let app: PopulatedApp;
  beforeAll(async () => {
    app = await populatedApp();
  });

  test("who has not reported in sees where to go; nothing is told that nobody did", async () => {
    const html = await page(app.officer);
    expect(html).toContain("任期自 2025-08-26 起，一元派出所尚未确认报到");
    expect(html).toContain(`href="${url}/absences/new"`);
    expect(await home(app.officer)).toMatchObject({ terms: [{ id, status: "planned" }], messages: [] });
    await app.station.post(`${url}/report-in`, { on: "2025-08-26" });
    expect(await codes(app.officer)).toEqual(["report-in.confirmed"]);
    expect(await page(app.officer)).not.toContain("尚未确认报到");
  });

  test("a request says who holds it since when, its rung by its length; the own act is told to nobody", async () => {
    await record(app.officer, id, { class: "annual", from: "2026-03-09", to: "2026-03-09" });
    await record(app.officer, id, { class: "annual", from: "2026-04-13", to: "2026-04-17" });
    const [{ requests } = { requests: [] }] = (await home(app.officer)).terms;
    expect(requests).toMatchObject([
      {
        what: "approve-request",
        holder: { role: "station", unit: "一元派出所" },
        since: "2026-03-02",
        href: `${url}/absences/a1`,
      },
      { what: "approve-request", holder: { role: "branch", unit: "江岸分局" }, href: `${url}/absences/a2` },
    ]);
    expect(await codes(app.officer)).toEqual(["report-in.confirmed"]);
    const html = await page(app.officer);
    expect(html).toContain("派出所（一元派出所）");
    expect(html).toContain("年休假 · 2026-04-13 至 2026-04-17 · 5 个工作日");
    for (const reader of [app.officer, app.station]) {
      const read = await (await reader.page(url)).text();
      expect(read).toContain("审批请假 · 年休假 2026-04-13 至 2026-04-17");
      expectNoIds(read);
    }
  });

  test("approved and rejected by others is told, each by itself, with whose it is and why", async () => {
    await app.station.post(`${url}/absences/a1/approve`, {});
    await app.branch.post(`${url}/absences/a2/reject`, { reason: "当周有安保任务" });
    const told = await inbox(app.officer);
    expect(told.map(({ code, decision: { by } }) => [code, by])).toEqual([
      ["absence.rejected", "branch"],
      ["absence.approved", "station"],
      ["report-in.confirmed", "station"],
    ]);
    expect(told[0]?.decision.reason).toBe("当周有安保任务");
    const html = await page(app.officer);
    expect(html).toContain("不批准请假");
    expect(html).toContain("理由：当周有安保任务");
    await expectLinksToOpen(app.officer, html);
  });

  test("past days that a rejection turns into a finding are a message of their own, and may be objected to", async () => {
    await record(app.officer, id, { class: "personal", from: "2026-02-26", to: "2026-02-26" });
    await app.station.post(`${url}/absences/a3/reject`, { reason: "未获批准即离岗", pastDays: "finding" });
    const [finding, rejected] = await inbox(app.officer);
    expect([finding?.code, finding?.decision.absence?.id]).toEqual(["finding.recorded", "a4"]);
    expect([rejected?.code, rejected?.decision.absence?.id]).toEqual(["absence.rejected", "a3"]);
    const contest = { what: "contest", href: `${url}/absences/a4` };
    expect(await home(app.officer)).toMatchObject({
      terms: [{ rights: [contest], requests: [{ what: "confirm-finding" }] }],
    });
    await app.officer.post(`${url}/absences/a4/contest`, { reason: "当日在外办案" });
    expect(await home(app.officer)).toMatchObject({
      terms: [{ rights: [], requests: [{ what: "answer-contest", holder: { unit: "江岸分局" } }] }],
    });
    await app.branch.post(`${url}/absences/a4/reject`, { reason: "办案属实" });
    expect((await codes(app.officer))[0]).toBe("finding.dismissed");
  });

  test("an approved leave that is taken off, an award and its revocation are told, on the page and in the inbox", async () => {
    const voided = await app.hr.post(`${url}/absences/a1/void`, { reason: "当日未离岗" });
    expect(voided.status, await voided.text()).toBe(200);
    expect(await inbox(app.officer)).toMatchObject([
      { code: "absence.voided", decision: { by: "hr", absence: { id: "a1" }, reason: "当日未离岗" } },
      ...Array<object>(6).fill({}),
    ]);
    const award = { level: "third-class-merit", date: "2026-02-10", documentNumber: "市公奖〔2026〕3号" };
    await app.hr.post(`${url}/awards`, award);
    await app.hr2.post(`${url}/awards/w1/revoke`, { reason: "文号有误" });
    expect((await codes(app.officer)).slice(0, 3)).toEqual([
      "award.revoked",
      "award.recorded",
      "absence.voided",
    ]);
    for (const language of ["zh-CN", "en"] as const) {
      const html = await page(app.officer, language);
      const { eventType } = textFor(language);
      for (const code of ["award.revoked", "award.recorded", "absence.voided"] as const)
        expect(html).toContain(eventType[code]);
      expectNoIds(html);
      await expectLinksToOpen(app.officer, html);
    }
  });

  test("with everything pending the count has the colour that it would have", async () => {
    await record(app.officer, id, { class: "annual", from: "2026-05-11", to: "2026-06-05" });
    expect(await page(app.officer)).toContain("dm-gauge--red");
  });

  test("a result is called by its title, a form by its checkpoint, whoever they wait for", async () => {
    const result = { kind: "proposal", title: "入户走访办法", area: "basic-work", month: "2026-02" };
    const reported = await app.officer.post(`${url}/contributions`, result);
    expect(reported.status, await reported.text()).toBe(201);
    const form = `${url}/checkpoints/mid-term/forms/station`;
    const evidence = [{ area: "basic-work", month: "2025-11", text: "Put the case files in order." }];
    expect((await app.station.post(form, { text: "Took over the night shift.", evidence })).status).toBe(201);
    const html = await page(app.officer);
    expect(html).toContain("入户走访办法");
    expectNoIds(html);
    for (const reader of [app.officer, app.station, app.branch]) {
      const read = await (await reader.page(url)).text();
      expect(read).toContain("· 入户走访办法");
      expect(read).toContain("· 中期考核");
      expectNoIds(read);
    }
  });

  test("nobody sees another's: not on the page, not in the inbox; without a number there is nothing", async () => {
    const other = await app.as({ id: "officer-100002", role: "officer", serviceNumber: "100002" });
    const html = await page(other);
    expect(html).not.toContain("100001");
    expect(await home(other)).toMatchObject({ terms: [{ id: idOf("100002"), requests: [] }], messages: [] });
    const nobody = await app.as({ id: "officer-x", role: "officer" });
    expect(await home(nobody)).toEqual({ terms: [], messages: [], pairs: { items: [], tasks: [] } });
    expect(await page(nobody, "en")).toContain(textFor("en").homePage.noTerm);
  });
});

describe("the clocks of a year that ended", async () => {
  const app = await rulingApp();
  const url = "/secondments/c0-0001";
  const officer = await app.officer("0001");

  test("the statement, then the review until its last day, which waits for the approver once asked for", async () => {
    await act(app, "c0-0001", everythingFiled);
    expect(await home(officer)).toMatchObject({
      terms: [{ rights: [{ what: "statement", askedBy: "2026-03-13", href: `${url}/ruling` }] }],
    });
    // That HR recorded a refusal to speak is told; the officer's own words are not.
    await app.hr.post(`${url}/statements`, { note: "两次通知，未作陈述" });
    expect((await inbox(officer))[0]).toMatchObject({
      code: "statement.refused",
      decision: { by: "hr", reason: "两次通知，未作陈述" },
    });
    await officer.post(`${url}/statements`, { words: "无异议" });
    expect((await codes(officer))[0]).toBe("statement.refused");
    await app.hr.post(`${url}/rulings`, { outcome: "recognised", reason: "表现良好" });
    await app.approver.post(`${url}/rulings/r1/approve`, { reason: "同意", seen: 1 });
    await app.hr.post(`${url}/rulings/r1/notice`, { number: "武公政认〔2026〕1号" });
    await app.hr.post(`${url}/rulings/r1/receipt`, { on: "2026-03-02", how: "signed" });
    expect((await codes(officer)).slice(0, 3)).toEqual([
      "ruling.served",
      "ruling.notice-issued",
      "ruling.approved",
    ]);
    const review = { what: "review", until: "2026-04-01", href: `${url}/ruling` };
    expect(await home(officer)).toMatchObject({ terms: [{ status: "recognised", rights: [review] }] });
    for (const language of ["zh-CN", "en"] as const)
      await expectLinksToOpen(officer, await page(officer, language));
    await officer.post(`${url}/rulings/r1/review`, { reason: "天数有误" });
    expect(await home(officer)).toMatchObject({
      terms: [{ rights: [], requests: [{ what: "answer-review", holder: { role: "approver" } }] }],
    });
    await app.approver2.post(`${url}/rulings/r1/uphold`, { reason: "天数无误" });
    expect((await inbox(officer))[0]).toMatchObject({
      code: "ruling.upheld",
      decision: { by: "approver", reason: "天数无误" },
    });
    expect(await page(officer)).toContain("天数无误");
    expect(await home(officer)).toMatchObject({ terms: [{ rights: [], requests: [] }] });
  });
});

test("of several terms the one that runs stands first, the others below; a further term is told step by step", async () => {
  const app = await lastMonthApp();
  expect(await home(app.officer)).toMatchObject({
    terms: [{ rights: [{ what: "extension", until: "2026-03-09" }] }],
  });
  await grantFurtherTerm(app);
  const { terms } = await home(app.officer);
  expect(terms.map(({ id, status }) => [id, status])).toEqual([
    [term, "serving"],
    [`${term}-x1`, "serving"],
  ]);
  expect(terms.flatMap(({ rights }) => rights)).toEqual([]);
  expect((await codes(app.officer)).slice(0, 3)).toEqual([
    "extension.granted",
    "extension.sending-heard",
    "extension.host-heard",
  ]);
  const html = await page(app.officer, "en");
  expect(html).toContain(textFor("en").homePage.otherTerms);
  await expectLinksToOpen(app.officer, html);
});
