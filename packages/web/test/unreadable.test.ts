import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Message } from "@dunmiao/domain/notification";
import { listFlags } from "@dunmiao/store/engine/flag";
import { draftKey, messageKey, recordKey } from "@dunmiao/store/engine/keys";
import { byCohort } from "@dunmiao/store/engine/lists";
import { showingTheRest } from "@dunmiao/store/engine/unreadable";
import { listMessages, putMessage } from "@dunmiao/store/notification";
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

describe("a damaged row beside the records", () => {
  let own: PopulatedApp;
  beforeAll(async () => {
    own = await populatedApp();
    const message = { code: "escalated", secondmentId: sound, checkpoint: "mid-term", on: "2026-03-01" };
    const facts = { name: { "zh-CN": "中期评估", en: "Mid-term" }, dueOn: "2026-02-26" };
    const about = { serviceNumber: "100002", name: "民警100002", station: "大智派出所" };
    const to: Message["to"] = [{ role: "hr", unit: "bureau" }];
    await putMessage(own.store, { ...message, ...facts, about, to } as Message);
  });
  const damage = (key: Record<string, unknown>) =>
    own.store.documents.send(
      new PutCommand({
        TableName: own.store.tableName,
        Item: { ...key, digest: "{", message: 1, outcome: 1 },
      }),
    );
  const inbox = { role: "hr", unit: "bureau" } as const;
  const about = { on: "2026-03-02", about: damaged, checkpoint: "mid-term", code: "escalated" };
  const form = `/secondments/${damaged}/checkpoints/mid-term/forms/station`;

  test("a draft that cannot be read keeps nobody from writing the form: what is typed takes its place", async () => {
    await damage(draftKey("secondment", damaged, "mid-term.station"));
    const saved = await own.station.submit(form, { act: "draft", text: "Half a" });
    expect([saved.status, saved.headers.get("Location")]).toEqual([303, `${form}?saved`]);
    expect(await (await own.station.page(form)).text()).toContain("Half a</textarea>");
  });

  test("an inbox goes on past it", async () => {
    const { messages } = await listMessages(own.store, inbox, { limit: 500 });
    await damage(messageKey(inbox, about));
    const seen: unknown[] = [];
    const unreadable = new Map();
    let before: string | undefined;
    do {
      const page = await showingTheRest(unreadable, () =>
        listMessages(own.store, inbox, { limit: 1, before }),
      );
      seen.push(...page.messages);
      before = page.next;
    } while (before !== undefined);
    expect(messages.length).toBeGreaterThan(1);
    expect(seen).toEqual(messages);
    expect([...unreadable.values()]).toMatchObject([{ kind: "secondment", id: damaged }]);
  });
});
