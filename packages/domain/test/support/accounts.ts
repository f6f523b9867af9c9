import { newAccount } from "../../src/account/planAccount.ts";
import type { Account, Assignment } from "../../src/account.ts";

/** Who gave the roles. */
export const grantedBy = { id: "100002", role: "security" } as const;

/** A role at a station, in force since 2025 without an end. */
export function role(more: Partial<Assignment> = {}): Assignment {
  return {
    ...{ id: "r1", role: "station", unit: { code: "s1", name: "一元所" }, from: "2025-01-01" },
    ...{ state: "granted", grantedBy },
    ...more,
  };
}

/** An account with a second factor that holds these roles. */
export function account(assignments: Assignment[], more: Partial<Account> = {}): Account {
  return { ...newAccount({ number: "300001", name: "甲" }), assignments, hasSecondFactor: true, ...more };
}
