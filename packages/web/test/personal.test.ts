import { beforeAll, describe, expect, test } from "vitest";
import { ownPath } from "../src/ownPath.ts";
import { statedRoutes } from "../src/system/openapi.ts";
import type { Client } from "./app.ts";
import { idOf, type PopulatedApp, populatedApp } from "./fixture.ts";

let app: PopulatedApp;
beforeAll(async () => {
  app = await populatedApp();
});

describe("what is shown to a person", () => {
  const id = idOf("100001");
  const paths = ["/", "/secondments", `/secondments/${id}`, "/secondments.csv", "/units", "/nowhere"];
  test.each(paths)("is kept by nobody on the way: %s", async (path) => {
    const ask: ((person: Client) => Promise<Response>)[] = [(who) => who.page(path), (who) => who.get(path)];
    for (const asked of ask) {
      const { headers } = await asked(app.hr);
      expect([headers.get("Cache-Control"), headers.get("Vary")]).toEqual(["no-store", "Accept, Cookie"]);
    }
  });

  test("nor is a refusal, a form again, or the way to sign in", async () => {
    const refused = await app.hr.submit(`/secondments/${id}/absences`, {});
    const signIn = await app.app.request("/", { headers: { Accept: "text/html" } });
    for (const { headers } of [refused, signIn])
      expect([headers.get("Cache-Control"), headers.get("Vary")]).toEqual(["no-store", "Accept, Cookie"]);
  });
});

describe("every route that answers with something", () => {
  test.each(["hr", "officer", "mentor"] as const)("says to %s that nobody may keep it", async (role) => {
    const person = await app.as({ id: "p-1", role, ...(role === "officer" && { serviceNumber: "100001" }) });
    const statuses = new Set<number>();
    const paths = statedRoutes(app.app).flatMap(({ method, path }) =>
      method === "GET"
        ? [path.replace(/:(\w+)/g, (_, name) => (name === "id" ? idOf("100001") : "100001"))]
        : [],
    );
    for (const path of paths.filter((each) => each !== "/healthz"))
      for (const answer of [
        await person.page(path),
        await person.get(path),
        await person.page(`${path}?as=xlsx`),
      ]) {
        const { headers, status } = answer;
        statuses.add(status);
        const said = [headers.get("Cache-Control"), headers.get("Vary")];
        expect([path, status, ...said]).toEqual([path, status, "no-store", "Accept, Cookie"]);
      }
    expect([...statuses].filter((each) => each >= 500)).toEqual([]);
    expect(statuses).toContain(role === "hr" ? 404 : 403);
  });
});

describe("whoever is not signed in", () => {
  const asStranger = (path: string) => app.app.request(path, { headers: { Accept: "text/html" } });
  test.each(["/assets/unknown", "/assets/%252e%252e%252fx", "/assets/%", "/assets/"])(
    "is told that there is no file: %s",
    async (path) => {
      expect((await asStranger(path)).status).toBe(404);
    },
  );

  test.each(["//abroad.example/x", "/.//abroad.example/x"])("is sent to no other site: %s", async (path) => {
    const request = new Request(`http://localhost${path}`, { headers: { Accept: "text/html" } });
    const answer = await app.app.request(request);
    const location = answer.headers.get("Location") ?? "";
    expect(location).not.toMatch(/abroad/);
    expect(await answer.text()).not.toMatch(/href="\/\/abroad/);
  });
});

test("the links of a page lead to no other site, however it was asked for", async () => {
  const answer = await app.hr.page("//abroad.example/x");
  expect(await answer.text()).not.toMatch(/(href|action)="\/\/abroad/);
});

describe("a path of this site", () => {
  test.each([
    ["/tasks?whose=all", "/tasks?whose=all"],
    ["/secondments/a/../b", "/secondments/b"],
    ["/%2F/host", "/%2F/host"],
    [undefined, "/"],
    ["", "/"],
    ["todos", "/"],
    ["//host", "/"],
    ["///host", "/"],
    ["/.//host", "/"],
    ["/a/..//host", "/"],
    ["/\\host", "/"],
    ["/.\\host", "/host"],
    ["\\\\host", "/"],
    ["http://host/", "/"],
    ["/\t/host", "/"],
    ["/\n//host", "/"],
  ])("%j is %s", (wanted, path) => {
    expect(ownPath(wanted)).toBe(path);
  });
});

describe("idempotency keys", () => {
  test("that agree in their first 200 characters only are different keys", async () => {
    const long = "k".repeat(200);
    const unit = (code: string) => ({ code, name: `单位${code}`, kind: "office", parent: "4201" });
    for (const [key, code] of [
      [`${long}a`, "JG-71"],
      [`${long}b`, "JG-72"],
    ] as const)
      expect((await app.hr.post("/units", unit(code), { key })).status).toBe(201);
    const again = await app.hr.post("/units", unit("JG-71"), { key: `${long}a` });
    expect(again.status).toBe(201);
    const other = await app.hr.post("/units", unit("JG-73"), { key: `${long}a` });
    expect(other.status).toBe(422);
  });
});
