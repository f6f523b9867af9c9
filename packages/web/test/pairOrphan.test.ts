import { cohortNoun } from "@dunmiao/store/cohort";
import { loadRecord } from "@dunmiao/store/engine/record";
import { beforeAll, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { bodyOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, pairOf, planned } from "./pairs.ts";
import { place } from "./people.ts";

let app: PopulatedApp;
let pairs: { runs: string; waits: string; later: string; other: string };
beforeAll(async () => {
  app = await populatedApp();
  for (const number of ["110001", "300001", "300002", "300003"]) await onFile(app, number, "JG-01");
  const mentor = { serviceNumber: "500001", name: "学员500001", sex: "male", birthMonth: "1988-11" };
  await app.hr.post("/officers", { ...mentor, kind: "officer", homeUnit: "JG-01" });
  const facts = { mentor: "500001", leading: "mentor" };
  pairs = {
    runs: (await planned(app.hr, { ...facts, apprentice: "300001", to: "2026-12-31" })).id,
    waits: (await planned(app.hr, { ...facts, apprentice: "300002", to: "2026-04-30", kin: true })).id,
    later: (await planned(app.hr, { ...facts, apprentice: "300002", from: "2026-10-01", to: "2026-12-31" }))
      .id,
    other: (await planned(app.hr, { mentor: "110001", apprentice: "300003" })).id,
  };
});

/** Plans the mentor to a secondment. */
async function send(): Promise<void> {
  const cohort = await loadRecord(app.store, cohortNoun, "batch-1");
  if (!cohort) throw new Error("no cohort");
  await place(app.store, cohort, {
    number: "500001",
    station: "42010202",
    home: "JG-01",
    post: "挂职副政委",
  });
}

const orphans = async () =>
  (await bodyOf<{ items: { id: string }[] }>(app.hr.get("/pairs?orphan=true"))).items.map(({ id }) => id);

test("whoever is planned to a secondment leaves the apprentices orphans in the same transaction, and nobody else's", async () => {
  expect(await orphans()).toEqual([]);
  await send();
  expect(await orphans()).toEqual([pairs.runs]);
  // The term of the cohort ends on 25 August: what begins later keeps its mentor.
  const away = [{ from: "2026-02-02", to: "2026-08-25", why: "secondment" }];
  expect(await pairOf(app.hr, pairs.runs)).toMatchObject({ isOrphan: true, mentorAway: away });
  expect(await pairOf(app.hr, pairs.waits)).toMatchObject({ mentorAway: [{ ...away[0], to: "2026-04-30" }] });
  for (const id of [pairs.later, pairs.other])
    expect(await pairOf(app.hr, id)).toMatchObject({ mentorAway: [] });
  const page = await (await app.hr.page(`/pairs/${pairs.runs}`)).text();
  expect(page).toContain("尚无代带人");
});

test("the same row again changes nothing, and verification finds nothing", async () => {
  const before = await pairOf(app.hr, pairs.runs);
  await send();
  expect(await pairOf(app.hr, pairs.runs)).toEqual(before);
  expect((await verifyTable(app.store, () => {})).faults).toEqual([]);
});
