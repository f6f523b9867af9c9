import { recountPair } from "@dunmiao/domain/pair/recountPair";
import { accept } from "@dunmiao/domain/refusal";
import { pairRail } from "@dunmiao/store/changePair";
import { putFlag } from "@dunmiao/store/engine/flag";
import { changeOnRail } from "@dunmiao/store/rail";
import { logger } from "../log.ts";
import { isPassing, refusedChange } from "../retry.ts";
import type { Recount } from "./recountSecondment.ts";

/** Dates one pair anew under a newer calendar; one that cannot be is put before a person and does not stop the others. */
export async function recountPairOrFlag({ acting, notice }: Recount, id: string): Promise<void> {
  try {
    const changed = await changeOnRail(pairRail, acting, {
      id,
      leaveDueSteps: true,
      rule: ({ record: pair, rules }) =>
        accept(recountPair({ pair, ...rules, actor: acting.actor, today: acting.today }, notice.id)),
    });
    if (changed.outcome === "refused") throw refusedChange(`pair ${id}`, changed.refusals[0]?.code);
  } catch (error) {
    if (isPassing(error)) throw error;
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    await putFlag(
      acting.store,
      { kind: "pair", id },
      { code: name, detail: message.slice(0, 300), since: acting.now },
    );
    logger.warn("Put before a person", { code: "workflow.flagged", kind: "pair", id, error: name });
  }
}
