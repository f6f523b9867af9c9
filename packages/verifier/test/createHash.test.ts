import * as node from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createHash } from "../src/page/createHash.ts";

const algorithms = ["sha256", "sm3"] as const;

test.each(algorithms)("%s of a page is that of Node, however its bytes come", (algorithm) => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 200 })), { maxLength: 4 }),
      (parts) => {
        const [ours, theirs] = [createHash(algorithm), node.createHash(algorithm)];
        for (const part of parts) {
          ours.update(part);
          theirs.update(part);
        }
        expect(ours.digest("hex")).toBe(theirs.digest("hex"));
      },
    ),
  );
});

test.each(algorithms)("%s of hex", (algorithm) => {
  const of = "00ff10";
  expect(createHash(algorithm).update(of, "hex").digest()).toEqual(
    Uint8Array.from(node.createHash(algorithm).update(of, "hex").digest()),
  );
});
