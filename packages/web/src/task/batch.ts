import { isInScope } from "@dunmiao/domain/access";
import { acknowledgeWarning } from "@dunmiao/domain/acknowledgeWarning";
import type { Change, Ground } from "@dunmiao/domain/change";
import { submitForm } from "@dunmiao/domain/fileForm";
import { ledgerChangedSince } from "@dunmiao/domain/monthLedger";
import { type Outcome, type Refusal, refuse } from "@dunmiao/domain/refusal";
import { confirmReportIn } from "@dunmiao/domain/reportIn";
import type { Acting } from "@dunmiao/store/acting";
import { changeSecondment } from "@dunmiao/store/changeSecondment";
import type { KeyUse } from "@dunmiao/store/idempotency";
import type { Batch } from "./batchForm.ts";

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
  const act = actOf(batch);
  const results: BatchResult[] = [];
  for (const item of batch.item) {
    const [id = "", about = "", version] = item.split(":");
    const seen = version === undefined ? undefined : Number(version);
    const rule = (ground: Ground): Outcome<Change> =>
      isInScope(ground.actor, ground.secondment) ? act(ground, about, seen) : refuse("not-found");
    const once = use && {
      use: { ...use, key: `${use.key} ${item}` },
      answer: () => ({ status: 200, body: {} }),
    };
    const changed = await changeSecondment(acting, { id, rule, once });
    results.push({ id, refusals: changed.outcome === "refused" ? changed.refusals : [] });
  }
  return results;
}

type Act = (ground: Ground, about: string, seenVersion: number | undefined) => Outcome<Change>;

/** The rule of the act, on what it is about for each person: a warning level, or a checkpoint. */
function actOf(batch: Batch): Act {
  switch (batch.act) {
    case "acknowledge":
      return (ground, level) => acknowledgeWarning(ground, Number(level));
    case "report-in":
      return (ground) => confirmReportIn(ground, batch.on);
    case "confirm-attendance":
      return confirmMonth;
  }
}

/** The station's word on a month, unless the ledger is no longer what its list was made of. */
function confirmMonth(ground: Ground, key: string, seenVersion: number | undefined): Outcome<Change> {
  const filed = submitForm(ground, { key, by: "station" }, { evidence: [] });
  if (!filed.ok || seenVersion === undefined) return filed;
  return ledgerChangedSince(ground.secondment, seenVersion) ?? filed;
}
