import { afterAll, describe, expect, test } from "vitest";
import { allRules } from "./rules/all.ts";
import { places } from "./synth/aws.ts";
import { type Synth, synthesize } from "./synth/synthesize.ts";

const cases = [
  { stage: "production", at: "global" },
  { stage: "production", at: "china" },
  { stage: "li", at: "global" },
  { stage: "li", at: "china" },
] as const;

describe.each(cases)("stage $stage, $at regions", ({ stage, at }) => {
  let synth: Synth | undefined;
  const synthOnce = async () => {
    synth ??= await synthesize({ stage, place: places[at] });
    return synth;
  };
  afterAll(() => {
    synth = undefined;
  });

  test.each(Object.entries(allRules))("%s", async (_rule, check) => {
    expect(check(await synthOnce())).toEqual([]);
  });

  test("names fit and none is taken twice", async () => {
    const { resources } = await synthOnce();
    const named = resources.flatMap(({ type, inputs }) => (inputs.name ? [`${type} ${inputs.name}`] : []));
    expect(named.filter((each, at) => named.indexOf(each) !== at)).toEqual([]);
    const longest = {
      "aws:iam/role:Role": 64,
      "aws:lambda/function:Function": 64,
      "aws:sfn/stateMachine:StateMachine": 80,
    };
    for (const { type, inputs } of resources)
      expect(String(inputs.name ?? "").length).toBeLessThanOrEqual(
        Object.entries(longest).find(([t]) => t === type)?.[1] ?? 255,
      );
  });
});
