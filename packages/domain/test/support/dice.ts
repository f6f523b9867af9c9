import type { Change, Ground } from "../../src/change.ts";
import type { Outcome } from "../../src/refusal.ts";
import { evidence } from "./acts.ts";

/** What chance gives to an act: which thing of a list, how far from today, how long, which of several answers. */
export type Dice = { nth: number; offset: number; days: number; side: number; has: boolean };
type EveryAct = {
  /** Who may do it at all; chance also lets others try. */
  by: readonly string[];
  rule: (at: Ground, dice: Dice) => Outcome<Change | undefined>;
};
export type Acts = Readonly<Record<string, EveryAct>>;

export const reason = "checked against the roster";
export const hr = ["hr", "hr-2"];
export const approvers = ["approver", "approver-2"];

export function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)];
}

export function idOf(list: readonly { id: string }[], { nth }: Dice): string {
  return pick(list, nth)?.id ?? "none";
}

export function given({ has }: Dice) {
  return has ? { evidence } : {};
}
