import * as z from "zod";
import { secretRobot } from "../secretRobot.ts";
import type { Robot } from "../wecom.ts";

/**
 * The robot of a WeCom group whose address lies in the secret that `WECOM_WEBHOOK_SECRET` names; a stage need not have one.
 * @throws ZodError when it names no secret
 */
export function stageRobot(): Robot | undefined {
  const { WECOM_WEBHOOK_SECRET: secret } = z
    .object({ WECOM_WEBHOOK_SECRET: z.string().startsWith("arn:").optional() })
    .parse(process.env);
  return secret === undefined ? undefined : secretRobot(secret);
}
