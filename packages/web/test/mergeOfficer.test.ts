import { calendarHistory } from "@dunmiao/store/calendarHistory";
import { verifyWhole } from "@dunmiao/store/verify/verifyBeside";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Client, problemOf } from "./app.ts";
import { approved, idOf, type PopulatedApp, populatedApp, record, standing } from "./fixture.ts";

const evidence = { number: "政人〔2026〕3 号", title: "警号核查结果", date: "2026-02-10" };
const seenSchema = z.looseObject({ seen: z.number() });
const term = idOf("100001");

let app: PopulatedApp;
/** Somebody of the personnel office who is the officer, under the number that stays. */
let ownHr: Client;
let formerOfficer: Client;
beforeAll(async () => {
  app = await populatedApp();
  ownHr = await app.as({ id: "hr-own", role: "hr", serviceNumber: "0100001" });
  formerOfficer = app.officer;
});

async function json(response: Promise<Response>) {
  return z.looseObject({}).parse(await (await response).json());
}

async function seenOf(number: string): Promise<number> {
  return seenSchema.parse(await json(app.hr.get(`/officers/${number}`))).seen;
}

async function merge(from: string, into: string, who = app.hr) {
  return who.post(`/officers/${from}/merge`, { seen: await seenOf(from), into, evidence });
}

async function person(serviceNumber: string, name: string, anotherPerson: string[] = []) {
  const facts = { sex: "female", birthMonth: "1994-05", kind: "officer", homeUnit: "JG-01" };
  const answer = await app.hr.post("/officers", { serviceNumber, name, ...facts, anotherPerson });
  expect(answer.status).toBe(201);
}

async function expectWhole() {
  const of = [
    ...(["100001", "0100001", "100002"] as const).map((id) => ({ kind: "officer" as const, id })),
    ...[term, idOf("100002")].map((id) => ({ kind: "secondment" as const, id })),
  ];
  for (const each of of)
    expect(await verifyWhole(app.store, each, await calendarHistory([])), each.id).toEqual({
      chain: [],
      faults: [],
    });
}

const decide = (answer: Record<string, unknown>, who = app.approver) =>
  who.post("/officers/100001/corrections/k1/decide", answer);

