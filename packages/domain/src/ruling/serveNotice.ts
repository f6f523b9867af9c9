import { isOwnCase } from "../access.ts";
import { signature } from "../actor.ts";
import { addDays } from "../calendarDate.ts";
import type { Change, Ground } from "../change.ts";
import { mayTry } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Ruling } from "../ruling.ts";
import { changedRuling, findRuling } from "./rulingOf.ts";

type Receipt = NonNullable<Ruling["receipt"]>;

/** HR issues the notice of a ruling in force under its document number. */
export function issueNotice(
  ground: Ground,
  id: string,
  input: { seen?: number | undefined; number: string },
): Outcome<Change> {
  const found = findInForce(ground, id, input.seen);
  if (!found.ok) return found;
  if (found.value.notice) return refuse("notice-already-issued");
  const notice = { number: input.number, issuedOn: ground.today, by: signature(ground.actor) };
  const { number } = notice;
  return accept(
    changedRuling(ground.secondment, { ...found.value, notice }, (about) => ({
      type: "ruling.notice-issued",
      change: { ...about, number },
    })),
  );
}

/** HR records on which day and how the officer received the notice: from then the time to ask for review runs. */
export function recordReceipt(
  ground: Ground,
  id: string,
  input: { seen?: number | undefined; on: string; how: Receipt["how"] },
): Outcome<Change> {
  const { secondment, scheme, actor, today } = ground;
  const found = findInForce(ground, id, input.seen);
  if (!found.ok) return found;
  const { notice, receipt: served } = found.value;
  const { on, how } = input;
  if (!notice) return refuse("notice-not-issued");
  if (served) return refuse("already-served", undefined, { on: served.on });
  if (on > today) return refuse("in-the-future", "on", { today });
  if (on < notice.issuedOn) return refuse("before-the-notice", "on", { on: notice.issuedOn });
  const reviewUntil = addDays(on, scheme.reviewWindowDays);
  const receipt: Receipt = { on, how, by: signature(actor), reviewUntil };
  return accept(
    changedRuling(secondment, { ...found.value, receipt }, (about) => ({
      type: "ruling.served",
      change: { ...about, on, how, reviewUntil },
    })),
  );
}

function findInForce(ground: Ground, id: string, seen: number | undefined): Outcome<Ruling> {
  if (!mayTry(ground.actor, "serve-notice")) return refuse("not-for-this-role");
  if (isOwnCase(ground)) return refuse("own-case");
  const found = findRuling(ground, id, seen);
  if (!found.ok) return found;
  const { state } = found.value;
  return state === "in-force" || state === "upheld"
    ? found
    : refuse("ruling-not-in-force", undefined, { state });
}
