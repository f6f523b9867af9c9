import { type Limit, limitRoles } from "@dunmiao/domain/account/limitRoles";
import { type Stay, unitsLeft } from "@dunmiao/domain/account/unitsLeft";
import { addDays } from "@dunmiao/domain/calendarDate";
import type { Officer } from "@dunmiao/domain/officer";
import { numberNow } from "@dunmiao/domain/officerCorrection";
import { lastDayServed, type Secondment } from "@dunmiao/domain/secondment";
import { accountNoun, deriveAccount } from "./account.ts";
import { type Acting, stampOf, systemActor } from "./engine/acting.ts";
import type { Store } from "./engine/client.ts";
import { byOfficer } from "./engine/lists.ts";
import { loadRecord } from "./engine/record.ts";
import { type Sealed, seal } from "./engine/seal.ts";
import { officerNoun } from "./officer.ts";
import { storedSummarySchema } from "./summaryText.ts";

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

/**
 * The account of somebody whose secondment ran its days: roles at the host that they had in them end with the last one, by the
 * system, unless they stay there by their next secondment (`further`: one that begins in the same transaction) or belong
 * there by now. As many GetItems, and one Query.
 */
export async function rolesOfEndedTerm(
  acting: Acting,
  ended: Secondment,
  further: Secondment | undefined,
): Promise<Sealed[]> {
  const number = numberNow(ended);
  const [person, stays] = await Promise.all([
    loadRecord(acting.store, officerNoun, number),
    staysOf(acting.store, number),
  ]);
  const begun = [ended, ...(further ? [further] : [])].map(stayOf);
  const left = unitsLeft([...stays, ...begun], { today: acting.today, home: person?.homeUnit });
  const limits = [ended.hostBranch, ended.hostStation].flatMap(({ code }): Limit[] => {
    const lastDay = left.get(code);
    return lastDay === undefined
      ? []
      : [{ units: [code], lastDay, because: "secondment", sparesLater: true }];
  });
  const bySystem = { ...acting, actor: systemActor("progress") };
  return limits.length > 0 ? limitedOf(bySystem, person, number, limits) : [];
}

function stayOf(secondment: Secondment): Stay {
  const { hostBranch, hostStation, term } = secondment;
  return { units: [hostBranch.code, hostStation.code], from: term.from, to: lastDayServed(secondment) };
}

/** Where a person was, is or will be on secondment. One Query. */
export async function staysOf(store: Store, number: string): Promise<Stay[]> {
  const { rows } = await byOfficer(store, number, storedSummarySchema);
  return rows.flatMap(({ summary: { status, branch, station, from, to } }) =>
    status === "withdrawn" ? [] : [{ units: [branch[0], station[0]], from, to }],
  );
}

/** The account of somebody who leaves a unit today: what they could do there ended yesterday. As many GetItems. */
export function rolesOfMover(acting: Acting, { id, homeUnit }: { id: string; homeUnit: string }) {
  const limit = { units: [homeUnit], lastDay: addDays(acting.today, -1), because: "move" } as const;
  return limited(acting, id, limit);
}

async function limited(acting: Acting, number: string, limit: Limit): Promise<Sealed[]> {
  return limitedOf(acting, await loadRecord(acting.store, officerNoun, number), number, [limit]);
}

/** The accounts of somebody under every number that was merged into theirs: they sign in under any of them. */
async function limitedOf(
  acting: Acting,
  person: Officer | undefined,
  number: string,
  limits: readonly Limit[],
): Promise<Sealed[]> {
  const former = (person?.numbers ?? []).map((each) => each.number);
  const found = await Promise.all([number, ...former].map((each) => limitedUnder(acting, each, limits)));
  return found.flat();
}

async function limitedUnder(acting: Acting, number: string, limits: readonly Limit[]): Promise<Sealed[]> {
  const before = await loadRecord(acting.store, accountNoun, number);
  if (!before) return [];
  const steps: ReturnType<typeof limitRoles> = [];
  for (const limit of limits) steps.push(...limitRoles(steps.at(-1)?.after ?? before, limit));
  const last = steps.at(-1);
  if (!last) return [];
  const earlier = steps.slice(0, -1).map((each) => ({ ...each, actor: acting.actor }));
  const stamp = stampOf(acting, await acting.calendar.current());
  return [seal({ noun: accountNoun, before, ...last, earlier, derive: deriveAccount }, stamp)];
}
