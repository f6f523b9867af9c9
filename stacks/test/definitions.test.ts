import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { all } from "./rules/look.ts";
import { places } from "./synth/aws.ts";
import { synthesize } from "./synth/synthesize.ts";

type Validated = { isValid: boolean; errors: { Message: string }[] };
const validator: (definition: unknown) => Validated = createRequire(import.meta.url)("asl-validator");

test.each(["global", "china"] as const)(
  "the definitions that are deployed are valid, %s regions",
  async (at) => {
    const machines = all(
      await synthesize({ stage: "production", place: places[at] }),
      "sfn/stateMachine:StateMachine",
    );
    expect(machines).toHaveLength(7);
    for (const { inputs } of machines) {
      const { isValid, errors } = validator(JSON.parse(inputs.definition));
      expect(
        errors.map(({ Message }) => Message),
        inputs.name,
      ).toEqual([]);
      expect(isValid).toBe(true);
    }
  },
);