describe("a number whose secondment runs, merged into another one of the same person", () => {
  beforeAll(() => person("0100001", "民警一零零零零一", ["100001"]));

  it("offers the number that may be the same person's, and compares both with what will move", async () => {
    expect(await (await app.hr.page("/officers/100001/merge")).text()).toContain(
      "/officers/100001/merge?into=0100001",
    );
    for (const language of ["zh-CN", "en"] as const) {
      const page = await app.hr.page("/officers/100001/merge?into=0100001", { language });
      const html = await page.text();
      for (const part of ["民警一零零零零一", "民警100001", `/secondments/${term}`, 'name="evidence.number"'])
        expect(html).toContain(part);
      expect(html).toContain(language === "en" ? "cannot be undone" : "不能撤销");
    }
    expect((await app.station.page("/officers/100001/merge")).status).toBe(403);
    expect((await app.hr.page("/officers/nobody/merge")).status).toBe(404);
    const unknown = await app.hr.page("/officers/100001/merge?into=999");
    expect([unknown.status, (await unknown.text()).includes('id="into-error"')]).toEqual([422, true]);
  });

  it("is not proposed by the officer, nor for a number that is none, the same or of another running term", async () => {
    expect((await problemOf(await merge("100001", "0100001", ownHr))).code).toBe("own-case");
    const codes = [];
    for (const into of ["999", "100001", "100002"])
      codes.push((await problemOf(await merge("100001", into))).errors[0]);
    expect(codes).toMatchObject([
      { pointer: "/into", code: "unknown-officer" },
      { pointer: "/into", code: "same-number" },
      { pointer: "/into", code: "terms-overlap" },
    ]);
    const form = await app.hr.submit("/officers/100001/merge", {
      seen: "1",
      into: "0100001",
      "evidence.number": "",
      "evidence.title": "核查",
      "evidence.date": "2026-02-10",
    });
    expect(form.status).toBe(422);
    expect(await form.text()).toMatch(/id="evidence[^"]*-error"/);
  });

  it("waits for the approver, who has it on the list and sees both; nobody else decides", async () => {
    expect((await merge("100001", "0100001")).status).toBe(201);
    expect(await json(app.approver.get("/tasks"))).toMatchObject({
      waiting: [{ what: "decide-merge", label: "民警100001 100001", isOwn: false }],
    });
    const told = { code: "merge-waits", matter: { kind: "correction", id: "100001" } };
    expect(await json(app.approver.get("/notifications"))).toMatchObject({ items: [told] });
    const html = await (await app.approver.page("/officers/100001")).text();
    for (const part of ["批准合并", "民警一零零零零一", `/secondments/${term}`, "不能撤销"])
      expect(html).toContain(part);
    for (const who of [app.hr, app.hr2, app.station, formerOfficer])
      expect((await decide({ decision: "approve" }, who)).status).toBe(403);
    const self = await app.as({ id: "approver-own", role: "approver", serviceNumber: "0100001" });
    expect((await problemOf(await decide({ decision: "approve" }, self))).code).toBe("own-case");
    await expectWhole();
  });

  it("is refused by the second person where it is wrong, and changes nothing then", async () => {
    const rejected = await decide({ decision: "reject", reason: "并非同一人" });
    expect(await rejected.json()).toMatchObject({ corrections: [{ state: "rejected", into: "0100001" }] });
    expect(await json(app.hr.get("/officers/100001"))).not.toHaveProperty("mergedInto");
    expect((await formerOfficer.post("/me/data/requests", { text: "有误" })).status).toBe(201);
    expect((await merge("100001", "0100001")).status).toBe(201);
  });

  it("once approved leads to the number that stays, with evidence and both people on both", async () => {
    const approval = "/officers/100001/corrections/k2/decide";
    const answer = await app.approver.submit(approval, { decision: "approve" });
    expect(answer.status).toBe(303);
    expect(await json(app.hr.get("/officers/100001"))).toMatchObject({ mergedInto: "0100001" });
    expect(await json(app.hr.get("/officers/0100001"))).toMatchObject({
      numbers: [{ number: "100001", name: "民警100001", on: "2026-03-02", evidence }],
      secondments: [{ id: term, number: "0100001", formerNumbers: ["100001"] }],
    });
    // What the person asked under the number that is gone still waits, and they see it.
    expect(await json(formerOfficer.get("/me/data"))).toMatchObject({ requests: [{ text: "有误" }] });
    const found = await app.hr.page("/officers?q=100001");
    expect(found.headers.get("Location")).toBe("/officers/100001");
    const leads = await app.hr.page("/officers/100001");
    expect(leads.headers.get("Location")).toBe("/officers/0100001#merged");
    const html = await (await app.hr.page("/officers/0100001")).text();
    for (const part of ["100001 民警100001", "警号核查结果", "市局审批人", term])
      expect(html).toContain(part);
    await expectWhole();
  });

  it("stands on the secondment, which keeps what it was made under", async () => {
    const url = `/secondments/${term}`;
    expect(await json(app.hr.get(url))).toMatchObject({
      officer: { serviceNumber: "100001", name: "民警100001" },
      corrected: [{ id: "k2", into: "0100001", evidence }],
    });
    for (const page of ["", "/print", "/explanation", "/ruling/print", "/hand-over/print"])
      expect(await (await app.hr.page(`${url}${page}`)).text(), page).toContain("与警号 0100001 系同一人");
    for (const page of [
      "",
      "/absences/new",
      "/days",
      "/events",
      "/hand-over",
      "/results",
      "/ruling",
      "/report-in",
    ]) {
      const html = await (await app.hr.page(`${url}${page}`)).text();
      const caption = /<p class="dm-caption">([^<]*)/.exec(html)?.[1] ?? "";
      expect(caption, page).toContain("0100001 · 原登记 民警100001 100001");
    }
    const english = await (await app.hr.page(`${url}/days`, { language: "en" })).text();
    expect(english).toContain("民警一零零零零一 · 0100001 · entered as 民警100001 100001");
    const trail = await json(app.hr.get(`${url}/events`));
    expect(JSON.stringify(trail)).toContain("officer.merged");
  });

  it("is found by either number and name, and its cohort is still the one it is in", async () => {
    for (const q of ["100001", "0100001", "民警100001", "民警一零零零零一"])
      expect(
        await json(app.hr.get(`/secondments?cohort=batch-1&term=first&q=${encodeURIComponent(q)}`)),
      ).toMatchObject({
        total: 1,
        items: [
          {
            cohortId: "batch-1",
            officer: { serviceNumber: "0100001", formerNumbers: ["100001"], formerNames: ["民警100001"] },
          },
        ],
      });
  });

  it("shows the person everything under either account, and what each was told", async () => {
    const present = await app.as({ id: "officer-0100001", role: "officer", serviceNumber: "0100001" });
    for (const who of [present, formerOfficer]) {
      expect((await who.get(`/secondments/${term}`)).status).toBe(200);
      expect(await json(who.get("/secondments"))).toMatchObject({ total: 1 });
      expect(await json(who.get("/notifications"))).toMatchObject({
        items: [{ code: "merge-decided" }, { code: "merge-decided" }],
      });
      expect(await (await who.page("/")).text()).toContain(`/secondments/${term}`);
    }
  });

  it("holds one person's own case under both numbers", async () => {
    const facts = { class: "sick", from: "2026-03-09", to: "2026-03-09" };
    const id = await record(app.hr, term, facts);
    for (const serviceNumber of ["100001", "0100001"]) {
      const self = await app.as({ id: `self-${serviceNumber}`, role: "approver", serviceNumber });
      const url = `/secondments/${term}/absences/${id}/approve`;
      expect((await problemOf(await self.post(url, {}))).code).toBe("own-case");
    }
    const mine = await record(formerOfficer, term, { class: "annual", from: "2026-03-16", to: "2026-03-16" });
    expect(mine).toBeTruthy();
    await approved(app, term, { class: "personal", from: "2026-03-18", to: "2026-03-18" });
    expect(await json(formerOfficer.get("/notifications"))).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: "absence.approved" })]),
    });
    expect((await standing(app.hr, term)).count).toMatchObject({ countedDays: 1, pendingDays: 2 });
    await expectWhole();
  });

  it("takes no entry under the number that was merged", async () => {
    const facts = { name: "民警100001", sex: "female", birthMonth: "1994-05", kind: "officer" };
    const again = await app.hr.post("/officers", { serviceNumber: "100001", ...facts, homeUnit: "JG-01" });
    expect((await problemOf(again)).errors[0]).toMatchObject({
      pointer: "/serviceNumber",
      code: "merged-number",
    });
    expect((await problemOf(await merge("100001", "100002"))).errors[0]?.code).toBe("merged-number");
    expect((await problemOf(await merge("100002", "100001"))).errors[0]?.code).toBe("merged-number");
    const wrong = { seen: await seenOf("100001"), name: "又名", evidence };
    expect((await problemOf(await app.hr.post("/officers/100001/corrections", wrong))).code).toBe(
      "merged-number",
    );
  });
});

