import { describe, expect, test } from "vitest";
import { areaCodes, areasBox, areasOf } from "../src/scheme/areaLines.ts";

const areas = [
  { key: "basic-work", name: { "zh-CN": "基础工作", en: "Basic work" } },
  { key: "casework", name: { "zh-CN": "案件办理", en: "Casework" } },
  { key: "team", name: { "zh-CN": "队伍管理", en: "Team" } },
];
const keysOf = (box: string) =>
  areasOf(box, areaCodes(areas)).map((each) => ("key" in each ? each.key : undefined));

describe("the duty areas of a draft", () => {
  test("stand in their box by name, and come back as they were", () => {
    expect(areasBox(areas)).not.toMatch(/basic-work|casework/);
    expect(areasOf(areasBox(areas), areaCodes(areas))).toEqual(areas);
  });

  test.each([
    [
      "in another order",
      "队伍管理 | Team\n基础工作 | Basic work\n案件办理 | Casework",
      ["team", "basic-work", "casework"],
    ],
    [
      "with another Chinese name",
      "基础管控 | Basic work\n案件办理 | Casework\n队伍管理 | Team",
      ["basic-work", "casework", "team"],
    ],
    [
      "with both names changed in its place",
      "甲 | A\n案件办理｜Casework\n队伍管理 | Team",
      ["basic-work", "casework", "team"],
    ],
    ["without one", "案件办理 | Casework\n队伍管理 | Team", ["casework", "team"]],
    [
      "with a new one",
      "基础工作 | Basic work\n案件办理 | Casework\n队伍管理 | Team\n服务群众 | Service",
      ["basic-work", "casework", "team", "area-4"],
    ],
    [
      "with one in the place of another that went elsewhere",
      "甲 | A\n基础工作 | Basic work\n队伍管理 | Team",
      ["area-4", "basic-work", "team"],
    ],
    ["with one name twice", "队伍管理 | Team\n队伍管理 | Team", ["team", "area-4"]],
  ])("%s keep the codes that records know them by", (_, box, keys) => {
    expect(keysOf(box)).toEqual(keys);
  });

  test("of a form that lost its codes are new ones", () => {
    expect(areasOf("甲 | A\n乙", undefined)).toEqual([
      { key: "area-1", name: { "zh-CN": "甲", en: "A" } },
      { key: "area-2", name: { "zh-CN": "乙", en: undefined } },
    ]);
  });
});
