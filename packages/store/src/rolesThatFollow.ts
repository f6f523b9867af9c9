import { type Limit, limitRoles } from "@dunmiao/domain/account/limitRoles";
import { addDays } from "@dunmiao/domain/calendarDate";
import { numberNow } from "@dunmiao/domain/officerCorrection";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import { accountNoun, deriveAccount } from "./account.ts";
import { type Acting, stampOf } from "./engine/acting.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealed, seal } from "./engine/seal.ts";
import { officerNoun } from "./officer.ts";

/**
 * The account of somebody whose secondment was cut short or withdrawn: roles at the host end with the last day served. For
 * the transaction that does it; two GetItems, and one for each number that was merged into theirs.
 */
export function rolesOfSecondment(acting: Acting, secondment: Secondment): Promise<Sealed[]> {
  const { hostBranch, hostStation, status } = secondment;
  const lastDay = status === "withdrawn" ? addDays(acting.today, -1) : lastDayServed(secondment);
  const units = [hostBranch.code, hostStation.code];
  return limited(acting, numberNow(secondment), { units, lastDay, because: "secondment" });
}

/** The account of somebody who leaves a unit today: what they could do there ended yesterday. As many GetItems. */
export function rolesOfMover(acting: Acting, { id, homeUnit }: { id: string; homeUnit: string }) {
  const limit = { units: [homeUnit], lastDay: addDays(acting.today, -1), because: "move" } as const;
  return limited(acting, id, limit);
}

/** The accounts of somebody under every number that was merged into theirs: they sign in under any of them. */
async function limited(acting: Acting, number: string, limit: Limit): Promise<Sealed[]> {
  const person = await loadRecord(acting.store, officerNoun, number);
  const former = (person?.numbers ?? []).map((each) => each.number);
  const found = await Promise.all([number, ...former].map((each) => limitedUnder(acting, each, limit)));
  return found.flat();
}

async function limitedUnder(acting: Acting, number: string, limit: Limit): Promise<Sealed[]> {
  const before = await loadRecord(acting.store, accountNoun, number);
  const steps = before ? limitRoles(before, limit) : [];
  const last = steps.at(-1);
  if (!before || !last) return [];
  const earlier = steps.slice(0, -1).map((each) => ({ ...each, actor: acting.actor }));
  const stamp = stampOf(acting, await acting.calendar.current());
  return [seal({ noun: accountNoun, before, ...last, earlier, derive: deriveAccount }, stamp)];
}
