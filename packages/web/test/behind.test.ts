import { createSession } from "@dunmiao/store/session";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { appOver, bodyOf, clientOf } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";
import { onFile, planned } from "./pairs.ts";

/** The first day on which something is due to everybody of the fixture, whom nobody has swept. */
const firstDue = "2025-08-26";
const lists = [
  "/secondments?cohort=batch-1",
  "/?whose=all",
  "/cohorts/batch-1",
  "/cohorts/batch-1/timeline",
  "/cohorts/batch-1/assessments",
  "/cohorts/batch-1/assessments?forms=all",
  "/cohorts/batch-1/assessments?without=months",
  "/officers/100001",
];
const behindSchema = z.object({ behind: z.object({ count: z.number(), since: z.string() }).optional() });

let app: PopulatedApp;
let onDay: (day: string) => Promise<ReturnType<typeof clientOf>>;
beforeAll(async () => {
  app = await populatedApp();
  onDay = async (day) => {
    const clock = { today: () => day, now: () => `${day}T01:00:00.000Z` };
    return clientOf(
      appOver(app.store, { clock }),
      await createSession(app.store, { id: "hr-1", role: "hr" }),
    );
  };
});

describe("a list that is older than the pages of its people says so", () => {
  test.each(lists)("%s, from the day on which something is due that nobody did", async (path) => {
    const client = await onDay(firstDue);
    const { behind } = behindSchema.parse(await bodyOf(client.get(path)));
    expect(behind).toEqual({ count: path.startsWith("/officers") ? 1 : 4, since: firstDue });
    expect(await (await client.page(path)).text()).toContain(`条记录自 ${firstDue} 起有到期事项尚待每日处理`);
    expect(await (await client.page(path, { language: "en" })).text()).toContain(
      `had something due since ${firstDue} that daily processing has not done yet`,
    );
  });

  test.each(lists)("%s, and nothing the day before", async (path) => {
    const client = await onDay("2025-08-25");
    expect(behindSchema.parse(await bodyOf(client.get(path)))).toEqual({});
    expect(await (await client.page(path)).text()).not.toContain("dm-behind");
  });

  test("its lines and files do, too", async () => {
    const client = await onDay(firstDue);
    expect(await (await client.get("/secondments.csv", { language: "en" })).text()).toContain(
      `due since ${firstDue}, not processed yet`,
    );
    const book = await (await client.page("/secondments?as=xlsx")).arrayBuffer();
    const [sheet] = (await readXlsx(new Uint8Array(book))).sheets;
    expect(sheet?.rows.flat().join("\n")).toContain(`有 4 条记录自 ${firstDue} 起`);
  });

  test("a status that is not written yet is missing behind its filter, and the page says why", async () => {
    const client = await onDay("2026-08-26");
    const found = await bodyOf<{ total: number; behind?: { count: number } }>(
      client.get("/secondments?cohort=batch-1&status=awaiting-ruling"),
    );
    expect(found).toMatchObject({ total: 0, behind: { count: 4 } });
  });
});

test("a workbook shows everybody with what is due today done, as their own pages do", async () => {
  const client = await onDay("2026-08-26");
  const own = await bodyOf<{ checkpoints: { state: string }[] }>(
    client.get(`/secondments/${idOf("100002")}`),
  );
  const missed = own.checkpoints.filter(({ state }) => state === "missed").length;
  expect(missed).toBeGreaterThan(0);
  const answer = await client.page("/cohorts/batch-1/workbook.xlsx");
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  const rowsOf = (name: string) =>
    (sheets.find((sheet) => sheet.name === name)?.rows ?? []).filter((row) => row.includes("100002"));
  expect(rowsOf("人员")[0]).toContain("待认定");
  expect(rowsOf("考核节点").filter((row) => row.includes("逾期未报")).length).toBe(missed);
});

describe("of pairs", () => {
  const ofPairs = ["/pairs", "/pairs/statistics", "/pairs/tasks?whose=all", "/pairs/files"];
  beforeAll(async () => {
    await onFile(app, "300001");
    await onFile(app, "110001", "JG-01");
    await planned(app.hr, { apprentice: "300001" });
  });

  test.each([...ofPairs, "/pairs/summary"])("%s says so in a program's answer", async (path) => {
    const client = await onDay("2026-06-01");
    const { behind } = behindSchema.parse(await bodyOf(client.get(path)));
    expect(behind).toEqual({ count: 1, since: "2026-02-24" });
  });

  test.each([...ofPairs, "/pairs/activities"])("%s says so on the page", async (path) => {
    const client = await onDay("2026-06-01");
    expect(await (await client.page(path)).text()).toContain("条记录自 2026-02-24 起有到期事项尚待每日处理");
    expect(await (await (await onDay("2026-02-23")).page(path)).text()).not.toContain("dm-behind");
  });
});
