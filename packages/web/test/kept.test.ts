import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "@dunmiao/domain/actor";
import { sessionKey } from "@dunmiao/store/engine/keys";
import { keepForm } from "@dunmiao/store/kept";
import { createSession, revokeSession } from "@dunmiao/store/session";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf } from "./app.ts";
import { type LastMonthApp, lastMonthApp, station as post, term } from "./lastMonth.ts";
import { act, everythingFiled, packOf, rulingApp } from "./rulings.ts";

let app: LastMonthApp;
beforeAll(async () => {
  app = await lastMonthApp();
});

const hr = { id: "hr-1", role: "hr" } as const;
const officer = { id: "officer-0001", role: "officer", serviceNumber: "0001" } as const;
const station = { id: "station-1", role: "station", unit: post } as const;
const url = `/secondments/${term}`;
const page = "text/html";
/** Idle for 31 minutes. */
const idle = () => new Date(Date.now() - 31 * 60_000);

type Fields = Record<string, string> | FormData;
type Asked = {
  cookie?: string | undefined;
  form?: Fields | undefined;
  accept?: string;
  from?: string;
  to?: Pick<LastMonthApp, "app">;
};
/** A browser: the cookie that it has, the page that it comes from. */
function ask(path: string, { cookie, form, accept = page, from = "/", to = app }: Asked) {
  const headers = {
    Accept: accept,
    Referer: `http://localhost${from}`,
    Cookie: `session=${cookie}; lang=en`,
  };
  const body = form instanceof FormData ? form : new URLSearchParams(form);
  const request = new Request(
    `http://localhost${path}`,
    form ? { method: "POST", headers, body } : { headers },
  );
  return Promise.resolve(to.app.request(request));
}
const ended = (actor: Actor) => createSession(app.store, actor, idle());
const signedIn = (actor: Actor) => createSession(app.store, actor);

type Kept = { id: string; path: string; from: string; fields: [string, string][]; hadFile: boolean };
async function keptOf(actor: Actor): Promise<Kept[]> {
  const cookie = await signedIn(actor);
  return (await bodyOf<{ items: Kept[] }>(ask("/kept", { cookie, accept: "application/json" }))).items;
}

/** The hidden fields of the form behind `action`, as a browser sends them. */
function formIn(html: string, action: string): Record<string, string> {
  const form = html.split(`action="${action}"`)[1]?.split("</form>")[0] ?? "";
  const unescaped = (value = "") =>
    value.replace(
      /&(lt|gt|quot|#39|amp);/g,
      (_all, name: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[name] ?? "",
    );
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name, value]) => [unescaped(name), unescaped(value)]));
}

/** From the ended session through the sign-in to where the form was for; answers what that place says. */
async function sendAgain(actor: Actor, path: string, form: Record<string, string>) {
  const refused = await ask(path, { cookie: await ended(actor), form });
  expect(refused.status).toBe(401);
  const told = await refused.text();
  expect(told).toContain("What you typed is kept for one hour");
  expect(told).toContain('href="/sign-in?next=%2Fkept"');
  const kept = (await keptOf(actor)).find((each) => each.path === path);
  expect(Object.fromEntries(kept?.fields ?? [])).toEqual(form);
  const cookie = await signedIn(actor);
  const send = `/kept/${kept?.id}/send`;
  const again = formIn(await (await ask("/kept", { cookie })).text(), send);
  expect(again).toEqual(form);
  const onward = await ask(send, { cookie, form: again });
  expect([onward.status, onward.headers.get("Location")]).toEqual([307, path]);
  return { send, cookie, again, answer: await ask(path, { cookie, form: again }) };
}

