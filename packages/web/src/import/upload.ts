import { createHash } from "node:crypto";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { KeyUse } from "@dunmiao/store/idempotency";
import type { Context } from "hono";
import { keyUse } from "../body.ts";
import type { WebEnv } from "../deps.ts";

/** The uploaded file, and the idempotency key if one was sent: its body is the bytes of the file. */
export type Upload = { bytes: Uint8Array; fileName: string; use: KeyUse | undefined };

const longestName = 120;

/** Reads the field `file` of a multipart body; refuses `file-required` when there is none. */
export async function readUpload(c: Context<WebEnv>): Promise<Outcome<Upload>> {
  const form = await formOf(c);
  const file = form.file;
  if (!(file instanceof File) || (file.name === "" && file.size === 0))
    return refuse("file-required", "file");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fileName = file.name.replace(/\p{C}/gu, "").slice(-longestName) || "file";
  const key = c.req.header("Idempotency-Key") ?? form.idempotencyKey;
  const body = { sha256: createHash("sha256").update(bytes).digest("hex") };
  return accept({ bytes, fileName, use: typeof key === "string" && key ? keyUse(c, key, body) : undefined });
}

async function formOf(c: Context<WebEnv>) {
  try {
    return await c.req.parseBody();
  } catch (error) {
    // What the platform throws on a multipart body that is cut off or has no boundary.
    if (error instanceof TypeError) return {};
    throw error;
  }
}
