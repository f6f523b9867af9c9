import { permissions, rolesOf } from "@dunmiao/domain/permissions";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { allow, requireActs } from "../src/access.ts";
import type { WebEnv } from "../src/deps.ts";
import { loadEveryRoute } from "../src/everydayRoutes.ts";
import { mountForm, noBody } from "../src/formRoute.ts";
import { routesBehind } from "../src/routesBehind.ts";
import { statedRoutes } from "../src/system/openapi.ts";
import { wholeApp } from "./app.ts";

/** Acts that no route is: parts of another one, which a rule, a page or a batch asks for. */
const partsOfActs = [
  "approve-requests",
  "confirm-attendance",
  "record-request",
  "record-finding",
  "amend-or-void",
  "ask-day-back",
  "approve-proposal",
  "read-unfinished-forms",
  "read-neighbours-at-post",
  "read-damaged-ids",
  "oversee-todos",
  "cover-station-todos",
  "decide-any-form",
  "state-own-words",
  "record-refused-statement",
  "request-review-by-calendar",
  "ask-own-extension",
  "enter-paper-extension",
];

describe("every route is an act of the table", () => {
  test("what the table holds is a route or a part of one", async () => {
    const { app } = await wholeApp();
    const used = new Set<string>([...statedRoutes(app).flatMap(({ act }) => act ?? []), ...partsOfActs]);
    expect([...used].filter((act) => act !== "everyone").toSorted()).toEqual(
      Object.keys(permissions).toSorted(),
    );
  });

  test("routes without an act do not start, beside others that have one", () => {
    const noun = () =>
      new Hono<WebEnv>()
        .get("/stated", allow("read-units", "Says yes"), (c) => c.text("yes"))
        .post("/stated", (c) => c.text("no"));
    expect(() => routesBehind([noun], (c) => c.notFound())).toThrow("routes without an act: POST /stated");
    expect(() => requireActs(noun().use((_, next) => next()))).toThrow("POST /stated");
  });

  test("a POST that states its act does not start outside the frame of forms", () => {
    const stating = allow("read-units", "Says yes");
    const noun = () => new Hono<WebEnv>().post("/stated", stating, (c) => c.text("yes"));
    const start = (routes: () => Hono<WebEnv>) => routesBehind([routes], (c) => c.notFound());
    expect(() => start(noun)).toThrow("routes outside the frame of forms: POST /stated");
    const app = new Hono<WebEnv>();
    mountForm(app, {
      path: "/framed",
      permission: "read-units",
      summary: "Says yes",
      reader: noBody,
      work: async (c) => c.text("yes"),
    });
    expect(() => start(() => app)).not.toThrow();
  });

  test("what loads later is loaded and judged by a start that can wait", async () => {
    await expect(loadEveryRoute()).resolves.toBeUndefined();
  });

  test("roles stand in the order in which the table gives them", () => {
    expect(rolesOf("read-spot-checks")).toEqual(["hr", "inspector", "approver", "auditor"]);
  });
});
