import { describe, expect, test } from "vitest";
import * as z from "zod";
import { actorSchema } from "../src/actor.ts";
import { approvePair } from "../src/pair/approvePair.ts";
import { holdApprentice, holdMentor } from "../src/pair/holding.ts";
import { planPair } from "../src/pair/planPair.ts";
import { pairSchema } from "../src/pair.ts";
import { presetPairSchemes } from "../src/pairScheme.ts";
import { pairSchemeSchema } from "../src/pairSchemeSchema.ts";
import holds from "./cases/holdMentor.json" with { type: "json" };
import plans from "./cases/planPair.json" with { type: "json" };
import { pair, pairGround, pairScheme, people, planGround, usual } from "./support/pairs.ts";
import { answerOf, must } from "./support/world.ts";

test.each(presetPairSchemes.map((each) => [each.id, each] as const))(
  "the preset %s is a pair scheme",
  (_, each) => {
    expect(pairSchemeSchema.parse(each)).toEqual(each);
  },
);

const planSchema = z.strictObject({
  name: z.string(),
  input: z.record(z.string(), z.unknown()).default({}),
  scheme: z.string().optional(),
  actor: actorSchema.omit({ id: true }).default({ role: "hr" }),
  answer: z.string(),
});

describe("planning a pair", () => {
  test.each(z.array(planSchema).parse(plans))("$name: $answer", ({ input, scheme, actor, answer }) => {
    const { kin = usual.kin, ...facts } = input as Partial<typeof usual>;
    const whole = { ...usual, ...facts, kin: kin ?? undefined };
    const outcome = planPair(
      whole,
      planGround(whole, { scheme: pairScheme(scheme), actor: { id: "x", ...actor } }),
    );
    expect(outcome.ok ? outcome.value.after.status : answerOf(outcome)).toBe(answer);
  });

  test("it is what the schema says, with an entry for each month, a look at the middle and the final test", () => {
    const planned = pair();
    expect(pairSchema.parse(planned)).toEqual(planned);
    const keys = planned.checkpoints.map(({ key }) => key.split(".")[0]);
    expect(keys.filter((key) => key === "month")).toHaveLength(13);
    expect(keys).toContain("mid-term");
    expect(keys.at(-1)).toBe("month");
    expect(keys).toContain("final-test");
  });
});

describe("approving a pair", () => {
  const proposed = pair({ status: "proposed" });
  test.each([
    ["hr2", "active"],
    ["hr", "same-person-decides"],
    ["station", "forbidden"],
    ["sending", "forbidden"],
    ["mentor", "forbidden"],
    ["apprentice", "forbidden"],
  ] as const)("by %s: %s", (who, answer) => {
    const outcome = approvePair(pairGround(proposed, people[who]));
    expect(outcome.ok ? outcome.value.after.status : answerOf(outcome)).toBe(answer);
  });

  test("one of the two does not approve their own, in whatever role", () => {
    const actor = { id: "hr-3", role: "hr", serviceNumber: "100001" } as const;
    expect(answerOf(approvePair(pairGround(proposed, actor)))).toBe("own-case");
  });

  test("once is enough", () => {
    const approved = must(approvePair(pairGround(proposed, people.hr2))).after;
    expect(answerOf(approvePair(pairGround(approved, people.hr2)))).toBe("pair-not-proposed");
  });
});

const holdSchema = z.strictObject({
  name: z.string(),
  cap: z.int().default(2),
  rest: z.int().default(0),
  held: z.array(z.array(z.string())),
  wanted: z.tuple([z.string(), z.string()]),
  answer: z.string(),
});

describe("holding a mentor", () => {
  test.each(z.array(holdSchema).parse(holds))("$name: $answer", ({ cap, rest, held, wanted, answer }) => {
    const periods = held.map(([from = "", to = "", pairId = from], at) => ({
      pairId: `${pairId}${pairId === "wanted" ? "" : at}`,
      from,
      to,
    }));
    const asked = { pairId: "wanted", from: wanted[0], to: wanted[1] };
    const outcome = holdMentor(periods, asked, { loadCap: cap, restMonths: rest });
    expect(outcome.ok ? "held" : answerOf(outcome)).toBe(answer);
    if (outcome.ok) expect(outcome.value.filter(({ pairId }) => pairId === "wanted")).toEqual([asked]);
  });
});

describe("holding an apprentice for a focus", () => {
  const held = [{ pairId: "p1", from: "2026-03-01", to: "2026-08-31" }];
  test.each([
    ["2026-09-01", "2027-02-28", "held"],
    ["2026-08-31", "2027-02-28", "apprentice-has-pair"],
    ["2025-09-01", "2026-02-28", "held"],
    ["2025-09-01", "2026-03-01", "apprentice-has-pair"],
  ])("from %s to %s: %s", (from, to, answer) => {
    const outcome = holdApprentice(held, { pairId: "p2", from, to });
    expect(outcome.ok ? "held" : answerOf(outcome)).toBe(answer);
  });
});
