import * as z from "zod";
import { inAppNotifier } from "../notifier.ts";
import { secretRobot } from "../secretRobot.ts";
import { takeStepTask } from "../tasks/progress.ts";
import { recordDeps } from "./environment.ts";

const deps = recordDeps();
/** The secret that holds the address of a WeCom group robot; a stage need not have one. */
const { WECOM_WEBHOOK_SECRET: secret } = z
  .object({ WECOM_WEBHOOK_SECRET: z.string().startsWith("arn:").optional() })
  .parse(process.env);
const robots = secret === undefined ? [] : [secretRobot(secret)];

/** Task of the machine progress: does one step, and tells whom it concerns. */
export const handler = takeStepTask({ ...deps, notifiers: [inAppNotifier(deps.store), ...robots] });
