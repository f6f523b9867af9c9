import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { listFlags } from "@dunmiao/store/flag";
import { recordKey } from "@dunmiao/store/keys";
import { byCohort } from "@dunmiao/store/lists";
import { beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

let app: PopulatedApp;
const damaged = idOf("100001");
const sound = idOf("100002");
beforeAll(async () => {
  app = await populatedApp();
  const { documents, tableName: TableName } = app.store;
  const { Item } = await documents.send(new GetCommand({ TableName, Key: recordKey("secondment", damaged) }));
  expect(Item).toBeDefined();
  await documents.send(new PutCommand({ TableName, Item: { ...Item, summary: { name: 1 } } }));
});

describe("one row of a list that does not parse", () => {
  test.each(["/", "/?whose=all", "/secondments", "/cohorts/batch-1"])(
    "takes no page down: %s",
    async (path) => {
      const page = await app.hr.page(path, { language: "en" });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(
        `1 record could not be read and is not on this page; HR has been told: ${damaged}`,
      );
      const inChinese = await (await app.hr.page(path, { language: "zh-CN" })).text();
      expect(inChinese).toContain(`有 1 条记录无法读取，本页未列出，已转人事部门核查：${damaged}`);
    },
  );

  test("the rest is listed, and JSON says what is missing", async () => {
    const body = await (await app.hr.get("/secondments")).json();
    expect(body).toMatchObject({ unreadable: [{ kind: "secondment", id: damaged }] });
    expect(JSON.stringify(body)).toContain(sound);
  });

  test("is a flag for HR, once, with the day of the first time", async () => {
    await app.hr.page("/secondments");
    const [first, ...more] = await listFlags(app.store);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ kind: "secondment", id: damaged, summary: { code: "row-unreadable" } });
    await app.hr.page("/secondments");
    expect(await listFlags(app.store)).toEqual([first]);
  });

  test("leaves no file half full without a word", async () => {
    expect((await app.hr.get("/secondments.csv")).status).toBe(500);
    expect((await app.hr.page("/secondments?as=xlsx")).status).toBe(500);
  });

  test("is an error where rules read", async () => {
    await expect(byCohort(app.store, "batch-1", z.strictObject({ none: z.string() }))).rejects.toThrow(
      /does not parse/,
    );
  });
});
