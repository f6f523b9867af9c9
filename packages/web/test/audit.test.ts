import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { noteText } from "@dunmiao/domain/audit/signedNote";
import { checkCode, headText } from "@dunmiao/domain/audit/treeHead";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import type { Store } from "@dunmiao/store/engine/client";
import { headKey } from "@dunmiao/store/engine/treeKeys";
import { expect, test } from "vitest";
import { testApp } from "./app.ts";
import { idOf, populatedApp } from "./fixture.ts";

/** Closes the first day with a change, before `asOf`, and keeps its head. */
async function signDay(store: Store, asOf: string) {
  await closePage(store, asOf);
  const waiting = await headToSign(store, "dunmiao.test");
  if (!waiting) throw new Error("no head");
  const note = noteText(headText(waiting.head), [line]);
  await keepHead(store, waiting.state, note, asOf);
  return { waiting, note };
}

const line = "— dunmiao.test AAAAAAAAAAAA\n";

test("the signed heads of days are shown to whoever audits, each with its check code and its text", async () => {
  const { store, as, hr } = await testApp();
  const auditor = await as({ id: "auditor-1", role: "auditor" });
  expect(await (await auditor.page("/audit/heads")).text()).toContain("还没有日终签名");
  await hr.post("/units", { code: "JG-01", name: "机关一", kind: "office" }, { key: "unit-1" });
  const { waiting, note } = await signDay(store, "2026-03-04");
  const code = checkCode(waiting.head);
  expect(await (await auditor.get("/audit/heads")).json()).toEqual({
    items: [{ ...waiting.head, day: "2026-03-02", size: 1, code }],
  });
  for (const language of ["zh-CN", "en"] as const) {
    const page = await (await auditor.page("/audit/heads", { language })).text();
    expect(page).toContain(code);
    expect(page).toContain("/audit/heads/2026-03-02");
  }
  expect(await (await auditor.get("/audit/heads/2026-03-02")).text()).toBe(note);
  expect((await auditor.get("/audit/heads/2026-03-03")).status).toBe(404);
  expect((await hr.get("/audit/heads")).status).toBe(403);
  expect(await (await auditor.page("/")).text()).toContain(`2026-03-02日终校验码：${code}`);
  expect(await (await hr.page("/")).text()).not.toContain(code);
});

test("prints bear the check code of the last signed day, and are made where none was signed or its row is damaged", async () => {
  const { store, hr } = await populatedApp();
  const prints = ["print", "ruling/print", "hand-over/print"].map(
    (each) => `/secondments/${idOf("100001")}/${each}`,
  );
  const linesIn = (language: "zh-CN" | "en") =>
    Promise.all(
      prints.map(async (path) => {
        const html = await (await hr.page(path, { language })).text();
        return /class="dm-paper-line">(.*?)<\/div>/.exec(html)?.[1] ?? `${path}: no print`;
      }),
    );
  const bare = [1, 1, 1].map(() => expect.stringMatching(/制表日期：[^>]*<\/span>$/));
  expect(await linesIn("zh-CN")).toEqual(bare);
  const { waiting } = await signDay(store, "2026-03-04");
  const code = checkCode(waiting.head);
  for (const line of await linesIn("zh-CN")) expect(line).toContain(`日日终校验码：${code}</span>`);
  for (const line of await linesIn("en"))
    expect(line).toMatch(new RegExp(`at the end of .*: ${code}</span>$`));
  const Item = { ...headKey(waiting.head.day), note: 1 };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  expect(await linesIn("zh-CN")).toEqual(bare);
});
