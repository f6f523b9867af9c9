import type { SpotCheck } from "@dunmiao/domain/spotCheck";
import { drawnInQuarterOf, drawnWrite } from "@dunmiao/store/drawn";
import type { Acting } from "@dunmiao/store/engine/acting";
import { commitAll } from "@dunmiao/store/engine/commit";
import { seedKey } from "@dunmiao/store/engine/keys";
import { seal } from "@dunmiao/store/engine/seal";
import type { Beside } from "@dunmiao/store/engine/writes";
import { spotCheckDecision, spotCheckNoun } from "@dunmiao/store/spotCheck";
import { demoActor } from "../desk/personas.ts";
import { noon } from "./record.ts";
import type { DrawnCheck } from "./spotCheck.ts";

/** The check with all its events, its seed and what it drew in its quarter, in one transaction; one of an earlier seed stays. */
export async function writeCheck(acting: Acting, { check, seed, steps }: DrawnCheck): Promise<void> {
  const calendarVersion = (await acting.calendar.current()).version;
  let before: SpotCheck | undefined;
  const sealed = steps.map(({ on, ...step }) => {
    const stamp = { actor: demoActor("inspector"), at: on + noon, on, calendarVersion };
    const last = seal({ noun: spotCheckNoun, before, ...spotCheckDecision(step) }, stamp);
    before = last.record;
    return last;
  });
  const last = sealed.at(-1);
  if (!last) throw new Error("demo: a spot check without a step");
  const whole = { ...last, seen: 0, eventItems: sealed.flatMap(({ eventItems }) => eventItems) };
  const seedWrite: Beside = { put: { ...seedKey(check.id), seed }, onlyOver: "nothing" };
  const beside = [seedWrite, drawnWrite(await drawnInQuarterOf(acting.store, check.on), check)];
  const written = await commitAll(acting.store, [whole], { beside });
  if (written.outcome !== "committed" && written.outcome !== "exists")
    throw new Error(`demo: the spot check was not written: ${written.outcome}`);
}
