import { describe, expect, test } from "vitest";
import { assessorNames } from "../src/overview/assessorNames.ts";
import { textFor } from "./ui/texts.ts";

const units = {
  branch: ["B1", "江岸分局"],
  station: ["S1", "一元派出所"],
  sending: ["O1", "刑侦支队"],
} as const;
const form = (by: string, author: string) =>
  ["end", "assessment", by, "final", "competent", author, "2026-03-02"] as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
const people = [
  { ...units, forms: [form("station", "acc-1"), form("branch", "acc-2")] },
  {
    ...units,
    forms: [form("station", "acc-1"), form("hr", "acc-3"), form("sending", "")],
    signers: [["acc-1", "station", "一元派出所 王所长"]] as [string, string, string][],
  },
];

describe("who wrote a form is called", () => {
  test.each([
    ["by unit, name and role where the name was kept", "acc-1", "一元派出所 王所长（派出所）"],
    ["by the unit that filed where it was not", "acc-2", "江岸分局（分局）"],
    ["by the role alone where the form is no unit's", "acc-3", "政治部"],
    ["as somebody unknown where no form is theirs", "acc-9", "未留姓名"],
    ["by nothing where there is no form", "", ""],
  ])("%s", (_, account, name) => {
    expect(assessorNames(textFor("zh-CN"), people)(account)).toBe(name);
  });
});
