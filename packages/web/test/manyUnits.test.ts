import { beforeAll, describe, expect, it } from "vitest";
import { plantUnits } from "../../workflow/test/support/plant.ts";
import { bodyOf, type TestApp, testApp, upload } from "./app.ts";
import { cohortFile, personRow } from "./importFile.ts";
import { actingOn, saveCohort, saveUnits } from "./people.ts";

const id = "202603-mmmmmm";
const stations = 2_600;
let web: TestApp;

beforeAll(async () => {
  web = await testApp();
  await saveUnits(web.store, 1, 1);
  await saveCohort(web.store, id);
  const kind = "station" as const;
  const many = Array.from({ length: stations }, (_, n) => ({
    code: `Z${n}`,
    name: `第${n}派出所`,
    kind,
    parent: "B0",
  }));
  await plantUnits(actingOn(web.store), many);
});

describe("more units than one page of a directory", () => {
  it("all are listed and found", async () => {
    const { items } = await bodyOf<{ items: unknown[] }>(web.hr.get("/units"));
    expect(items).toHaveLength(stations + 4);
    expect(await bodyOf(web.hr.get(`/units?q=Z${stations - 1}`))).toMatchObject({
      items: [{ code: "Z2599" }],
    });
  });

  it("none is unknown to a list", async () => {
    const people = ["Z999", `第${stations - 1}派出所`].map((station, n) => personRow(n, station));
    const checked = await bodyOf(web.hr.post(`/cohorts/${id}/imports`, upload(await cohortFile(people))));
    expect(checked).toMatchObject({ errors: [], total: 2 });
  });
});
