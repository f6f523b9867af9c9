import { noteText } from "@dunmiao/domain/audit/signedNote";
import { checkCode, headText } from "@dunmiao/domain/audit/treeHead";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import { expect, test } from "vitest";
import { testApp } from "./app.ts";

const line = "— dunmiao.test AAAAAAAAAAAA\n";

test("the signed heads of days are shown to whoever audits, each with its check code and its text", async () => {
  const { store, as, hr } = await testApp();
  const auditor = await as({ id: "auditor-1", role: "auditor" });
  expect(await (await auditor.page("/audit/heads")).text()).toContain("还没有日终签名");
  await hr.post("/units", { code: "JG-01", name: "机关一", kind: "office" }, { key: "unit-1" });
  await closePage(store, "2026-03-04");
  const waiting = await headToSign(store, "dunmiao.test");
  if (!waiting) throw new Error("no head");
  const note = noteText(headText(waiting.head), [line]);
  await keepHead(store, waiting.state, note, "2026-03-04");
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
});
