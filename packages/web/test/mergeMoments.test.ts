import { calendarHistory } from "@dunmiao/store/calendarHistory";
import { loadRecord } from "@dunmiao/store/engine/record";
import { officerNoun } from "@dunmiao/store/officer";
import { secondmentNoun } from "@dunmiao/store/secondment";
import { verifyWhole } from "@dunmiao/store/verify/verifyBeside";
import { beforeAll, expect, test } from "vitest";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { place, saveCohort } from "./people.ts";

const evidence = { number: "1", title: "核查结果", date: "2026-02-10" };
const people = Array.from({ length: 8 }, (_, n) => String(900_001 + n));
let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

async function person(serviceNumber: string, name: string, anotherPerson: string[] = []) {
  const facts = { sex: "male", birthMonth: "1988-11", kind: "officer", homeUnit: "JG-01" };
  const answer = await app.hr.post("/officers", { serviceNumber, name, ...facts, anotherPerson });
  expect(answer.status).toBe(201);
}

const merge = (from: string, into: string, seen = 1) =>
  app.hr.post(`/officers/${from}/merge`, { seen, into, evidence });

async function expectWhole(kind: "officer" | "secondment", ...ids: string[]) {
  const calendars = await calendarHistory([]);
  for (const id of ids)
    expect(await verifyWhole(app.store, { kind, id }, calendars), id).toEqual({ chain: [], faults: [] });
}

/** Done, or told that something else was first or that it is to be tried again; nothing else. */
function expectTold(answers: readonly Response[]) {
  for (const { status } of answers) expect([200, 201, 409, 422, 503]).toContain(status);
}

test("twenty merges of two numbers into each other at one moment are one merge", async () => {
  await person("800001", "丙");
  await person("0800001", "丙", ["800001"]);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      n % 2 === 0 ? merge("800001", "0800001") : merge("0800001", "800001"),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expectTold(answers);
  const both = await Promise.all(
    ["800001", "0800001"].map((number) => loadRecord(app.store, officerNoun, number)),
  );
  expect(both.filter((each) => each?.mergedInto !== undefined)).toHaveLength(1);
  await expectWhole("officer", "800001", "0800001");
});

test("a ring of numbers merged at one moment is left as ways that end", async () => {
  const ring = ["810001", "810002", "810003", "810004"];
  for (const [n, number] of ring.entries()) await person(number, `丁${"甲乙丙丁"[n]}`);
  const answers = await Promise.all(ring.map((number, n) => merge(number, ring[(n + 1) % 4] ?? "")));
  expectTold(answers);
  const found = await Promise.all(ring.map((number) => loadRecord(app.store, officerNoun, number)));
  expect(found.filter((each) => each?.mergedInto === undefined).length).toBeGreaterThan(0);
  await expectWhole("officer", ...ring);
});

test("merges that take effect while their people report in and ask for leave lose no act and leave every chain whole", async () => {
  const cohort = await saveCohort(app.store, "moments");
  for (const [n, number] of people.entries()) {
    await place(app.store, cohort, { number, station: "42010201", home: "JG-01", post: `挂职${number}` });
    await person(`0${number}`, `学员${number}`, [number]);
    expect((await merge(number, `0${number}`)).status, String(n)).toBe(201);
  }
  const idOf = (number: string) => `moments-${number}`;
  const acts = people.flatMap((number) => [
    () => app.approver.post(`/officers/${number}/corrections/k1/decide`, { decision: "approve" }),
    () => app.station.post(`/secondments/${idOf(number)}/report-in`, { on: "2026-03-02" }),
    () =>
      app.hr.post(`/secondments/${idOf(number)}/absences`, {
        class: "sick",
        from: "2026-03-09",
        to: "2026-03-09",
      }),
  ]);
  const answers = await Promise.all(acts.map((act) => act()));
  for (const [n, number] of people.entries()) {
    const [merged, reported, asked] = answers.slice(n * 3, n * 3 + 3).map(({ status }) => status);
    const officer = await loadRecord(app.store, officerNoun, number);
    const term = await loadRecord(app.store, secondmentNoun, idOf(number));
    expect(officer?.mergedInto !== undefined, number).toBe(merged === 200);
    expect(term?.corrected?.at(-1)?.into, number).toBe(merged === 200 ? `0${number}` : undefined);
    expect(term?.reportedInOn !== undefined, number).toBe(reported === 200);
    expect(term?.absences.length, number).toBe(asked === 201 ? 1 : 0);
  }
  expectTold(answers);
  await expectWhole("officer", ...people, ...people.map((number) => `0${number}`));
  await expectWhole("secondment", ...people.map(idOf));
});
