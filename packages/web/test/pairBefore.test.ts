import { earliest } from "@dunmiao/domain/earliest";
import { pairStepsOf } from "@dunmiao/domain/pair/pairSteps";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { recordKey } from "@dunmiao/store/engine/keys";
import { loadRecord } from "@dunmiao/store/engine/record";
import { pairNoun } from "@dunmiao/store/pair";
import { pairSchemeOf } from "@dunmiao/store/pairScheme";
import { expect, test } from "vitest";
import { verifyTable } from "../../operate/src/verifyTable.ts";
import { editItem } from "../../store/test/editItem.ts";
import { populatedApp } from "./fixture.ts";
import { onFile, planned } from "./pairs.ts";

test("a pair written before pairs told anything is due on the day of its next step, which is no fault; any other day is one", async () => {
  const app = await populatedApp();
  await onFile(app, "300001");
  await onFile(app, "110001", "JG-01");
  const { id } = await planned(app.hr, { apprentice: "300001", from: "2026-03-02" });
  await app.hr2.post(`/pairs/${id}/approve`, {});
  const faults = async () => (await verifyTable(app.store)).faults.map(({ fault }) => fault);
  const calendar = await calendarReader(app.store).current();
  const edit = (how: Parameters<typeof editItem>[2]) => editItem(app.store, recordKey("pair", id), how);

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
