import { base64Of, bytesOfBase64, bytesOfHex, hexOf } from "./bytes.ts";

/**
 * That one leaf lies in a tree (C2SP tlog-proof): its index, the hashes (hex) that lead from it to the root, the signed
 * note of the head with that root, and bytes of the one who made it, which nothing of this proves by itself.
 */
export type TlogProof = {
  readonly extra?: Uint8Array | undefined;
  readonly index: number;
  readonly proof: readonly string[];
  readonly checkpoint: string;
};

const firstLine = "c2sp.org/tlog-proof@v1";

/** The proof as a file. */
export function tlogProofText({ extra, index, proof, checkpoint }: TlogProof): string {
  const said = extra === undefined ? "" : `extra ${base64Of(extra)}\n`;
  const hashes = proof.map((each) => `${base64Of(bytesOfHex(each))}\n`).join("");
  return `${firstLine}\n${said}index ${index}\n${hashes}\n${checkpoint}`;
}

/** Whether a file says that it is one. */
export function isTlogProof(text: string): boolean {
  return text.startsWith(`${firstLine}\n`);
}

/** Undefined for what is none, or is cut off before its checkpoint. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const end = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split("\n");
  if (first !== firstLine) return undefined;
  const encoded = /^extra ([A-Za-z0-9+/]+=*)$/.exec(lines[0] ?? "")?.[1];
  if (encoded !== undefined) lines.shift();
  const index = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? "")?.[1];
  const proof = lines.map((line) => bytesOfBase64(line));
  if (index === undefined || proof.some((hash) => hash.length !== 32)) return undefined;
  const extra = encoded === undefined ? undefined : bytesOfBase64(encoded);
  if (extra?.length === 0) return undefined;
  return { extra, index: Number(index), proof: proof.map(hexOf), checkpoint: text.slice(end + 2) };
}
