import { afterAll, describe, expect, test } from "vitest";
import { allRules } from "./rules/all.ts";
import { one } from "./rules/look.ts";
import { robotSecretIn } from "./rules/robot.ts";
import { signInSecretIn } from "./rules/signIn.ts";
import { places } from "./synth/aws.ts";
import { type Synth, synthesize, withRobot, withSignIn } from "./synth/synthesize.ts";

const cases = [
  { stage: "production", at: "global", robots: 0, providers: 1 },
  { stage: "production", at: "china", robots: 0, providers: 0 },
  { stage: "production", at: "china", robots: 1, providers: 0 },
  { stage: "li", at: "global", robots: 0, providers: 0 },
  { stage: "li", at: "china", robots: 0, providers: 0 },
] as const;

describe.each(cases)(
  "stage $stage, $at regions, $robots robots, $providers providers",
  ({ stage, at, robots, providers }) => {
    let synth: Synth | undefined;
    const changes = [...(robots ? [withRobot] : []), ...(providers ? [withSignIn] : [])];
    const synthOnce = async () => {
      synth ??= await synthesize({ stage, place: places[at], changes });
      return synth;
    };
    afterAll(() => {
      synth = undefined;
    });

    test.each(Object.entries(allRules))("%s", async (_rule, check) => {
      expect(check(await synthOnce())).toEqual([]);
    });

    test("a WeCom group is told only where a stage asks for it", async () => {
      expect(robotSecretIn(await synthOnce()) !== undefined).toBe(robots > 0);
    });

    test("the site is open only where a stage says how people sign in", async () => {
      expect(signInSecretIn(await synthOnce()) !== undefined).toBe(providers > 0);
    });

    test("the site says to whom its weaknesses are reported only where a stage does", async () => {
      const site = one(await synthOnce(), "lambda/function:Function", "SiteFunction");
      expect(site.inputs.environment.variables.SECURITY_CONTACT).toBe(
        providers > 0 ? "mailto:duty@dunmiao.example" : undefined,
      );
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
  },
);
