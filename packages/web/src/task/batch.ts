import { isInScope } from "@dunmiao/domain/access";
import { acknowledgeWarning } from "@dunmiao/domain/acknowledgeWarning";
import type { Change, Ground } from "@dunmiao/domain/change";
import { type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { confirmReportIn } from "@dunmiao/domain/reportIn";
import type { Acting } from "@dunmiao/store/acting";
import type { KeyUse } from "@dunmiao/store/idempotency";
import { changeSecondment } from "@dunmiao/store/secondment";
import type { Batch } from "./form.ts";

export type BatchResult = { id: string; refusals: readonly Refusal[] };

/**
 * Does one act to each chosen person, one commit each; what is refused for one does not stop the others. The
 * idempotency key of the batch is one key for each person, so that a repeat goes on where the first one stopped.
 */
export async function runBatch(
  acting: Acting,
  batch: Batch,
  use: KeyUse | undefined,
): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  for (const item of batch.item) {
    const [id = "", level = ""] = item.split(":");
    const rule = (ground: Ground): Outcome<Change> => {
      if (!isInScope(ground.actor, ground.secondment)) return refuse("not-found");
      return batch.act === "acknowledge"
        ? acknowledgeWarning(ground, Number(level))
        : confirmReportIn(ground, batch.on);
    };
    const once = use && {
      use: { ...use, key: `${use.key} ${item}` },
      answer: () => ({ status: 200, body: {} }),
    };
    const changed = await changeSecondment(acting, { id, rule, once });
    results.push({ id, refusals: changed.outcome === "refused" ? changed.refusals : [] });
  }
  return results;
}
