import { createHash } from "node:crypto";
import type { PartDigests } from "./exportParts.ts";

/** Adds up what a manifest says of a part while its bytes pass. */
export function partDigester(name: string) {
  const [sha256, sm3] = [createHash("sha256"), createHash("sm3")];
  let bytes = 0;
  return {
    add: (chunk: Uint8Array): void => {
      bytes += chunk.length;
      sha256.update(chunk);
      sm3.update(chunk);
    },
    end: (): PartDigests => ({ name, bytes, sha256: sha256.digest("hex"), sm3: sm3.digest("hex") }),
  };
}