describe("numbers without a secondment", () => {
  it("are merged at once, the same key twice is one, and the way leads on over two merges", async () => {
    for (const [number, name] of [
      ["7001", "甲"],
      ["7002", "乙"],
      ["7003", "丙"],
    ] as const)
      await person(number, name);
    const body = { seen: 1, into: "7002", evidence };
    for (const _ of ["first", "repeat"]) {
      const answer = await app.hr.post("/officers/7001/merge", body, { key: "m" });
      expect([answer.status, await answer.json()]).toMatchObject([201, { mergedInto: "7002" }]);
    }
    expect((await merge("7002", "7003")).status).toBe(201);
    expect(await json(app.hr.get("/officers/7003"))).toMatchObject({
      numbers: [{ number: "7002" }, { number: "7001" }],
    });
    const old = await app.as({ id: "old", role: "officer", serviceNumber: "7001" });
    expect(await json(old.get("/officers/7003"))).toMatchObject({ serviceNumber: "7003" });
    const list = await json(app.hr.get("/officers?unit=JG-01"));
    expect(JSON.stringify(list)).not.toMatch(/"700[12]"/);
  });

  it("stay taken once merged: nobody comes in under a spelling, or the facts, of the number that is gone", async () => {
    await person("ma-7", "丁");
    await person("8200", "戊");
    expect((await merge("ma-7", "8200")).status).toBe(201);
    const facts = { sex: "female", birthMonth: "1994-05", kind: "officer", homeUnit: "JG-01" };
    const tries = [
      { serviceNumber: "00Ma-7", name: "己", ...facts },
      { serviceNumber: "8201", name: "丁", ...facts },
      { serviceNumber: "8202", name: "戊", ...facts },
    ];
    const both = [...tries, { ...tries[0], serviceNumber: "mA-7" }];
    for (const answer of await Promise.all(both.map((each) => app.hr.post("/officers", each)))) {
      const { code, errors } = await problemOf(answer);
      expect([code, errors[0]?.message]).toEqual([
        "same-person-other-number",
        expect.stringContaining("8200"),
      ]);
    }
    // The person takes the facts of the number that is gone: nobody else has them.
    const corrected = { seen: await seenOf("8200"), name: "丁", evidence };
    expect((await app.hr.post("/officers/8200/corrections", corrected)).status).toBe(201);
    for (const id of ["ma-7", "8200"])
      expect(
        await verifyWhole(app.store, { kind: "officer", id }, await calendarHistory([])),
        id,
      ).toMatchObject({ faults: [] });
  });
});
