import { putFlag } from "@dunmiao/store/engine/flag";
import { kinds } from "@dunmiao/store/engine/kinds";
import * as z from "zod";
import type { WorkflowDeps } from "../deps.ts";
import { logger } from "../log.ts";

const inputSchema = z.object({
  kind: z.enum(kinds).optional(),
  id: z.string().optional(),
  importId: z.string().optional(),
  noticeId: z.string().optional(),
  asOf: z.string(),
  failure: z.object({ Error: z.string().default("Error"), Cause: z.string().default("") }),
});

/** Puts a failed execution on the to-do list: one Put that neither reads nor parses the record, which may be broken. */
export function flagTask(deps: Pick<WorkflowDeps, "store" | "now">) {
  return async (raw: unknown): Promise<{ flagged: string }> => {
    const { failure, ...input } = inputSchema.parse(raw);
    const of = subjectOf(input);
    const code = failure.Error.slice(0, 80);
    const detail = messageOf(failure.Cause).replace(/\s+/g, " ").slice(0, 300);
    await putFlag(deps.store, of, { code, detail, since: deps.now() });
    logger.warn("Put before a person", { code: "workflow.flagged", ...of, asOf: input.asOf, error: code });
    return { flagged: of.id };
  };
}

const reportSchema = z.object({ errorMessage: z.string() });

/** The message in what Lambda reports as the cause of an error, `{errorType, errorMessage, trace}`; else the cause itself. */
function messageOf(cause: string): string {
  try {
    return reportSchema.parse(JSON.parse(cause)).errorMessage;
  } catch {
    return cause;
  }
}

function subjectOf(input: Omit<z.infer<typeof inputSchema>, "failure">) {
  if (input.importId) return { kind: "import" as const, id: input.importId };
  if (input.noticeId) return { kind: "notice" as const, id: input.noticeId };
  return { kind: input.kind ?? "secondment", id: input.id ?? "unknown" };
}
