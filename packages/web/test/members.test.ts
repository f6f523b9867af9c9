import fc from "fast-check";
import { expect, test } from "vitest";
import { deepestBody, isTooLarge, mostMembers } from "../src/members.ts";

const isRefused = (json: string) => isTooLarge(Buffer.from(json));

/** Members and levels of a value that was parsed: what the scan tells from the bytes alone. */
function sizeOf(value: unknown): { members: number; levels: number } {
  if (value === null || typeof value !== "object") return { members: 0, levels: 0 };
  const inner = Object.values(value).map(sizeOf);
  return {
    members: inner.reduce((sum, each) => sum + each.members, inner.length),
    levels: 1 + Math.max(0, ...inner.map((each) => each.levels)),
  };
}

const list = (length: number) => Array.from({ length }, (_, at) => at);
const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;

test.each([
  ["as many members as may be", JSON.stringify(list(mostMembers)), false],
  ["one more", JSON.stringify(list(mostMembers + 1)), true],
  ["as many of an object", JSON.stringify(Object.fromEntries(list(mostMembers).entries())), false],
  ["one more of an object", JSON.stringify(Object.fromEntries(list(mostMembers + 1).entries())), true],
  ["as many levels as may be", nested(deepestBody), false],
  ["one more level", nested(deepestBody + 1), true],
  ["members in members, counted together", `{"a":${JSON.stringify(list(mostMembers - 1))}}`, false],
  ["one more together", `{"a":${JSON.stringify(list(mostMembers))}}`, true],
  ["signs within a text are text", JSON.stringify({ a: "[{,".repeat(mostMembers) }), false],
  ["a text full of marks and backslashes", JSON.stringify({ a: '\\"[,'.repeat(mostMembers) }), false],
  ["a text that ends in backslashes", `["\\\\",${nested(deepestBody)}]`, true],
  ["a text that never ends is left to the parser", `["${"[".repeat(99)}`, false],
  ["nothing but openings", "[".repeat(99), true],
  ["nothing", "", false],
])("a body of %s", (_, json, refused) => {
  expect(isRefused(json)).toBe(refused);
});

test("a body is refused exactly where it is beyond the caps, whatever is in it and however it is laid out", () => {
  const awkward = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom('"', "\\", '\\"', "[{,}]", "\\\\", "[]"),
  );
  const { body } = fc.letrec((tie) => ({
    leaf: fc.oneof(awkward, fc.integer(), fc.boolean(), fc.constant(null)),
    body: fc.oneof(
      { depthSize: "large", maxDepth: deepestBody + 4, withCrossShrink: true },
      tie("leaf"),
      fc.array(tie("body"), { maxLength: 3 }),
      fc.dictionary(awkward, tie("body"), { maxKeys: 3 }),
    ),
  }));
  const deeper = fc.integer({ min: 0, max: deepestBody + 2 });
  const wider = fc.constantFrom(0, 1, mostMembers - 9, mostMembers);
  const sides = new Set<boolean>();
  fc.assert(
    fc.property(body, deeper, wider, fc.constantFrom(undefined, 1, "\t"), (inner, depth, width, indent) => {
      let value: unknown = width > 0 ? [inner, ...list(width)] : inner;
      for (let level = 0; level < depth; level += 1) value = level % 2 ? { a: value } : [value];
      const { members, levels } = sizeOf(value);
      const refused = members > mostMembers || levels > deepestBody;
      sides.add(refused);
      expect(isRefused(JSON.stringify(value, null, indent))).toBe(refused);
    }),
    { numRuns: 100 },
  );
  expect(sides.size).toBe(2);
});
