import { rolesOf } from "@dunmiao/domain/permissions";
import { beforeAll, describe, expect, it } from "vitest";
import { longestFormBytes } from "../src/members.ts";
import { statedRoutes } from "../src/system/openapi.ts";
import { type Client, problemOf, type TestApp, testApp } from "./app.ts";

let web: TestApp;
/** The routes that read a body, as the app states them, and somebody who may call each. */
let routes: { path: string; client: Client }[];
beforeAll(async () => {
  web = await testApp();
  const reading = statedRoutes(web.app).filter(({ body }) => body !== undefined);
  routes = await Promise.all(
    reading.map(async ({ path, act }) => {
      const [role = "hr"] = act === undefined || act === "everyone" ? [] : rolesOf(act);
      return {
        path: path
          .replace("/pair-schemes/:id", "/pair-schemes/pair-standard")
          .replace("/schemes/:id", "/schemes/literal")
          .replaceAll(/:\w+/g, "x1"),
        client: await web.as({ id: `p-${role}`, role }),
      };
    }),
  );
});

const levels = 100_000;
const members = 50_000;
const numbers = Array.from({ length: members }, (_, number) => number);
const manyMembers = JSON.stringify(Object.fromEntries(numbers.map((each) => [`m${each}`, {}])));
const manyFields = numbers.map((each) => `f${each}=1`).join("&");
const manyParts = numbers.map((each) => `evidence.${each}=1`).join("&");
const manyPieces = `${numbers
  .map((each) => `--x\r\nContent-Disposition: form-data; name="f${each}"\r\n\r\n1\r\n`)
  .join("")}--x--\r\n`;
const bodies: readonly (readonly [string, string, string, string])[] = [
  ["a multipart body without boundary", "multipart/form-data", "garbage", "bad-request"],
  ["a multipart body that is cut off", "multipart/form-data; boundary=x", "--x\r\nfoo", "bad-request"],
  ["JSON that is cut off", "application/json", "{", "invalid-json"],
  ["JSON that is no object", "application/json", "[]", "invalid-json"],
  [
    "JSON of very many levels",
    "application/json",
    `{"name":${"[".repeat(levels)}${"]".repeat(levels)}}`,
    "too-many-members",
  ],
  ["JSON of very many members", "application/json", manyMembers, "too-many-members"],
  ["JSON of a very long list", "application/json", `{"seen":[${"0,".repeat(members)}0]}`, "too-many-members"],
  [
    "a form of one very long field",
    "application/x-www-form-urlencoded",
    `reason=${"+".repeat(longestFormBytes)}`,
    "too-many-members",
  ],
  ["a form of very many fields", "application/x-www-form-urlencoded", manyFields, "too-many-members"],
  [
    "a form of very many parts of one field",
    "application/x-www-form-urlencoded",
    manyParts,
    "too-many-members",
  ],
  ["a multipart body of very many fields", "multipart/form-data; boundary=x", manyPieces, "too-many-members"],
];

describe("a body that cannot be read", () => {
  it("is read by many routes", () => expect(routes.length).toBeGreaterThan(60));

  // Large ones take their time: every route gets one of them, and all of the small ones.
  it.each(bodies.map((each, turn) => ({ each, turn })))("$each.0 is refused", async ({ each, turn }) => {
    const [, type, body, code] = each;
    const isLarge = code === "too-many-members";
    const met = routes.filter((_, at) => !isLarge || at % 4 === turn % 4);
    const wrong: unknown[] = [];
    for (const { path, client } of met) {
      const { httpStatus, code: answered } = await problemOf(await client.raw(path, type, body));
      if (httpStatus !== (isLarge ? 413 : 400) || answered !== code) wrong.push([path, httpStatus, answered]);
    }
    expect(wrong).toEqual([]);
  });
});

describe("an address longer than any page", () => {
  const long = "a".repeat(3000);
  it.each([`/cohorts/${long}`, `/secondments/${long}/hand-over`, `/spot-checks/${long}`, `/imports/${long}`])(
    "%.20s… leads nowhere",
    async (path) => {
      const answer = await problemOf(await web.hr.get(path));
      expect(answer).toMatchObject({ httpStatus: 404, code: "not-found" });
    },
  );
});
