import { noteText } from "@dunmiao/domain/audit/signedNote";
import { headText, type TreeHead } from "@dunmiao/domain/audit/treeHead";
import { closePage, headToSign, keepHead } from "@dunmiao/store/audit/closeDay";
import { endAuditExport } from "@dunmiao/store/auditExport";
import { keepExportPage } from "@dunmiao/store/auditExportPages";
import { calendarReader } from "@dunmiao/store/calendarReader";
import { systemActor } from "@dunmiao/store/engine/acting";
import type { Store } from "@dunmiao/store/engine/client";
import { beforeAll, expect, test } from "vitest";
import { bodyOf, type Client, problemOf, type TestApp, testApp } from "./app.ts";

const line = "— dunmiao.test AAAAAAAAAAAA\n";
const zip = new TextEncoder().encode("PK");
const kept = new Set<string>();
let web: TestApp;
let auditor: Client;
let head: TreeHead;
beforeAll(async () => {
  web = await testApp({
    exportFile: async (id) =>
      kept.has(id) ? { bytes: zip.length, body: new Blob([zip]).stream() } : undefined,
  });
  auditor = await web.as({ id: "auditor-1", role: "auditor", name: "第一号" });
});

async function signDay({ hr, store }: TestApp): Promise<void> {
  await hr.post("/units", { code: "JG-01", name: "机关一", kind: "office" }, { key: "unit-1" });
  await closePage(store, "2026-03-04");
  const waiting = await headToSign(store, "dunmiao.test");
  if (!waiting) throw new Error("no head");
  head = { ...waiting.head };
  await keepHead(store, waiting.state, noteText(headText(head), [line]), "2026-03-04");
}

const whole = { of: "all", purpose: "年度审计" };
const formOf = (fields: Record<string, string>) => ({ idempotencyKey: crypto.randomUUID(), ...fields });
const held = (change: Partial<TreeHead> = {}) => noteText(headText({ ...head, ...change }), [line]);

/** What the workflow says of it once the file is whole. */
async function ended(store: Store, id: string, end: Parameters<typeof endAuditExport>[2]): Promise<void> {
  const actor = systemActor("export-audit");
  const at = { today: "2026-03-02", now: "2026-03-02T02:00:00.000Z" };
  await endAuditExport({ store, calendar: calendarReader(store), actor, ...at }, id, end);
}
const seal = { bytes: 123_456, manifest: "ab".repeat(32), records: 7, events: 9, extendsHeld: true };

test("an auditor asks, follows, cancels and downloads, by page and by JSON", async () => {
  const { store } = web;
  expect(await problemOf(await auditor.post("/audit/exports", whole))).toMatchObject({
    httpStatus: 409,
    code: "no-signed-day",
  });
  await signDay(web);
  expect(await (await auditor.page("/audit/exports")).text()).toContain("还没有审计导出");
  const form = formOf({
    ...whole,
    cohortId: "",
    unit: "",
    from: "",
    checkpoint: held().replaceAll("\n", "\r\n"),
  });
  const sent = await auditor.submit("/audit/exports", form);
  const location = sent.headers.get("Location") ?? "";
  expect([sent.status, location]).toEqual([303, expect.stringMatching(/^\/audit\/exports\/[0-9a-f-]+$/)]);
  const again = await auditor.submit("/audit/exports", form);
  expect(again.headers.get("Location")).toBe(location);
  const id = location.slice("/audit/exports/".length);
  await keepExportPage(store, id, { page: 1, name: "x", records: 3, events: 5, isLast: false });
  expect(await bodyOf(auditor.get(location))).toMatchObject({
    state: "asked",
    scope: { of: "all" },
    since: { size: head.size, root: head.root },
    written: { pages: 1, records: 3, events: 5 },
  });
  for (const [language, words] of [
    ["zh-CN", ["生成中", "3 份档案，5 条操作记录", "取消导出", "第一号"]],
    ["en", ["Being written", "records: 3, events: 5", "Cancel the export"]],
  ] as const) {
    const page = await (await auditor.page(location, { language })).text();
    for (const word of words) expect(page).toContain(word);
  }
  expect(await problemOf(await auditor.get(`${location}/export.zip`))).toMatchObject({
    code: "export-not-ready",
  });
  await ended(store, id, seal);
  const page = await (await auditor.page(location)).text();
  for (const word of ["已完成", "124 kB", seal.manifest, "由其延续而来", `${location}/export.zip`])
    expect(page).toContain(word);
  expect(page).not.toContain("取消导出");
  expect((await problemOf(await auditor.get(`${location}/export.zip`))).code).toBe("export-gone");
  kept.add(id);
  const file = await auditor.page(`${location}/export.zip`);
  expect([file.headers.get("Content-Type"), await file.text()]).toEqual(["application/zip", "PK"]);
  expect(file.headers.get("Content-Disposition")).toContain("dunmiao-audit-2026-03-02.zip");
  expect((await problemOf(await auditor.post(`${location}/cancel`, {}))).code).toBe("export-over");

  const other = await bodyOf<{ id: string; location: string }>(
    auditor.post("/audit/exports", { of: "unit", unit: "JG-01", purpose: "抽查" }),
  );
  const cancelled = await auditor.submit(`${other.location}/cancel`, formOf({}));
  expect(cancelled.headers.get("Location")).toBe(other.location);
  const list = await bodyOf<{ items: { state: string; seal?: object }[] }>(auditor.get("/audit/exports"));
  expect(list.items.map(({ state, seal: of }) => [state, of])).toEqual([
    ["cancelled", undefined],
    ["ready", seal],
  ]);
});

