import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { listFlags } from "@dunmiao/store/engine/flag";
import { recordKey, sessionKey, textKey } from "@dunmiao/store/engine/keys";
import { showingTheRest, type UnreadableRow } from "@dunmiao/store/engine/unreadable";
import { loadRecordText } from "@dunmiao/store/recordText";
import { createSession } from "@dunmiao/store/session";
import { beforeAll, describe, expect, test } from "vitest";
import { problemOf } from "./app.ts";
import { oneOfEach, whileDamaged } from "./damagedRows.ts";
import { damages } from "./damages.ts";
import { idOf, standing } from "./fixture.ts";

let all: Awaited<ReturnType<typeof oneOfEach>>;
beforeAll(async () => {
  all = await oneOfEach();
});
const id = idOf("100001");
const flagsOf = async (named: { kind: string; id: string }) =>
  (await listFlags(all.app.store)).filter((each) => each.kind === named.kind && each.id === named.id);

describe("one damaged row takes no page down, the rest is shown and HR finds the record", () => {
  test.each(damages)("%s", async (_, damageOf) => {
    const { app, open, made } = all;
    const damage = damageOf(made);
    const { as = "hr", path, named, rest } = damage;
    expect(await (await open(as, path)).text()).not.toContain("could not be read");
    await whileDamaged(app.store, damage, async () => {
      const page = await open(as, path);
      const html = await page.text();
      expect([page.status, html.includes(rest)]).toEqual([200, true]);
      const said = "1 record could not be read and is not on this page; HR has been told";
      expect(html).toContain(as === "hr" ? `${said}: ${named.id}` : said);
      expect((await open(as, path, "application/json")).status).toBeLessThan(500);
      expect(await flagsOf(named)).toMatchObject([{ summary: { code: "row-unreadable" } }]);
    });
    expect(await (await open("hr", "/")).text()).toContain(`${named.kind} ${named.id}`);
    const handled = await app.hr.post(`/flags/${named.kind}/${named.id}/handled`, {});
    expect(handled.status).toBe(200);
  });
});

describe("what stands on a damaged row alone", () => {
  const key = recordKey("secondment", id);

  test("is refused by a sentence with the record's id, nothing is written, and HR finds a flag", async () => {
    const { app, open } = all;
    const before = await standing(app.hr, id);
    await whileDamaged(app.store, { key, part: "record" }, async () => {
      const page = await open("hr", `/secondments/${id}`);
      expect([page.status, (await page.text()).includes(`it is on the to-do list: ${id}`)]).toEqual([
        500,
        true,
      ]);
      const other = await open("station", `/secondments/${id}`);
      expect(await other.text()).toContain("so nothing was changed; HR has been told");
      const act = await app.hr.post(`/secondments/${id}/report-in`, { on: "2025-08-26" });
      expect(await problemOf(act)).toMatchObject({ httpStatus: 500, code: "row-unreadable" });
      expect(await flagsOf({ kind: "secondment", id })).toHaveLength(1);
    });
    expect(await standing(app.hr, id)).toEqual(before);
  });

  test("is written by nobody on the strength of a list with a gap, also one that is held in memory", async () => {
    const { app } = all;
    const unit = { key: recordKey("unit", "42010202"), part: "summary" } as const;
    await whileDamaged(app.store, unit, async () => {
      expect((await app.hr.page("/units")).status).toBe(200);
      const facts = { sex: "male", birthMonth: "1990-01", kind: "officer", homeUnit: "JG-01" };
      const entered = await app.hr.post("/officers", { serviceNumber: "7001", name: "甲", ...facts });
      expect(await problemOf(entered)).toMatchObject({ httpStatus: 500, code: "row-unreadable" });
    });
  });

  test("is a text beside a record: left out where a page is shown, an error where a rule reads", async () => {
    const { store } = all.app;
    const text = { name: "ASSESSMENT", id: "f1.1" };
    const damage = { key: textKey("secondment", id, text.name, text.id), part: "whole" } as const;
    await whileDamaged(store, damage, async () => {
      const unreadable = new Map<string, UnreadableRow>();
      const read = () => loadRecordText(store, id, text);
      expect(await showingTheRest(unreadable, read)).toBeUndefined();
      expect([...unreadable.values()]).toMatchObject([{ kind: "secondment", id }]);
      await expect(read()).rejects.toThrow(/does not parse/);
    });
  });

  test("is a session: who holds it signs in again", async () => {
    const { app } = all;
    const cookie = await createSession(app.store, { id: "hr-9", role: "hr" });
    const Item = { ...sessionKey(cookie), actor: 1 };
    await app.store.documents.send(new PutCommand({ TableName: app.store.tableName, Item }));
    const headers = { Cookie: `session=${cookie}`, Accept: "text/html" };
    expect([302, 303, 401]).toContain((await app.app.request("/", { headers })).status);
  });
});
