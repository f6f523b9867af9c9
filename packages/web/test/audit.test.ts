import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { noteText } from "@dunmiao/domain/audit/signedNote";
import { checkCode, headText } from "@dunmiao/domain/audit/treeHead";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import { keepChecked } from "@dunmiao/store/audit/differences";
import type { Store } from "@dunmiao/store/engine/client";
import { differenceKey, headKey } from "@dunmiao/store/engine/treeKeys";
import { expect, test } from "vitest";
import { begun } from "./accounts.ts";
import { bodyOf, testApp } from "./app.ts";
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
  const inbox = async (who: typeof hr) =>
    (await bodyOf<{ items: { code: string }[] }>(who.get("/notifications"))).items.filter(
      (each) => each.code === "day-signed",
    );
  expect(await inbox(auditor)).toEqual([
    {
      code: "day-signed",
      on: "2026-03-03",
      matter: { kind: "head", id: "2026-03-02", label: `2026-03-02日终校验码：${code}` },
    },
  ]);
  expect(await inbox(hr)).toEqual([]);
  const page = await (await auditor.page("/notifications", { language: "en" })).text();
  expect(page).toContain("keep its check code");
  expect(page).toMatch(new RegExp(`<a[^>]*href="/audit/heads"[^>]*>[^<]*${code}`));
});

test("a head that another key signed than the one before is said on the page of heads and to both hands", async () => {
  const { store, administrator, security } = await begun();
  const said = () =>
    Promise.all(
      [administrator, security].flatMap((hand) =>
        ["/audit/heads", "/accounts"].map(async (path) =>
          (await (await hand.page(path)).text()).includes("00000000 → 04104104"),
        ),
      ),
    );
  const { waiting } = await signDay(store, "2026-03-04");
  expect(await said()).toEqual([false, false, false, false]);
  const head = { ...waiting.head, day: "2026-03-03" };
  const note = noteText(headText(head), ["— dunmiao.test BBBBBBBBBBBB\n"]);
  const Item = { ...headKey(head.day), day: head.day, size: head.size, note };
  await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  expect(await said()).toEqual([true, true, true, true]);
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

test("a difference is told on every page of auditor and administrator until an auditor signs for it, and is open again when it is another one", async () => {
  const { store, as, hr } = await testApp();
  const auditor = await as({ id: "auditor-1", role: "auditor", name: "审计一" });
  const administrator = await as({ id: "admin-1", role: "administrator" });
  const band = "核验发现 1 处存储的数据不符";
  expect(await (await auditor.page("/audit/differences")).text()).toContain("没有不符");
  const found = { kind: "unit", id: "u 1", faults: ["altered-record v2"] };
  expect(await keepChecked(store, found, "2026-03-02")).toBe(true);
  for (const each of [auditor, administrator]) {
    const page = await (await each.page("/audit/differences")).text();
    expect(page).toContain(band);
    expect(page).toContain("档案与最后一条操作记录不符，版本 2");
  }
  expect(await (await auditor.page("/")).text()).toContain("核验不符 1 处，待查明并签字");
  expect(await (await hr.page("/")).text()).not.toContain(band);
  const sign = { difference: "1 unit u 1", note: "已由备份恢复" };
  expect((await hr.get("/audit/differences")).status).toBe(403);
  expect((await administrator.post("/audit/differences", sign, { key: "s-0" })).status).toBe(403);
  const empty = await auditor.post("/audit/differences", { ...sign, note: " " }, { key: "s-1" });
  expect(await empty.json()).toMatchObject({ errors: [{ pointer: "/note" }] });
  const old = await auditor.post("/audit/differences", { ...sign, difference: "3 unit u 1" }, { key: "s-2" });
  expect([old.status, await old.json()]).toMatchObject([409, { errors: [{ pointer: "/difference" }] }]);
  expect((await auditor.post("/audit/differences", sign, { key: "s-3" })).status).toBe(200);
  const signed = await (await auditor.page("/audit/differences", { language: "en" })).text();
  expect(signed).not.toContain("nobody has signed for");
  expect(signed).toMatch(/Signed by .*审计一.*: 已由备份恢复/);
  expect(await keepChecked(store, found, "2026-03-03")).toBe(false);
  expect(await keepChecked(store, { ...found, faults: ["removed 2026-03-02"] }, "2026-03-04")).toBe(true);
  expect(await (await auditor.page("/")).text()).toContain(band);
  expect(await keepChecked(store, { ...found, faults: [] }, "2026-03-05")).toBe(false);
  expect(await (await auditor.get("/audit/differences")).json()).toMatchObject({
    items: [{ ...found, faults: ["removed 2026-03-02"], since: "2026-03-02", goneOn: "2026-03-05" }],
  });
  expect(await (await auditor.page("/")).text()).not.toContain(band);
});

test("differences whose rows do not parse take no page down, are named by their key and can be signed for", async () => {
  const { store, as } = await testApp();
  const auditor = await as({ id: "auditor-1", role: "auditor", name: "审计一" });
  const rows = [{ ...differenceKey("unit", "u 1"), version: 3, difference: { faults: 1 } }];
  for (const Item of [...rows, { ...differenceKey("difference", "%") }])
    await store.documents.send(new PutCommand({ TableName: store.tableName, Item }));
  expect(await (await auditor.page("/")).text()).toContain("核验发现 2 处存储的数据不符");
  const page = await (await auditor.page("/audit/differences", { language: "en" })).text();
  expect(page.match(/The row of this difference was damaged/g)).toHaveLength(2);
  const forms = ["3 unit u 1", "0 difference %"];
  for (const difference of forms) {
    const sign = { difference, note: "已由备份恢复" };
    expect((await auditor.post("/audit/differences", sign, { key: difference })).status).toBe(200);
  }
  expect(await (await auditor.page("/")).text()).not.toContain("处存储的数据不符");
});
