import { describe, expect, test } from "vitest";
import { isOwnCase, isSamePerson } from "../src/access.ts";
import type { Actor } from "../src/actor.ts";
import { placesOfRefusals } from "./support/samePerson.ts";

const hr: Actor = { id: "100001", role: "hr", serviceNumber: "100001" };
const delegate: Actor = {
  ...hr,
  role: "approver",
  actsFor: { id: "100009", name: "九号" },
  holderNumbers: ["900009"],
};
const merged: Actor = { ...hr, id: "700001", mergedNumbers: ["700001"] };

describe("another person is another human being", () => {
  test.each<[string, Actor, { id: string; actsFor?: { id: string; name: string } }, boolean]>([
    ["somebody else", hr, { id: "100002" }, false],
    ["oneself in another role", { ...hr, role: "approver" }, { id: "100001" }, true],
    ["an account under a number that was merged into one's own", hr, { id: "700001" }, false],
    ["the account of one's number, seen from the one that was merged", merged, { id: "100001" }, true],
    [
      "the same number, signed in under the merged one",
      { ...hr, mergedNumbers: ["700001"] },
      { id: "700001" },
      true,
    ],
    ["a delegate decides what the holder asked for", delegate, { id: "100009" }, true],
    ["a delegate decides what the holder asked for under another number", delegate, { id: "900009" }, true],
    ["a delegate decides what they asked for themselves", delegate, { id: "100001" }, true],
    [
      "the holder decides what was asked for in their name",
      { ...hr, id: "100009", serviceNumber: "100009" },
      { id: "100001", actsFor: { id: "100009", name: "九号" } },
      true,
    ],
    [
      "two delegates of one holder",
      { ...delegate, id: "100003", serviceNumber: "100003" },
      { id: "100001", actsFor: { id: "100009", name: "九号" } },
      true,
    ],
    [
      "a delegate decides what a stranger's delegate asked for",
      delegate,
      { id: "100003", actsFor: { id: "100004", name: "四号" } },
      false,
    ],
    ["a delegate decides what a stranger asked for", delegate, { id: "100002" }, false],
  ])("%s", (_, actor, by, is) => {
    expect(isSamePerson(actor, undefined, by)).toBe(is);
  });

  test.each<[string, Actor, string, boolean]>([
    ["one's own file", hr, "100001", true],
    ["the file of whom one acts for", delegate, "100009", true],
    ["the same under another number", delegate, "900009", true],
    ["anybody else's", delegate, "100002", false],
  ])("own case: %s", (_, actor, serviceNumber, is) => {
    expect(isOwnCase({ actor, secondment: { officer: { serviceNumber } } })).toBe(is);
  });
});

test("whoever asks for another person is tried by one account with all roles", () => {
  const ofAccounts = ["account"];
  const ofCases = ["absence", "assessment", "award", "ruling", "term"];
  const ofRecords = ["officer", "pair", "scheme"];
  // Over the running product, in the tests of the calendar's routes.
  const ofStore = ["store/notice.ts"];
  expect(placesOfRefusals()).toEqual([...ofAccounts, ...ofCases, ...ofRecords, ...ofStore].toSorted());
});
