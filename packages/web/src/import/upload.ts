import { createHash } from "node:crypto";
import { accept, type Outcome, refuse } from "@dunmiao/domain/refusal";
import type { KeyUse } from "@dunmiao/store/engine/idempotency";
import type { Context } from "hono";
import { keyUse } from "../body.ts";
import type { WebEnv } from "../deps.ts";
import type { Reader } from "../formRoute.ts";
import { hasTooManyMembers } from "../members.ts";
import { leaveOutForm } from "./form.ts";

/** The uploaded file, the headings that it is to be read without, and the idempotency key if one was sent: its body is these two. */
export type Upload = {
  bytes: Uint8Array;
  fileName: string;
  leaveOut: readonly string[];
  use: KeyUse | undefined;
};

const longestName = 120;

/** Reads the field `file` of a multipart body, or without one what was pasted into `pasted`; refuses `file-required` when there is none, `too-many-members` when there are more fields than any form has. */
async function readUpload(c: Context<WebEnv>): Promise<Outcome<Upload>> {
  if (await hasTooManyMembers(c)) return refuse("too-many-members", "file");
  const form = await formOf(c);
  const file = fileOf(form, c.var.text.importPage.pastedFile);
  if (!file) return refuse("file-required", "file");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fileName = file.name.replace(/\p{C}/gu, "").slice(-longestName) || "file";
  const key = c.req.header("Idempotency-Key") ?? form.idempotencyKey;
  const { leaveOut } = leaveOutForm.catch({ leaveOut: [] }).parse(form);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const body = { sha256, ...(leaveOut.length > 0 && { leaveOut }) };
  return accept({
    bytes,
    fileName,
    leaveOut,
    use: typeof key === "string" && key ? keyUse(c, key, body) : undefined,
  });
}

/** A form with a file, as the frame of form routes reads it. */
export const uploadBody: Reader<Upload> = {
  reads: { isUpload: true },
  read: async (c) => {
    const upload = await readUpload(c);
    return upload.ok
      ? { ok: true, value: { value: upload.value, raw: {}, use: upload.value.use } }
      : { ok: false, refusals: upload.refusals, raw: {} };
  },
};

/** What was pasted, for the form that comes back; empty where nobody may read the body. */
export async function pastedIn(c: Context<WebEnv>): Promise<string> {
  if (await hasTooManyMembers(c)) return "";
  const { pasted } = await formOf(c);
  return typeof pasted === "string" ? pasted : "";
}

function fileOf({ file, pasted }: Awaited<ReturnType<typeof formOf>>, name: string): File | undefined {
  if (file instanceof File && (file.name !== "" || file.size > 0)) return file;
  return typeof pasted === "string" && pasted.trim() !== "" ? new File([pasted], name) : undefined;
}

async function formOf(c: Context<WebEnv>) {
  try {
    return await c.req.parseBody({ all: true });
  } catch (error) {
    // What the platform throws on a multipart body that is cut off or has no boundary.
    if (error instanceof TypeError) return {};
    throw error;
  }
}
