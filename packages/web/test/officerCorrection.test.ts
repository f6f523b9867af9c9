import { calendarHistory } from "@dunmiao/store/calendarHistory";
import { verifyWhole } from "@dunmiao/store/verify/verifyBeside";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { problemOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

const evidence = { number: "户字〔2026〕8 号", title: "户籍证明", date: "2026-02-10" };
const seenSchema = z.looseObject({ seen: z.number() });

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

async function seenOf(number: string): Promise<number> {
  return seenSchema.parse(await (await app.hr.get(`/officers/${number}`)).json()).seen;
}

async function propose(number: string, facts: object, key?: string) {
  const body = { seen: await seenOf(number), evidence, ...facts };
  return app.hr.post(`/officers/${number}/corrections`, body, key ? { key } : {});
}

async function json(response: Promise<Response>) {
  return z.looseObject({}).parse(await (await response).json());
}

async function expectWhole(kind: "officer" | "secondment", id: string) {
  const found = await verifyWhole(app.store, { kind, id }, await calendarHistory([]));
  expect(found).toEqual({ chain: [], faults: [] });
}

describe("a correction of the facts of an officer whose secondment runs", () => {
  it("waits for the approver, who has it on the to-do list and in the inbox", async () => {
    const answer = await propose("100001", { name: "民警更正", homeUnit: "JG-02" }, "k");
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({
      name: "民警100001",
      corrections: [{ id: "k1", state: "open", changes: [{ fact: "name" }, { toName: "法制支队" }] }],
    });
    expect((await propose("100001", { sex: "male" })).status).toBe(409);
    const waiting = [{ what: "decide-correction", label: "民警100001 100001", isOwn: false }];
    expect(await json(app.approver.get("/tasks"))).toMatchObject({ waiting });
    const told = { code: "correction-waits", matter: { kind: "correction", id: "100001" } };
    expect(await json(app.approver.get("/notifications"))).toMatchObject({ items: [told] });
    await expectWhole("officer", "100001");
  });

  it("shows the approver old and new, the evidence and the secondments; others only that it waits", async () => {
    const html = await (await app.approver.page("/officers/100001")).text();
    for (const part of ["民警更正", "刑侦支队", "法制支队", "户籍证明", `/secondments/${idOf("100001")}`])
      expect(html).toContain(part);
    expect(html).toContain('action="/officers/100001/corrections/k1/decide"');
    const sending = await (await app.sending.page("/officers/100001")).text();
    expect(sending).not.toContain("/decide");
    const own = await (await app.hr.page("/officers/100001")).text();
    expect(own).toContain('action="/officers/100001/corrections/k1/withdraw"');
  });

  it("is decided by the approver only, and rejected with a reason", async () => {
    const decide = "/officers/100001/corrections/k1/decide";
    for (const who of [app.hr, app.hr2, app.station, app.officer])
      expect((await who.post(decide, { decision: "approve" })).status).toBe(403);
    expect(
      (await problemOf(await app.approver.post(decide, { decision: "reject" }))).errors[0],
    ).toMatchObject({
      pointer: "/reason",
      code: "required",
    });
    expect((await app.hr2.post("/officers/100001/corrections/k1/withdraw", {})).status).toBe(403);
  });

  it("once approved changes what is on file and stands on the secondment, which keeps what it was made under", async () => {
    const approved = await app.approver.submit("/officers/100001/corrections/k1/decide", {
      decision: "approve",
    });
    expect(approved.headers.get("Location")).toBe("/officers/100001#corrections");
    expect(await json(app.hr.get("/officers/100001"))).toMatchObject({ name: "民警更正", homeUnit: "JG-02" });
    const url = `/secondments/${idOf("100001")}`;
    expect(await json(app.hr.get(url))).toMatchObject({
      officer: { name: "民警100001" },
      sending: { code: "JG-01" },
      corrected: [{ id: "k1", on: "2026-03-02", evidence }],
    });
    for (const page of [url, `${url}/print`, `${url}/ruling/print`, `${url}/ruling`]) {
      const html = await (await app.hr.page(page)).text();
      expect(html, page).toContain("民警100001");
      expect(html, page).toContain("姓名由“民警100001”更正为“民警更正”");
    }
    // Each line of the trail says what was corrected, from what to what, by names.
    const trail = await (await app.hr.page(`${url}/events`)).text();
    expect(trail).toContain("人员信息更正，原登记不变 · 姓名由“民警100001”更正为“民警更正”");
    expect(trail).not.toMatch(/更正为“JG-02”/);
    const english = await (await app.hr.page(`${url}/events`, { language: "en" })).text();
    expect(english).toContain("corrected from “民警100001” to “民警更正”");
    await expectWhole("officer", "100001");
    await expectWhole("secondment", idOf("100001"));
  });

  it("tells HR and the officer, and leaves nothing to do", async () => {
    const told = { code: "correction-decided", matter: { id: "100001" } };
    expect(await json(app.hr.get("/notifications"))).toMatchObject({ items: [told] });
    expect(await json(app.officer.get("/notifications"))).toMatchObject({ items: [told] });
    expect(await json(app.approver.get("/tasks"))).toMatchObject({ waiting: [] });
  });

  it("is found in the list under both names, which shows the present one", async () => {
    for (const q of ["民警更正", "民警100001"])
      expect(await json(app.hr.get(`/secondments?q=${encodeURIComponent(q)}`))).toMatchObject({
        total: 1,
        items: [{ officer: { name: "民警更正", formerNames: ["民警100001"] } }],
      });
  });

  it("keeps the secondment with its sending unit; the person is seen by the new home unit", async () => {
    const newHome = await app.as({ id: "sending-2", role: "sending", unit: "JG-02" });
    expect((await newHome.get("/officers/100001")).status).toBe(200);
    expect((await newHome.get(`/secondments/${idOf("100001")}`)).status).toBe(404);
    expect((await app.sending.get(`/secondments/${idOf("100001")}`)).status).toBe(200);
  });

  it("does not come undone by a list or form that still says what was wrong", async () => {
    const body = { serviceNumber: "100001", sex: "female", birthMonth: "1994-05", kind: "officer" };
    const former = await app.hr.post("/officers", { ...body, name: "民警100001", homeUnit: "JG-02" });
    expect((await problemOf(former)).errors[0]).toMatchObject({
      pointer: "/name",
      code: "officer-corrected",
    });
    const unit = await app.hr.post("/officers", { ...body, name: "民警更正", homeUnit: "JG-01" });
    expect((await problemOf(unit)).errors[0]).toMatchObject({
      pointer: "/homeUnit",
      code: "officer-corrected",
    });
    const moved = await app.hr.post("/officers", { ...body, name: "民警更正", homeUnit: "420102" });
    expect((await problemOf(moved)).errors[0]).toMatchObject({
      pointer: "/homeUnit",
      code: "needs-correction",
    });
  });
});

describe("a correction of the facts of somebody without a secondment", () => {
  const person = {
    serviceNumber: "8001",
    sex: "male",
    birthMonth: "1990-01",
    kind: "officer",
    homeUnit: "JG-01",
  };

  it("is in effect at once, the same key twice is one", async () => {
    expect((await app.hr.post("/officers", { ...person, name: "错名" })).status).toBe(201);
    const body = { seen: await seenOf("8001"), name: "正名", evidence };
    for (const _ of ["first", "repeat"]) {
      const answer = await app.hr.post("/officers/8001/corrections", body, { key: "once" });
      expect(answer.status).toBe(201);
      expect(await answer.json()).toMatchObject({ name: "正名", corrections: [{ state: "effective" }] });
    }
    expect((await app.hr.post("/officers/8001/corrections", body)).status).toBe(409);
  });

  it("is refused on its form without evidence and with a birth month out of bounds, each beside its field", async () => {
    const seen = String(await seenOf("8001"));
    const form = {
      seen,
      name: "又名",
      sex: "male",
      birthMonth: "1890-01",
      kind: "officer",
      homeUnit: "JG-01",
    };
    const none = await app.hr.submit("/officers/8001/corrections", form);
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('value="又名"');
    const full = { ...form, birthMonth: "1950-01", "evidence.number": "1", "evidence.title": "证明" };
    const bounds = await app.hr.submit("/officers/8001/corrections", {
      ...full,
      "evidence.date": "2026-01-01",
    });
    expect(await bounds.text()).toContain('id="birthMonth-error"');
    expect((await app.sending.page("/officers/8001/correct")).status).toBe(403);
    expect((await app.hr.page("/officers/nobody/correct")).status).toBe(404);
  });

  it("can be withdrawn or rejected while a secondment carries it, and another one follows", async () => {
    expect((await propose("100002", { kind: "auxiliary" })).status).toBe(201);
    expect((await app.hr.post("/officers/100002/corrections/k1/withdraw", {})).status).toBe(200);
    expect((await propose("100002", { kind: "auxiliary" })).status).toBe(201);
    const rejected = await app.approver.post("/officers/100002/corrections/k2/decide", {
      decision: "reject",
      reason: "材料不足",
    });
    expect(await rejected.json()).toMatchObject({
      kind: "officer",
      corrections: [{}, { state: "rejected" }],
    });
    await expectWhole("officer", "100002");
  });
});