describe("a form sent after the session had ended is sent as it was typed after sign-in", () => {
  test.each<[string, Actor, string, Record<string, string>, number]>([
    ["absence", officer, `${url}/absences`, { class: "sick", from: "2025-06-03", to: "2025-06-04" }, 303],
    ["extension", officer, `${url}/extension`, { months: "6", reason: "两起案件\r\n尚在办理" }, 303],
    ["hand-over", station, `${url}/hand-over`, { ongoing: `<b>"两起"&'一起'`, advice: "x", seen: "0" }, 303],
    ["unit", hr, "/units", { code: "JG-77", name: "某支队", kind: "office", parent: "" }, 303],
    [
      "officer",
      hr,
      "/officers",
      {
        serviceNumber: "8001",
        name: "学员",
        sex: "female",
        birthMonth: "1995-06",
        kind: "officer",
        homeUnit: "O1",
      },
      303,
    ],
    ["cohort", hr, "/cohorts", { name: "第二批", scheme: "literal", startsOn: "2026-03-10" }, 303],
    ["a form that is refused", hr, "/units", { code: "X Y", name: "某所", kind: "office" }, 422],
    ["a form of another role", station, "/units", { code: "JG-79", name: "某所", kind: "office" }, 403],
  ])("%s", async (_name, actor, path, fields, status) => {
    const form = { idempotencyKey: `key-${_name}`, ...fields };
    const { answer, again, cookie, send } = await sendAgain(actor, path, form);
    expect([answer.status, await answer.text()]).toEqual([status, expect.anything()]);
    // The key of the form is that of its first page: sent twice, it is one change.
    const twice = await ask(path, { cookie, form: again });
    expect([twice.status, twice.headers.get("Location")]).toEqual([status, answer.headers.get("Location")]);
    expect((await ask(send, { cookie, form: again })).status).toBe(404);
    expect((await keptOf(actor)).filter((each) => each.path === path)).toEqual([]);
  });

  test("ruling", async () => {
    const year = await rulingApp();
    const id = "c0-0001";
    await act(year, id, everythingFiled);
    expect((await year.hr.post(`/secondments/${id}/statements`, { note: "拒绝陈述" })).status).toBe(201);
    const path = `/secondments/${id}/rulings`;
    const form = { idempotencyKey: "key-ruling", outcome: "recognised", reason: "任期内表现良好" };
    const cookie = await createSession(year.store, hr, idle());
    expect((await ask(path, { cookie, form, to: year })).status).toBe(401);
    expect((await packOf(year.hr, id)).rulings).toEqual([]);
    const again = await createSession(year.store, hr);
    const shown = await (await ask("/kept", { cookie: again, to: year })).text();
    const send = shown.match(/action="(\/kept\/[^"]*\/send)"/)?.[1] ?? "";
    const sent = { cookie: again, form: formIn(shown, send), to: year };
    expect((await ask(send, sent)).headers.get("Location")).toBe(path);
    for (const _ of [1, 2]) expect((await ask(path, sent)).status).toBe(303);
    expect((await packOf(year.hr, id)).rulings).toMatchObject([{ state: "proposed" }]);
  });
});

describe("the form is there again after sign-in, with everything in its boxes, and nothing is carried out", () => {
  test.each<[string, Actor, string, Record<string, string>]>([
    ["absence", officer, `${url}/absences`, { class: "sick", from: "2025-07-03", to: "2025-07-04" }],
    ["extension", officer, `${url}/extension`, { months: "6", reason: "两起案件\n尚在办理" }],
    ["hand-over", station, `${url}/hand-over`, { ongoing: "两起'一起'", advice: "多走访", seen: "0" }],
    ["unit", hr, "/units", { code: "JG-90", name: "某支队", kind: "office" }],
    ["officer", hr, "/officers", { serviceNumber: "8090", name: "学员乙", birthMonth: "1995-06" }],
    ["cohort", hr, "/cohorts", { name: "第九批", startsOn: "2026-03-10" }],
    [
      "notice",
      hr,
      "/calendar/notices",
      { year: "2027", title: "关于节假日安排", text: "2027-01-01 休 元旦" },
    ],
    ["scheme", hr, "/schemes/literal/draft", { "name.zh": "全口径试行", limitDays: "12" }],
    ["report-in", station, `${url}/report-in`, { on: "2025-03-05" }],
  ])("%s", async (name, actor, path, fields) => {
    await ask(path, {
      cookie: await ended(actor),
      form: { idempotencyKey: `again-${name}`, act: "x", ...fields },
    });
    const cookie = await signedIn(actor);
    const again = formIn(await (await ask("/kept", { cookie })).text(), path);
    expect(again).toEqual({ idempotencyKey: `again-${name}`, ...fields, act: "again" });
    const shown = await ask(path, { cookie, form: again });
    const html = (await shown.text()).replaceAll("&#39;", "'");
    expect(html).toContain("You are signed in again; what you typed is kept and not sent yet.");
    expect(Object.values(fields).filter((value) => !html.includes(value))).toEqual([]);
    expect([200, 422]).toContain(shown.status);
    // What is kept stays for its hour, in case that the form is left once more.
    expect((await keptOf(actor)).some((each) => each.path === path)).toBe(true);
  });

  test("and nothing of it is there", async () => {
    expect((await app.hr.get("/units/JG-90")).status).toBe(404);
    expect((await app.hr.get("/officers/8090")).status).toBe(404);
  });
});

