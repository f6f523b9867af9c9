import { deflateRawSync } from "node:zlib";

/** A text as bytes of raw deflate (RFC 1951), as small as they get. */
export function packText(text: string): Uint8Array {
  return deflateRawSync(text, { level: 9 });
}
