import type { Digest } from "@dunmiao/domain/digest";
import type { Scheme } from "@dunmiao/domain/scheme";
import { checkpointName } from "../ui/checkpointName.ts";
import type { Text } from "../ui/text.ts";

/** Checkpoints that are late or missed, by state: `逾期未报：月度在岗确认 2025-09、中期考核`. */
export function behindText(
  text: Text,
  checkpoints: readonly Digest["checkpoints"][number][],
  scheme: Scheme,
): string {
  const words = text.overviewPage;
  return (["late", "missed"] as const)
    .flatMap((wanted) => {
      const names = checkpoints
        .filter(([, , state]) => state === wanted)
        .map(([key]) => checkpointName(text, scheme, key));
      if (names.length === 0) return [];
      const state = text.secondmentPage.checkpointState[wanted];
      return [words.behindOf({ state, names: names.join(text.common.listMark) })];
    })
    .join(" · ");
}
