import { verifyRecord } from "@dunmiao/store/verify/verify";
import { writeXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, test } from "vitest";
import { begun, passphrase, today } from "./accounts.ts";
import { bodyOf, problemOf, upload } from "./app.ts";
import { saveUnits } from "./people.ts";

const headings = ["警号", "姓名", "身份", "单位", "起始日", "截止日"];
type Row = (string | null)[];
const sheet = async (rows: Row[], heads = headings) =>
  upload(await writeXlsx({ sheets: [{ name: "账号", rows: [heads, ...rows] }] }), "账号.xlsx");
const csv = (...rows: string[]) => upload(`﻿${[headings.join(","), ...rows].join("\r\n")}\r\n`, "账号.csv");

type Checked = {
  rows: object[];
  problems: { row: number; column: string; code: string }[];
  notices: { code: string }[];
  opens: number;
  proposes: number;
  unchanged: number;
};
type Imported = {
  opened: number;
  changed: number;
  problems: { row: number; code: string }[];
  links: { number: string; link: string }[];
};
type Listed = { assignments: { id: string; role: string; state: string; unit?: { code: string } }[] };

let at: Awaited<ReturnType<typeof begun>>;
beforeAll(async () => {
  at = await begun();
  await saveUnits(at.store, 1, 2);
}, 60_000);

const check = async (file: FormData) => bodyOf<Checked>(at.administrator.post("/accounts/import", file));

