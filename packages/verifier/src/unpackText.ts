import { Inflate } from "fflate";

/** Bytes of the largest text that is read: one of many megabytes may hide in a few packed kilobytes. */
const most = 1_000_000;

/** The text in bytes of raw deflate; undefined where they are none, are cut off, or hold more than a megabyte. */
export function unpackText(packed: Uint8Array): string | undefined {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  const inflate = new Inflate((chunk, isLast) => {
    text += decoder.decode(chunk, { stream: !isLast });
  });
  // As they come: a small piece at a time shows what grows too large before it has.
  const piece = 512;
  try {
    for (let at = 0; at < packed.length; at += piece) {
      inflate.push(packed.subarray(at, at + piece), at + piece >= packed.length);
      if (text.length > most) return undefined;
    }
    return text;
  } catch {
    return undefined;
  }
}
