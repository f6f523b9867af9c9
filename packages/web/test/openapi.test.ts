import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { openApi, statedRoutes } from "../src/system/openapi.ts";
import { shareSchemas } from "../src/system/sharedSchemas.ts";
import { wholeApp } from "./app.ts";

const committed = join(import.meta.dirname, "../openapi.json");

describe("the API's description", async () => {
  const { app, hr } = await wholeApp();
  const routes = statedRoutes(app);

  test("every route states who may call it", () => {
    expect(routes.filter((each) => each.permission === undefined)).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
  });

  test("every route says what it does", () => {
    const silent = routes.filter(({ summary }) => !summary).map(({ method, path }) => `${method} ${path}`);
    expect(silent).toEqual([]);
  });

  test("what is committed is what the code says (UPDATE_OPENAPI=1 writes it anew)", () => {
    const built = `${JSON.stringify(openApi(app), null, 2)}\n`;
    if (process.env.UPDATE_OPENAPI === "1" && process.env.CI !== "true") writeFileSync(committed, built);
    expect(existsSync(committed) ? readFileSync(committed, "utf8") : "").toBe(built);
  });

  test("it is served without sign-in and lists the bodies of decisions", async () => {
    const response = await app.request("/openapi.json");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(JSON.parse(readFileSync(committed, "utf8")));
    expect((await hr.get("/healthz")).status).toBe(200);
  });

  test("everything else asks for a sign-in", async () => {
    for (const { method, path, permission } of routes) {
      if (permission === "everyone") continue;
      const concrete = path.replace(/:[A-Za-z]+/g, "x");
      const response = await app.request(concrete, { method, headers: { Accept: "application/json" } });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  test("a role that a route does not name is refused there, with or without a body", async () => {
    const { as } = await wholeApp();
    const roles = [
      "hr",
      "approver",
      "branch",
      "station",
      "sending",
      "officer",
      "mentor",
      "inspector",
      "auditor",
      "administrator",
      "security",
    ] as const;
    for (const role of roles) {
      const person = await as({ id: `p-${role}`, role });
      for (const { method, path, permission = [] } of statedRoutes(app)) {
        if (permission === "everyone" || permission.includes(role)) continue;
        const concrete = path.replace(/:[A-Za-z]+/g, "x");
        const response = await (method === "GET" ? person.get(concrete) : person.post(concrete, {}));
        expect([role, method, path, response.status]).toEqual([role, method, path, 403]);
      }
    }
  });
});

test("every reference of the description leads somewhere, and what is referred to is used", async () => {
  const { app } = await wholeApp();
  const described = openApi(app);
  const text = JSON.stringify(described);
  const used = new Set([...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, to = ""]) => to));
  const { components, security } = z
    .object({
      components: z.record(z.string(), z.record(z.string(), z.unknown())),
      security: z.array(z.record(z.string(), z.array(z.string()))),
    })
    .parse(described);
  for (const name of security.flatMap(Object.keys)) used.add(`securitySchemes/${name}`);
  const there = Object.entries(components).flatMap(([kind, all]) =>
    Object.keys(all).map((name) => `${kind}/${name}`),
  );
  expect([...used].toSorted()).toEqual(there.toSorted());
});

test("a member that stands in several bodies is said once, another one of its name beside it", () => {
  const seen = { type: "object", properties: { at: { type: "string", description: "x".repeat(80) } } };
  const other = { type: "object", properties: { at: { type: "string", description: "y".repeat(80) } } };
  const body = (schema: object) => ({ schema: { type: "object", properties: { seen: schema } } });
  const { paths, schemas } = shareSchemas({
    a: body(seen),
    b: body(seen),
    c: body(other),
    d: body(other),
    e: body({ type: "string" }),
  });
  const refer = (name: string) => body({ $ref: `#/components/schemas/${name}` });
  expect(paths).toMatchObject({
    a: refer("Seen"),
    b: refer("Seen"),
    c: refer("Seen2"),
    d: refer("Seen2"),
    e: body({ type: "string" }),
  });
  expect(Object.keys(schemas).toSorted()).toEqual(["At", "At2", "Seen", "Seen2"]);
});
