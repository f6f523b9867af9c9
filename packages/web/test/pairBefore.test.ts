import { earliest } from "@dunmiao/domain/earliest";
import { pairStepsOf } from "@dunmiao/domain/pair/pairSteps";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { recordKey } from "@dunmiao/store/engine/keys";
import { loadRecord } from "@dunmiao/store/engine/record";
import { pairNoun } from "@dunmiao/store/pair";
import { pairSchemeOf } from "@dunmiao/store/pairScheme";
import { beforeAll, expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { editItem } from "../../store/test/editItem.ts";
import { bodyOf } from "./app.ts";
import { populatedApp } from "./fixture.ts";
import { onFile, pairOf, planned, usual } from "./pairs.ts";

type Edit = Parameters<typeof editItem>[2];
let app: Awaited<ReturnType<typeof populatedApp>>;
const faults = async () => (await verifyTable(app.store)).faults.map(({ fault }) => fault);

beforeAll(async () => {
  app = await populatedApp();
  for (const apprentice of ["300001", "300002"]) await onFile(app, apprentice);
  for (const mentor of ["110001", "110002"]) await onFile(app, mentor, "JG-01");
});

test("a pair written before it said whom it follows is no fault, and the one that was handed over counts no more; another one is a fault", async () => {
  const { id } = await planned(app.hr, { apprentice: "300002" });
  const { eligibility, kin } = usual;
  const over = { mentor: "110002", from: "2026-03-02", reason: "师傅离职", eligibility, kin };
  expect((await app.hr.post(`/pairs/${id}/hand-over`, over)).status).toBe(200);
  const figures = async () =>
    (await bodyOf<{ pairs: number }>(app.hr.get("/pairs/summary?apprentice=300002"))).pairs;
  const next = (await pairOf(app.hr, id)).continuedBy?.pairId ?? "";
  const edit = (follows: string | undefined) =>
    editItem(app.store, recordKey("pair", next), (item) => {
      item.summary = JSON.stringify({ ...JSON.parse(item.summary), follows });
    });
  expect([await figures(), await faults()]).toEqual([1, []]);
  await edit(undefined);
  expect([await figures(), await faults()]).toEqual([1, []]);
  await edit("pair-0");
  expect(await faults()).toEqual(["summary"]);
  await edit(id);
});

test("a pair written before pairs told anything is due on the day of its next step, which is no fault; any other day is one", async () => {
  const { id } = await planned(app.hr, { apprentice: "300001", from: "2026-03-02" });
  await app.hr2.post(`/pairs/${id}/approve`, {});
  const calendar = await calendarReader(app.store).current();
  const edit = (how: Edit) => editItem(app.store, recordKey("pair", id), how);

  const pair = await loadRecord(app.store, pairNoun, id);
  if (!pair) throw new Error("no pair");
  const steps = pairStepsOf(pair, { scheme: await pairSchemeOf(app.store, pair), calendar });
  const untold = steps.filter(({ step }) => step !== "give-notice");
  const [next, nextUntold] = [earliest(steps)?.on, earliest(untold)?.on];
  expect([next, nextUntold]).toEqual(["2026-03-17", "2026-03-26"]);
  await edit((item) => {
    item.dueAt = `${nextUntold}#${id}`;
    item.summary = JSON.stringify({ ...JSON.parse(item.summary), next: nextUntold });
  });
  expect(await faults()).toEqual([]);
  await edit((item) => Object.assign(item, { dueAt: `2026-12-01#${id}` }));
  expect(await faults()).toEqual(["due-on", "summary"]);
});