describe("a list of accounts", () => {
  test.each<[string, Row, string, string]>([
    ["a number that is none", ["<b>", "甲", null, null, null, null], "number", "not-a-service-number"],
    ["no name", ["300001", null, null, null, null, null], "name", "required"],
    ["a role that there is not", ["300001", "甲", "局长", null, null, null], "role", "role-mark-unknown"],
    ["a role that needs a unit", ["300001", "甲", "派出所", null, null, null], "unit", "role-needs-unit"],
    ["a unit that there is not", ["300001", "甲", "派出所", "无此所", null, null], "unit", "unknown-unit"],
    [
      "a branch where a station is meant",
      ["300001", "甲", "派出所", "B0", null, null],
      "unit",
      "unknown-unit",
    ],
    ["a unit without a role", ["300001", "甲", null, "B0", null, null], "role", "required"],
    ["a day that there is not", ["300001", "甲", "督察", null, "2026-02-31", null], "from", "not-a-date"],
    [
      "an end before the beginning",
      ["300001", "甲", "督察", null, "2026-03-05", "2026-03-04"],
      "to",
      "from-after-to",
    ],
    ["one's own number", ["100001", "一号", "督察", null, null, null], "", "own-case"],
    ["another name than on file", ["100002", "某人", null, null, null, null], "name", "account-name-differs"],
    ["two of the three hands", ["100002", "二号", "审计", null, null, null], "role", "hands-together"],
  ])("%s is named by row and column, and the row is left out", async (_, row, column, code) => {
    const checked = await check(await sheet([row, ["300002", "乙", "督察", null, null, null]]));
    expect(checked.problems).toMatchObject([{ row: 2, column, code }]);
    expect(checked.rows).toMatchObject([{ number: "300002" }]);
  });

  test("a file that is none, without rows or without a column is refused beside its field", async () => {
    const refused = async (file: FormData) =>
      (await problemOf(await at.administrator.post("/accounts/import", file))).errors;
    expect(await refused(new FormData())).toMatchObject([{ pointer: "/file", code: "file-required" }]);
    expect(await refused(csv())).toMatchObject([{ code: "file-empty" }]);
    expect(await refused(await sheet([["1"]], ["警号"]))).toMatchObject([{ code: "missing-columns" }]);
    expect(await refused(upload("<html>", "x.xlsx"))).toMatchObject([{ code: "file-unreadable" }]);
    const many = Array.from({ length: 501 }, (_, index) => `4${String(index).padStart(5, "0")},甲,,,,`);
    expect(await refused(csv(...many))).toMatchObject([{ code: "too-many-rows" }]);
  });

  test("opens accounts with links, proposes roles for the other hand to confirm, and is there already the second time", async () => {
    const rows = [
      "300101,甲,政治部,,,",
      "300101,甲,派出所,第0分局0所,2026-03-02,2026-09-01",
      "300102,乙,,,,",
    ];
    const checked = await check(csv(...rows));
    expect(checked).toMatchObject({ opens: 2, proposes: 2, unchanged: 0, problems: [] });
    // Nothing is written before somebody says so.
    expect((await at.administrator.get("/accounts/300101")).status).toBe(404);
    const confirm = () => at.administrator.post("/accounts/import/confirm", { rows: checked.rows });
    const done = await bodyOf<Imported>(confirm());
    expect(done).toMatchObject({ opened: 2, changed: 0, problems: [] });
    expect(done.links.map(({ number }) => number)).toEqual(["300101", "300102"]);
    const { codes } = await bodyOf<{ codes: { number: string; code: string }[] }>(
      at.security.post("/accounts/codes", { account: ["300101", "300102"] }),
    );
    expect(codes.map(({ number }) => number)).toEqual(["300101", "300102"]);
    const [{ code } = { code: "" }] = codes;
    const token = new URL(done.links[0]?.link ?? "").searchParams.get("token");
    expect((await at.visitor().post("/invitation", { token, passphrase, code })).status).toBe(200);

    const { assignments } = await bodyOf<Listed>(at.security.get("/accounts/300101"));
    expect(assignments.map(({ role, state, unit }) => [role, state, unit?.code])).toEqual([
      ["hr", "asked", undefined],
      ["station", "asked", "B0-S0"],
    ]);
    const confirmed = `/accounts/300101/roles/${assignments[0]?.id}/confirm`;
    expect((await problemOf(await at.administrator.post(confirmed))).code).toBe("same-person-decides");
    expect((await at.security.post(confirmed)).status).toBe(200);
    expect(await verifyRecord(at.store, { kind: "account", id: "300101" })).toEqual([]);

    const again = await bodyOf<Imported>(confirm());
    expect(again).toMatchObject({ opened: 0, changed: 1, links: [] });
    expect(again.problems).toMatchObject([
      { row: 2, code: "role-held-already" },
      { row: 3, code: "role-held-already" },
    ]);
  });

  test("links for who has no passphrase yet can be made again, on a sheet that is shown once", async () => {
    const { items } = await bodyOf<{ items: { id: string }[] }>(at.administrator.get("/accounts/links"));
    expect(items.map(({ id }) => id)).toEqual(["300102"]);
    const none = await at.administrator.submit("/accounts/links", {});
    expect(none.status).toBe(422);
    const page = await (await at.administrator.submit("/accounts/links", { account: "300102" })).text();
    expect(page).toContain("https://dunmiao.example/invitation?token=");
    const sheet = await (await at.security.submit("/accounts/codes", { account: "300102" })).text();
    expect(sheet).toMatch(/<code class="dm-secret">\d{8}<\/code>/);
    for (const path of ["/accounts/import", "/accounts/links"])
      expect((await at.security.get(path)).status).toBe(403);
    expect((await at.administrator.get("/accounts/import/template.xlsx")).status).toBe(200);
  });

  test("as pages: what is left out stands there, and the rows go with the form", async () => {
    const file = csv("300201,丙,政治部,,,", "300202,丁,局长,,,");
    const page = await (await at.administrator.submit("/accounts/import", file)).text();
    expect(page).toContain("将开立账号 1 个，提出身份 1 项");
    expect(page).toContain("没有这种身份");
    const rows = /name="rows" value="([^"]*)"/.exec(page)?.[1]?.replaceAll("&quot;", '"') ?? "";
    const done = await at.administrator.submit("/accounts/import/confirm", { rows });
    expect(await done.text()).toContain("已开立账号 1 个");
    expect((await at.administrator.submit("/accounts/import/confirm", { rows: "[" })).status).toBe(422);
    expect(today).toBe("2026-03-02");
  });
});
