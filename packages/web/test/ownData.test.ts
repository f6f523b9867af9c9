import { verifyRecord } from "@dunmiao/store/verify/verify";
import { beforeAll, describe, expect, test } from "vitest";
import { bodyOf, problemOf } from "./app.ts";
import { type PopulatedApp, populatedApp } from "./fixture.ts";

const number = "100001";
type Copy = {
  person: { id: string; requests?: object[] } | null;
  secondments: { officer: { serviceNumber: string } }[];
  openings: object[];
};

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});
const requests = (client = app.hr, of = number) => client.get(`/officers/${of}/requests`);

describe("a person's own data", () => {
  test("holds what is on file of them, who opened it, and nothing of anybody else", async () => {
    await app.hr.get(`/officers/${number}`);
    await expect
      .poll(async () => (await bodyOf<Copy>(app.officer.get("/me/data"))).openings.length)
      .toBeGreaterThan(0);
    const file = await app.officer.get("/me/data.json");
    expect(file.headers.get("Content-Disposition")).toContain("attachment");
    expect(await file.clone().text()).not.toContain('"head"');
    const copy = await bodyOf<Copy>(file);
    expect(copy.person?.id).toBe(number);
    expect(copy.secondments.map(({ officer }) => officer.serviceNumber)).toEqual([number]);
    for (const language of ["zh-CN", "en"] as const)
      expect((await app.officer.page("/me/data", { language })).status).toBe(200);
    expect((await bodyOf<Copy>(app.hr.get("/me/data"))).person).toBeNull();
    expect(await (await app.hr.page("/me/data")).text()).toContain("没有绑定警号");
  });

  test("what it asks of people is computed from the forms, and what is not collected stands beside it", async () => {
    const { items } = await bodyOf<{ items: { by: string; formsAYear: number; minutesAMonth: number }[] }>(
      app.officer.get("/me/asks"),
    );
    expect(items.find(({ by }) => by === "station")?.formsAYear).toBeGreaterThan(12);
    expect(items.every(({ minutesAMonth }) => minutesAMonth > 0)).toBe(true);
    expect(await (await app.officer.page("/me/asks")).text()).toContain("位置");
  });
});

describe("asking for a correction", () => {
  test.each([
    [{}, "required"],
    [{ text: " " }, "required"],
    [{ text: "x".repeat(501) }, "too-long"],
  ])("%j is refused beside its field", async (body, code) => {
    const { errors } = await problemOf(await app.officer.post("/me/data/requests", body));
    expect(errors).toMatchObject([{ pointer: "/text", code }]);
  });

  test("waits on the list of the personnel office, who answers with a reason; never the person, and once", async () => {
    const text = "出生年月有误，应为 1995-06，依据干部档案";
    const asked = await app.officer.post("/me/data/requests", { text });
    expect(asked.status).toBe(201);
    expect(await (await app.hr.page("/tasks?whose=all")).text()).toContain(`/officers/${number}/requests`);
    expect(await (await app.approver.page("/tasks?whose=all")).text()).not.toContain(
      `/officers/${number}/requests`,
    );
    const page = await (await app.hr.page(`/officers/${number}/requests`)).text();
    expect(page).toContain(text);
    for (const client of [app.station, app.officer]) expect((await requests(client)).status).toBe(403);
    const answer = `/officers/${number}/requests/q1/answer`;
    const own = await app.as({ id: "hr-own", role: "hr", serviceNumber: number });
    const said = { answer: "accepted", reason: "已核对干部档案" };
    expect((await problemOf(await own.post(answer, said))).code).toBe("own-case");
    const bad = await problemOf(await app.hr.post(answer, { answer: "accepted" }));
    expect(bad.errors).toMatchObject([{ pointer: "/reason", code: "required" }]);
    expect((await app.hr.post(answer, said)).status).toBe(200);
    expect((await problemOf(await app.hr.post(answer, said))).code).toBe("request-answered");
    expect(await (await app.officer.page("/me/data")).text()).toContain(said.reason);
    expect(await (await app.hr.page("/tasks?whose=all")).text()).not.toContain(
      `/officers/${number}/requests`,
    );
    expect(await verifyRecord(app.store, { kind: "officer", id: number })).toEqual([]);
  });

  test("five may wait at once", async () => {
    const ask = () => app.officer.post("/me/data/requests", { text: "有误" });
    for (let time = 0; time < 5; time += 1) expect((await ask()).status).toBe(201);
    expect((await problemOf(await ask())).code).toBe("open-requests-full");
  });

  test("somebody who is on file nowhere asks nothing", async () => {
    expect((await app.hr.post("/me/data/requests", { text: "有误" })).status).toBe(404);
  });
});
