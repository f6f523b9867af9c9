import { loadEvents, loadRecord } from "@dunmiao/store/engine/record";
import { identityKeys, loadClaimed } from "@dunmiao/store/numberClaims";
import { officerNoun } from "@dunmiao/store/officer";
import { verifyIdentity } from "@dunmiao/store/verify/verifyIdentity";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";

const evidence = { number: "户字〔2026〕8 号", title: "户籍证明", date: "2026-02-10" };
const facts = { sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "JG-01" } as const;
const seenSchema = z.looseObject({ seen: z.number() });

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

const enter = (serviceNumber: string, name: string, more: object = {}) =>
  app.hr.post("/officers", { ...facts, serviceNumber, name, ...more });

async function correct(number: string, change: object) {
  const { seen } = seenSchema.parse(await (await app.hr.get(`/officers/${number}`)).json());
  return correctSeen(number, seen, change);
}

const correctSeen = (number: string, seen: number, change: object) =>
  app.hr.post(`/officers/${number}/corrections`, { seen, evidence, ...change });

async function claimFaults(number: string) {
  const officer = await loadRecord(app.store, officerNoun, number);
  return officer ? verifyIdentity(app.store, officer) : ["no officer"];
}

describe("a correction to the facts of somebody else", () => {
  it("is asked about, in the form too, and the answer stays in the trail and is shown", async () => {
    expect((await enter("6001", "甲")).status).toBe(201);
    expect((await enter("6002", "乙")).status).toBe(201);
    const refused = await problemOf(await correct("6002", { name: "甲" }));
    expect(refused).toMatchObject({ httpStatus: 422, code: "same-person-other-number" });
    expect(refused.errors).toMatchObject([
      { pointer: "/anotherPerson", message: expect.stringContaining("6001") },
    ]);
    const form = {
      seen: "1",
      ...facts,
      name: "甲",
      "evidence.number": "1",
      "evidence.title": "证明",
      "evidence.date": "2026-02-10",
    };
    for (const [language, tick] of [
      ["zh-CN", "确认是另一人（不是警号 6001）"],
      ["en", "This is another person (not 6001)"],
    ] as const) {
      const page = await app.hr.submit("/officers/6002/corrections", form, { language });
      expect(page.status).toBe(422);
      expect(await page.text()).toContain(tick);
    }
    const done = await app.hr.submit("/officers/6002/corrections", { ...form, anotherPerson: "6001" });
    expect(done.status).toBe(303);
    expect(await (await app.hr.page("/officers/6002")).text()).toContain("确认是另一人（不是警号 6001）");
    const { events } = await loadEvents(app.store, { kind: "officer", id: "6002" }, { after: 1, limit: 9 });
    expect(events[0]).toMatchObject({ type: "officer.corrected", change: { anotherPersonThan: "6001" } });
    expect(await claimFaults("6002")).toEqual([]);
  });

  it("lets go of the facts of before, and holds the new ones against whoever comes", async () => {
    expect((await enter("6011", "旧名")).status).toBe(201);
    expect((await correct("6011", { name: "新名" })).status).toBe(201);
    const [, left] = identityKeys({ ...facts, serviceNumber: "6011", name: "旧名" });
    expect((await loadClaimed(app.store, left))?.numbers).toEqual([]);
    expect((await enter("6012", "旧名")).status).toBe(201);
    const taken = await problemOf(await enter("6013", "新名"));
    expect(taken.errors[0]?.message).toContain("6011");
    expect((await correct("6011", { kind: "auxiliary" })).status).toBe(201);
    expect(await claimFaults("6011")).toEqual([]);
    expect(await claimFaults("6012")).toEqual([]);
  });

  it("at the same time as people are entered with them, one of all of them comes through", async () => {
    const corrected = ["6101", "6102", "6103"];
    for (const number of corrected) expect((await enter(number, `先${number}`)).status).toBe(201);
    const answers = await Promise.all([
      ...corrected.map((number) => correctSeen(number, 1, { name: "同" })),
      ...["6104", "6105", "6106"].map((number) => enter(number, "同")),
    ]);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(5);
    for (const answer of refused) expect((await problemOf(answer)).code).toBe("same-person-other-number");
    for (const number of corrected) expect(await claimFaults(number)).toEqual([]);
  });

  it("of two corrections at the same time one is asked about", async () => {
    for (const [number, name] of [
      ["6301", "丙"],
      ["6302", "丁"],
    ] as const)
      expect((await enter(number, name)).status).toBe(201);
    const both = ["6301", "6302"].map((number) => correct(number, { name: "戊" }));
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 422]);
  });
});

describe("a correction that waits for another person", () => {
  it("is asked about again where somebody came with the new facts since, and can be proposed again", async () => {
    // Put on file before there were claims: none of them is a fault.
    expect(await claimFaults("100001")).toEqual([]);
    expect((await correct("100001", { name: "己", sex: "male", birthMonth: "1990-01" })).status).toBe(201);
    expect((await enter("6201", "己")).status).toBe(201);
    const approve = (id: string) =>
      app.approver.post(`/officers/100001/corrections/${id}/decide`, { decision: "approve" });
    const refused = await problemOf(await approve("k1"));
    expect(refused.errors[0]).toMatchObject({ code: "same-person-other-number" });
    expect(refused.errors[0]?.message).toContain("6201");
    const page = await app.approver.submit("/officers/100001/corrections/k1/decide", { decision: "approve" });
    expect(await page.text()).toContain("提出时尚未核对");
    const reject = { decision: "reject", reason: "须核对 6201" };
    expect((await app.approver.post("/officers/100001/corrections/k1/decide", reject)).status).toBe(200);
    const again = { name: "己", sex: "male", birthMonth: "1990-01" };
    expect((await correct("100001", again)).status).toBe(422);
    expect((await correct("100001", { ...again, anotherPerson: ["6201"] })).status).toBe(201);
    expect(await (await app.approver.page("/officers/100001")).text()).toContain("不是警号 6201");
    expect((await approve("k2")).status).toBe(200);
    // The first change of facts takes both claims.
    expect(await claimFaults("100001")).toEqual([]);
    const taken = await problemOf(await enter("6202", "己"));
    for (const number of ["100001", "6201"]) expect(taken.errors[0]?.message).toContain(number);
    const spelled = await problemOf(await enter("00100001", "庚"));
    expect(spelled.errors[0]?.message).toContain("100001");
  });
});
