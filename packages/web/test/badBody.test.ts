import { beforeAll, describe, expect, it } from "vitest";
import { longestFormBytes } from "../src/members.ts";
import { problemOf, type TestApp, testApp } from "./app.ts";

let web: TestApp;
beforeAll(async () => {
  web = await testApp();
});

const routes = [
  "/cohorts",
  "/units",
  "/officers",
  "/calendar/notices",
  "/calendar/notices/x/confirm",
  "/imports/x/confirm",
  "/secondments/x/report-in",
  "/secondments/x/report-in/correct",
  "/secondments/x/report-in/corrections/r1/approve",
  "/secondments/x/report-in/corrections/r1/reject",
  "/secondments/x/report-in/corrections/r1/withdraw",
  "/secondments/x/absences",
  "/secondments/x/absences/preview",
  "/secondments/x/absences/a1/approve",
  "/secondments/x/warnings/10/acknowledge",
  "/secondments/x/checkpoints/mid-term/forms/hr",
  "/secondments/x/checkpoints/mid-term/forms/hr/check",
  "/secondments/x/assessments/f1/return",
  "/secondments/x/assessments/f1/accept",
  "/tasks/batch",
  "/spot-checks/x/cancel",
  "/spot-checks/x/results/x/correct",
  "/pairs",
  "/pairs/x/approve",
  "/pairs/x/activities",
  "/pairs/x/agreement",
  "/schemes/literal/draft",
  "/schemes/literal/draft/publish",
];
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
  describe.each(bodies)("%s", (_, type, body, code) => {
    it.each(routes)("is refused by %s", async (route) => {
      const problem = await problemOf(await web.hr.raw(route, type, body));
      expect(problem).toMatchObject({ httpStatus: code === "too-many-members" ? 413 : 400, code });
    });
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
