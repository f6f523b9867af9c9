import { calendarHistory } from "@dunmiao/store/calendarHistory";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { verifyWhole } from "@dunmiao/store/verify/verifyBeside";
import { beforeAll, describe, expect, it } from "vitest";
import { bodyOf, type TestApp, testApp, upload } from "../../web/test/app.ts";
import { cohortFile } from "../../web/test/importFile.ts";
import { saveCohort, saveUnits } from "../../web/test/people.ts";
import { runImport } from "./runImport.ts";

const id = "202603-gggggg";
const evidence = { number: "1", title: "核查结果", date: "2026-02-10" };
let web: TestApp;
let approver: Awaited<ReturnType<TestApp["as"]>>;

beforeAll(async () => {
  web = await testApp();
  approver = await web.as({ id: "approver-1", role: "approver" });
  await saveUnits(web.store, 2, 12);
  await saveCohort(web.store, id);
});

/** Somebody who is told apart from the same number without its zero. */
async function person(serviceNumber: string, name: string) {
  const facts = { sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "O1" };
  const body = { serviceNumber, name, ...facts, anotherPerson: [serviceNumber.slice(1)] };
  expect((await web.hr.post("/officers", body)).status).toBe(201);
}

function merge(from: string, into: string, seen = 1) {
  return web.hr.post(`/officers/${from}/merge`, { seen, into, evidence });
}

type Checked = { id: string; errors: { message: string }[]; questions?: { row: number; known: string }[] };

async function checked(number: string, name: string, station: string) {
  const file = upload(await cohortFile([[number, name, "男", "1990-01", "民警", "O1", station, "", ""]]));
  return bodyOf<Checked>(web.hr.post(`/cohorts/${id}/imports`, file));
}

async function run(importId: string) {
  await runImport(web.store, importId);
  return bodyOf<{ created: number; alreadyThere: number; refused: { code: string }[] }>(
    web.hr.get(`/imports/${importId}`),
  );
}

async function termOf(number: string) {
  return loadRecord(web.store, secondmentNoun, `${id}-${number}`);
}

async function expectWhole(...numbers: string[]) {
  const terms = await Promise.all(numbers.map(termOf));
  const of = [
    ...numbers.map((number) => ({ kind: "officer" as const, id: number })),
    ...terms.flatMap((each) => (each ? [{ kind: "secondment" as const, id: each.id }] : [])),
  ];
  for (const each of of) {
    const found = await verifyWhole(web.store, each, await calendarHistory([]));
    expect(found, each.id).toEqual({ chain: [], faults: [] });
  }
}

describe("a list with a number that was merged", () => {
  it("says into which, and comes in under that one where a person says it is the same", async () => {
    await person("500001", "甲");
    await person("0500001", "甲");
    expect((await merge("500001", "0500001")).status).toBe(201);
    const found = await checked("500001", "甲", "B0-S0");
    expect(found.errors[0]?.message).toContain("警号 500001 已并入警号 0500001");
    expect(found.questions).toMatchObject([{ row: 2, known: "0500001" }]);
    const another = await web.hr.post(`/imports/${found.id}/confirm`, {
      samePerson: [{ row: 2, is: "another" }],
    });
    expect(another.status).toBe(409);
    const same = await web.hr.post(`/imports/${found.id}/confirm`, { samePerson: [{ row: 2, is: "same" }] });
    expect(same.status).toBe(200);
    expect(await run(found.id)).toMatchObject({ created: 1, refused: [] });
    expect(await termOf("500001")).toBeUndefined();
    expect(await termOf("0500001")).toMatchObject({ officer: { serviceNumber: "0500001" } });
    await expectWhole("500001", "0500001");
  });

  it("finds a term that was made under it already there", async () => {
    const first = await checked("600001", "乙", "B0-S1");
    expect((await web.hr.post(`/imports/${first.id}/confirm`, {})).status).toBe(200);
    await run(first.id);
    await person("0600001", "乙");
    const waits = await bodyOf<{ corrections: { id: string }[] }>(merge("600001", "0600001"));
    const url = `/officers/600001/corrections/${waits.corrections[0]?.id}/decide`;
    expect((await approver.post(url, { decision: "approve" })).status).toBe(200);
    const again = await checked("600001", "乙", "B0-S1");
    expect(again.errors).toEqual([]);
    expect((await web.hr.post(`/imports/${again.id}/confirm`, {})).status).toBe(200);
    expect(await run(again.id)).toMatchObject({ created: 0, alreadyThere: 1, refused: [] });
    await expectWhole("600001", "0600001");
  });
});

describe("at the same time", () => {
  it("of two merges into each other one takes effect", async () => {
    await person("700001", "丙");
    await person("0700001", "丙");
    const answers = await Promise.all([merge("700001", "0700001"), merge("0700001", "700001")]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const both = await Promise.all(["700001", "0700001"].map((n) => loadRecord(web.store, officerNoun, n)));
    expect(both.filter((each) => each?.mergedInto !== undefined)).toHaveLength(1);
    await expectWhole("700001", "0700001");
  });

  it("a merge and the start of a secondment of the duplicate leave one person who holds it, or no term", async () => {
    for (const n of [1, 2, 3]) {
      const [from, into] = [`80000${n}`, `080000${n}`];
      await person(from, `丁${n}`);
      await person(into, `丁${n}`);
      const list = await checked(from, `丁${n}`, `B0-S${n + 1}`);
      expect((await web.hr.post(`/imports/${list.id}/confirm`, {})).status).toBe(200);
      const [merged, ran] = await Promise.all([merge(from, into), run(list.id)]);
      expect(merged.status).toBe(201);
      const officer = await loadRecord(web.store, officerNoun, from);
      if (officer?.mergedInto === undefined) {
        const decision = await approver.post(`/officers/${from}/corrections/k1/decide`, {
          decision: "approve",
        });
        expect([ran.created, decision.status]).toEqual([1, 200]);
        expect(await termOf(from)).toMatchObject({ corrected: [{ into }] });
      } else {
        const term = await termOf(from);
        if (term) expect(term).toMatchObject({ corrected: [{ into }] });
        else expect(ran.refused).toMatchObject([{ code: "merged-number" }]);
      }
      await expectWhole(from, into);
    }
  });
});