describe("nothing is written before the button is pressed", () => {
  test("neither by the ended session nor by opening the page", async () => {
    const form = { code: "JG-80", name: "某支队", kind: "office" };
    await ask("/units", { cookie: await ended(hr), form });
    await ask("/kept", { cookie: await signedIn(hr) });
    expect((await app.hr.get("/units/JG-80")).status).toBe(404);
  });

  test("sent again from the old page it is still one kept form, with what was typed last", async () => {
    const cookie = await ended(hr);
    const typed = (name: string) => ({ idempotencyKey: "key-twice", code: "JG-81", name, kind: "office" });
    for (const name of ["一", "二"]) await ask("/units", { cookie, form: typed(name) });
    const mine = (await keptOf(hr)).filter(({ fields }) => fields.some(([, value]) => value === "key-twice"));
    expect(mine.map(({ fields }) => Object.fromEntries(fields))).toEqual([typed("二")]);
  });

  test("thrown away, it is gone for good", async () => {
    const form = { idempotencyKey: "key-away", code: "JG-82", name: "某支队", kind: "office" };
    await ask("/units", { cookie: await ended(hr), form });
    const isIt = ({ fields }: Kept) => fields.some(([, value]) => value === "key-away");
    const kept = (await keptOf(hr)).find(isIt);
    const cookie = await signedIn(hr);
    const away = await ask(`/kept/${kept?.id}/discard`, { cookie, form: {} });
    expect([away.status, away.headers.get("Location")]).toEqual([303, "/kept"]);
    expect((await keptOf(hr)).some(isIt)).toBe(false);
    expect((await ask(`/kept/${kept?.id}/send`, { cookie, form })).status).toBe(404);
  });
});

describe("what was typed is for who typed it", () => {
  const form = { idempotencyKey: "key-mine", ongoing: "只给本人看的文字" };
  let id: string;
  beforeAll(async () => {
    await ask(`${url}/hand-over`, { cookie: await ended(station), form });
    id = (await keptOf(station))[0]?.id ?? "";
    expect(id).not.toBe("");
  });

  test.each<[string, Actor]>([
    ["another person of the same unit", { ...station, id: "station-2" }],
    ["a person of another role", hr],
    ["the same account in another role", { id: station.id, role: "branch", unit: "B0" }],
    ["the same account in another unit", { ...station, unit: "B0-S2" }],
  ])("%s neither sees, sends nor throws it away", async (_name, actor) => {
    const cookie = await signedIn(actor);
    expect(await (await ask("/kept", { cookie })).text()).not.toContain(form.ongoing);
    for (const what of ["send", "discard"])
      expect((await ask(`/kept/${id}/${what}`, { cookie, form })).status).toBe(404);
    expect((await keptOf(station)).map((each) => each.id)).toContain(id);
  });

  test("whoever is not signed in is sent to sign in, and nothing is taken", async () => {
    const opened = await ask("/kept", {});
    expect([opened.status, opened.headers.get("Location")]).toEqual([303, "/sign-in?next=%2Fkept"]);
    for (const cookie of [undefined, await ended(station)])
      expect((await ask(`/kept/${id}/send`, { cookie, form })).status).toBe(401);
    const all = await keptOf(station);
    expect(all.map((each) => each.id)).toContain(id);
    expect(all.some((each) => each.path.startsWith("/kept"))).toBe(false);
  });

  test("a form of another site keeps nothing", async () => {
    const headers = {
      Accept: page,
      Cookie: `session=${await ended(station)}`,
      Origin: "http://abroad.example",
      "Content-Type": "application/x-www-form-urlencoded",
    };
    const before = (await keptOf(station)).length;
    const request = { method: "POST", headers, body: "ongoing=planted" };
    expect((await app.app.request(`${url}/hand-over`, request)).status).toBe(403);
    expect(await keptOf(station)).toHaveLength(before);
  });

  test("after an hour nothing is left", async () => {
    const actor = { id: "hr-hour", role: "hr" } as const;
    const kept = { actor, path: "/units", from: "/units/new", fields: [["code", "JG-83"]], hadFile: false };
    const agoSeconds = (seconds: number) => new Date(Date.now() - seconds * 1000);
    const keep = (path: string, at: Date) =>
      keepForm(app.store, { ...kept, path, fields: [["code", "JG-83"]] }, at);
    await keep("/units", agoSeconds(3600));
    await keep("/cohorts", agoSeconds(3000));
    expect((await keptOf(actor)).map(({ path }) => path)).toEqual(["/cohorts"]);
  });
});

