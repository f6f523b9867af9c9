import { createHash } from "node:crypto";
import { base64Of, bytesOfBase64, bytesOfHex, hexOf } from "./bytes.ts";

/**
 * The head of the tree at the end of a day: whose tree, its size and root (hex), the day, and the digest in SM3 (hex)
 * over all leaves.
 */
export type TreeHead = {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly day: string;
  readonly sm3: string;
};

/** A head as the text of a checkpoint (C2SP tlog-checkpoint); day and SM3 are extension lines. */
export function headText({ origin, size, root, day, sm3 }: TreeHead): string {
  const encoded = base64Of(bytesOfHex(root));
  return `${origin}\n${size}\n${encoded}\nday ${day}\nsm3 ${sm3}\n`;
}

/** Undefined for what is no checkpoint, or one of somebody who keeps no days. */
export function parseHead(text: string): TreeHead | undefined {
  const [origin, size = "", root = "", ...extensions] = text.split("\n");
  const day = /^day (\d{4}-\d{2}-\d{2})$/.exec(extensions[0] ?? "")?.[1];
  const sm3 = /^sm3 ([0-9a-f]{64})$/.exec(extensions[1] ?? "")?.[1];
  const hash = bytesOfBase64(root);
  const isWritten = /^(0|[1-9]\d*)$/.test(size) && hash.length === 32;
  if (!origin || !isWritten || day === undefined || sm3 === undefined || !text.endsWith("\n"))
    return undefined;
  return { origin, size: Number(size), root: hexOf(hash), day, sm3 };
}

/** What can be read out over the phone of a head: ten characters without those that look alike, in two groups. */
export function checkCode(head: TreeHead): string {
  return codeOf(createHash("sha256").update(headText(head)).digest());
}

/** The same of a record: of the hash (hex) of its last event, so that a print bears it before the day is signed. */
export function recordCode(head: string): string {
  return codeOf(bytesOfHex(head));
}

function codeOf(hash: Uint8Array): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  const code = Array.from(hash.subarray(0, 10), (byte) => letters[byte % letters.length]).join("");
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
