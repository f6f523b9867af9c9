import { expect, test } from "vitest";
import { isTlogProof, parseTlogProof, tlogProofText } from "../../src/audit/tlogProof.ts";

const hash = "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=";
const hex = Buffer.from(hash, "base64").toString("hex");
const checkpoint = `example.com/fancylog\n109482\n${hash}\n\n— example.com/fancylog hI2DJw==\n`;
const extra = Uint8Array.from([0, 10, 255, 110]);
const file = `c2sp.org/tlog-proof@v1
extra ${Buffer.from(extra).toString("base64")}
index 73894
${hash}
${hash}

${checkpoint}`;

test("a proof is written as the format says, and read back", () => {
  const proof = { extra, index: 73_894, proof: [hex, hex], checkpoint };
  expect([tlogProofText(proof), parseTlogProof(file)]).toEqual([file, proof]);
  expect([isTlogProof(file), isTlogProof("PK")]).toEqual([true, false]);
});

test("a tree of one leaf has no hashes, and extra data may be left out", () => {
  const proof = { index: 0, proof: [], checkpoint };
  expect(tlogProofText(proof)).toBe(`c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpoint}`);
  expect(parseTlogProof(tlogProofText(proof))).toEqual(proof);
});

test.each([
  ["of another version", file.replace("@v1", "@v2")],
  ["with a leading zero", file.replace("index 7", "index 07")],
  ["without an index", file.replace("index 73894\n", "")],
  ["with a hash that is too short", file.replace(hash, "AAAA")],
  ["with bits that nobody reads", file.replace(hash, hash.replace("Q=", "R="))],
  ["with extra data that are no base64", file.replace(/extra .*/, "extra /w=")],
  ["that is cut off before its checkpoint", file.slice(0, file.indexOf("\n\n"))],
])("a file %s is none", (_, text) => {
  expect(parseTlogProof(text)).toBeUndefined();
});
