import { describe, expect, test } from "vitest";
import * as z from "zod";
import { standsOnRung } from "../src/access.ts";
import { actorSchema } from "../src/actor.ts";
import { may, mayTry } from "../src/permissions.ts";
import data from "./cases/scope.json" with { type: "json" };
import { person, secondment } from "./support/world.ts";

const cases = z
  .array(
    z.strictObject({
      who: actorSchema.shape.role,
      unit: z.string().optional(),
      serviceNumber: z.string().optional(),
      sees: z.boolean(),
    }),
  )
  .parse(data);

describe("who sees a secondment: whole-bureau roles, the units it touches, the officer", () => {
  test.each(cases)("$who of $unit$serviceNumber: $sees", ({ who, sees, ...bounds }) => {
    expect(may({ id: "someone", role: who, ...bounds }, "read-secondment", secondment())).toBe(sees);
  });
});

test("the rungs: station below branch below bureau, and nobody else stands on any", () => {
  const stands = (role: Parameters<typeof standsOnRung>[0]) =>
    (["station", "branch", "bureau"] as const).filter((rung) => standsOnRung(role, rung));
  expect(stands("station")).toEqual(["station"]);
  expect(stands("branch")).toEqual(["station", "branch"]);
  expect(stands("approver")).toEqual(["station", "branch", "bureau"]);
  for (const role of ["hr", "sending", "officer", "mentor", "inspector", "auditor", "system"] as const)
    expect(stands(role)).toEqual([]);
});

test("an auditor, a mentor and the sending unit change nothing about an absence", () => {
  const acts = [
    "record-request",
    "record-finding",
    "confirm-finding",
    "amend-or-void",
    "approve-proposal",
  ] as const;
  for (const role of ["auditor", "mentor", "sending"])
    expect(acts.filter((act) => mayTry(person(role), act))).toEqual([]);
});