describe("what cannot be kept is said", () => {
  const form = { code: "JG-84", name: "某支队", kind: "office" };
  const notKept = async (asked: Promise<Response>) => {
    const answer = await asked;
    const told = await answer.text();
    expect([answer.status, told.includes("could not be kept")]).toEqual([401, true]);
    expect(told).toContain("go back in the browser");
    expect(told).toMatch(/next=(?!%2Fkept)/);
  };

  test("of somebody who never signed in, who signed out, or whose session ended long ago", async () => {
    const out = await signedIn(hr);
    await revokeSession(app.store, out);
    const days = 4 * 24 * 3600 * 1000;
    const long = await createSession(app.store, hr, new Date(Date.now() - days));
    for (const cookie of [undefined, "invented", out, long]) await notKept(ask("/units", { cookie, form }));
  });

  test("a form longer than any of ours, or with more fields", async () => {
    const actor = { id: "hr-long", role: "hr" } as const;
    const cookie = await ended(actor);
    await notKept(ask("/units", { cookie, form: { ...form, name: "长".repeat(100_000) } }));
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, each) => [`f${each}`, "1"]));
    await notKept(ask("/units", { cookie, form: many }));
    expect(await keptOf(actor)).toEqual([]);
  });

  test("a file: its fields are kept, and it must be chosen again on the page it was chosen on", async () => {
    const actor = { id: "hr-file", role: "hr" } as const;
    const body = new FormData();
    body.set("idempotencyKey", "key-file");
    body.set("file", new File(["x"], "名单.csv"));
    const from = "/cohorts/c1/imports/new";
    const answer = await ask("/cohorts/c1/imports", { cookie: await ended(actor), form: body, from });
    expect(answer.status).toBe(401);
    const said = await answer.text();
    expect(said).toContain("The file was not kept and must be chosen again");
    expect(said).not.toContain("everything that you typed");
    expect(await keptOf(actor)).toMatchObject([
      { hadFile: true, from, fields: [["idempotencyKey", "key-file"]] },
    ]);
    const shown = await (await ask("/kept", { cookie: await signedIn(actor) })).text();
    expect(shown).toContain("must be chosen again");
    expect(shown).toContain(`href="${from}"`);
    expect(shown).not.toContain("/send");
  });

  test("JSON stays a problem document, and keeps nothing", async () => {
    const actor = { id: "hr-json", role: "hr" } as const;
    const answer = await ask("/units", { cookie: await ended(actor), form, accept: "application/json" });
    expect([answer.status, await answer.json()]).toEqual([
      401,
      expect.objectContaining({ code: "not-signed-in" }),
    ]);
    expect(await keptOf(actor)).toEqual([]);
  });
});

test("a session row from before its end was written apart is over when it expired", async () => {
  const now = Math.floor(Date.now() / 1000);
  const actor = { id: "hr-old", role: "hr" } as const;
  const row = { actor, since: now - 60, seen: now - 30, expiresAt: now + 1000 };
  const Item = { ...sessionKey("old-cookie"), ...row };
  await app.store.documents.send(new PutCommand({ TableName: app.store.tableName, Item }));
  expect((await ask("/kept", { cookie: "old-cookie" })).status).toBe(200);
});
