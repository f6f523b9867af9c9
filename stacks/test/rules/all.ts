import type { Synth } from "../synth/synthesize.ts";
import { accessRules } from "./access.ts";
import { archiveRules } from "./archive.ts";
import type { Rules } from "./look.ts";
import { operationRules } from "./operations.ts";
import { recordRules } from "./records.ts";
import { robotRules } from "./robot.ts";
import { signInRules } from "./signIn.ts";
import { webRules } from "./web.ts";
import { workflowRules } from "./workflow.ts";

export const allRules: Rules = {
  ...recordRules,
  ...archiveRules,
  ...accessRules,
  ...workflowRules,
  ...webRules,
  ...robotRules,
  ...signInRules,
  ...operationRules,
};

/** Every rule that a synth breaks, with what breaks it. A rule that cannot even look is broken, too. */
export function broken(synth: Synth): { rule: string; why: string }[] {
  return Object.entries(allRules).flatMap(([rule, check]) => {
    try {
      return check(synth).map((why) => ({ rule, why }));
    } catch (error) {
      return [{ rule, why: String(error) }];
    }
  });
}