test("one that failed names the error", async () => {
  const { location, id } = await bodyOf<{ id: string; location: string }>(
    auditor.post("/audit/exports", { of: "period", from: "2026-03-01", to: "2026-03-02", purpose: "x" }),
  );
  await ended(web.store, id, { reason: "StoredRowError" });
  const page = await (await auditor.page(location, { language: "en" })).text();
  for (const word of ["Failed", "StoredRowError", "2026-03-01"]) expect(page).toContain(word);
});

const bad: readonly [what: string, body: () => Record<string, string>, field: string, code: string][] = [
  ["no purpose", () => ({ of: "all", purpose: " " }), "/purpose", "required"],
  ["no scope", () => ({ purpose: "x" }), "/of", "required"],
  ["no cohort", () => ({ of: "cohort", purpose: "x", cohortId: "" }), "/cohortId", "required"],
  [
    "a cohort that there is not",
    () => ({ of: "cohort", cohortId: "c9", purpose: "x" }),
    "/cohortId",
    "unknown-cohort",
  ],
  ["a unit that there is not", () => ({ of: "unit", unit: "9", purpose: "x" }), "/unit", "unknown-unit"],
  [
    "an officer that there is not",
    () => ({ of: "officer", serviceNumber: "9", purpose: "x" }),
    "/serviceNumber",
    "unknown-officer",
  ],
  [
    "a period backwards",
    () => ({ of: "period", from: "2026-03-02", to: "2026-03-01", purpose: "x" }),
    "/to",
    "from-after-to",
  ],
  [
    "a head that is cut off",
    () => ({ ...whole, checkpoint: held().slice(0, 40) }),
    "/checkpoint",
    "head-not-readable",
  ],
  [
    "another's head",
    () => ({ ...whole, checkpoint: held({ origin: "other.test" }) }),
    "/checkpoint",
    "head-of-other-tree",
  ],
];
test.each(bad)("%s is refused beside its field", async (_, body, pointer, code) => {
  const problem = await problemOf(await auditor.post("/audit/exports", body()));
  expect(problem).toMatchObject({ httpStatus: 422, errors: [{ pointer, code }] });
  for (const language of ["zh-CN", "en"] as const) {
    const page = await (await auditor.submit("/audit/exports", formOf(body()), { language })).text();
    expect(page).toContain(`href="#${pointer.slice(1)}"`);
  }
});

test("nobody else sees exports, asks for them or gets their file", async () => {
  const { items } = await bodyOf<{ items: { id: string }[] }>(auditor.get("/audit/exports"));
  const of = `/audit/exports/${items.at(-1)?.id}`;
  for (const role of ["administrator", "security", "hr", "approver", "inspector"] as const) {
    const client = await web.as({ id: `${role}-1`, role });
    for (const path of ["/audit/exports", "/audit/exports/new", of, `${of}/export.zip`])
      expect([role, path, (await client.get(path)).status]).toEqual([role, path, 403]);
    expect((await client.post("/audit/exports", whole)).status).toBe(403);
    expect((await client.post(`${of}/cancel`, {})).status).toBe(403);
  }
  expect((await auditor.get("/audit/exports/none")).status).toBe(404);
});
