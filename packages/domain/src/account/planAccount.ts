import type { Account, AccountInput, Assignment, AssignmentInput } from "../account.ts";
import { accept, type Outcome, type Refusal, refuse } from "../refusal.ts";
import type { Unit } from "../unit.ts";
import { type AccountChange, type AccountGround, grantRole } from "./roles.ts";

/** An account that nobody has signed in to. */
export function newAccount({ number: id, name, kind }: AccountInput): Account {
  const account = { id, version: 0, head: "", name, assignments: [], hasSecondFactor: false };
  return { ...account, status: "active", ...(kind && { kind }) };
}

/** What a list says of one person: `row` counts from 1 as the file shows it; without a role it opens the account alone. */
export type PlannedRow = AccountInput & {
  readonly row: number;
  readonly assignment?: AssignmentInput | undefined;
};
/** What becomes of the rows of one person: changes in their order, none where all is there already; rows that are refused. */
export type AccountPlan = {
  readonly changes: readonly AccountChange[];
  /** Rows that say only what is there already. */
  readonly unchanged: number;
  readonly refused: readonly { readonly row: number; readonly refusals: readonly Refusal[] }[];
};
type PlanGround = AccountGround & {
  readonly units: ReadonlyMap<string, Unit>;
  /** Roles of the same person in accounts under other numbers. */
  readonly elsewhere?: readonly Assignment[];
  readonly newId: () => string;
};

/**
 * The account of one person as the rows of a list want it: opened where there is none, every role as one that waits for the
 * other hand. A row that the rules refuse changes nothing; the others count all the same.
 */
export function planAccount(
  before: Account | undefined,
  rows: readonly PlannedRow[],
  ground: PlanGround,
): AccountPlan {
  const changes: AccountChange[] = [];
  const refused: { row: number; refusals: readonly Refusal[] }[] = [];
  let account = before;
  let unchanged = 0;
  for (const planned of rows) {
    const steps = stepsOf(account, planned, ground);
    if (steps.ok) {
      if (steps.value.length === 0) unchanged += 1;
      changes.push(...steps.value);
      account = steps.value.at(-1)?.after ?? account;
    } else refused.push({ row: planned.row, refusals: steps.refusals });
  }
  return { changes, unchanged, refused };
}

function stepsOf(
  before: Account | undefined,
  { number, name, assignment }: PlannedRow,
  ground: PlanGround,
): Outcome<AccountChange[]> {
  const account = before ?? newAccount({ number, name });
  if (account.name !== name) return refuse("account-name-differs", "name", { name: account.name });
  if (account.status === "suspended") return refuse("account-suspended", "number");
  const opened: AccountChange = { after: account, event: { type: "account.opened", change: { name } } };
  const first = before ? [] : [opened];
  if (!assignment) return accept(first);
  const { units, newId } = ground;
  const unit = assignment.unit === undefined ? undefined : units.get(assignment.unit);
  const granted = grantRole(account, assignment, { ...ground, id: newId(), unit, isProposal: true });
  return granted.ok ? accept([...first, granted.value]) : granted;
}
