import { isOwnCase } from "../access.ts";
import { signature } from "../actor.ts";
import type { Change, Ground } from "../change.ts";
import { hashOf } from "../event.ts";
import type { SecondmentEvent } from "../eventType.ts";
import { may } from "../permissions.ts";
import { accept, type Outcome, refuse } from "../refusal.ts";
import type { Statement } from "../ruling.ts";

export type StatementInput = { words?: string | undefined; note?: string | undefined };

/** Statuses in which the officer is heard: before a ruling. */
const heardIn = ["awaiting-ruling", "under-review"];
const mostStatements = 20;
/** The officer's words beside the record, by the id of the statement. */
export const statementTextName = "STATEMENT";

/**
 * The officer says in their own words what the ruling must know, or HR records that they refused to and how that was
 * established. Whoever has a proposed ruling before them must look again: its revision grows.
 */
export function giveStatement(ground: Ground, input: StatementInput): Outcome<Change> {
  const { secondment } = ground;
  if (!heardIn.includes(secondment.status))
    return refuse("not-open-to-statements", undefined, { status: secondment.status });
  if (secondment.statements.length >= mostStatements)
    return refuse("too-many-statements", undefined, { limit: mostStatements });
  if (may(ground.actor, "record-refused-statement", secondment)) return recordRefusal(ground, input.note);
  if (!may(ground.actor, "state-own-words", secondment)) return refuse("not-for-this-role");
  const { words } = input;
  if (!words) return refuse("required", "words");
  const text = { words };
  const hash = hashOf(text);
  const statement = { ...newStatement(ground), kind: "given" as const, hash };
  const { id } = statement;
  const change = added(ground, statement, { type: "statement.given", change: { statementId: id, hash } });
  return accept({ ...change, texts: [{ name: statementTextName, id, text }] });
}

function recordRefusal(ground: Ground, note: string | undefined): Outcome<Change> {
  if (isOwnCase(ground)) return refuse("own-case");
  if (!note) return refuse("required", "note");
  const statement = { ...newStatement(ground), kind: "refused" as const, note };
  const told = { statementId: statement.id, reason: note };
  return accept(added(ground, statement, { type: "statement.refused", change: told }));
}

function newStatement({ secondment, actor, today }: Ground) {
  return { id: `s${secondment.statements.length + 1}`, on: today, by: signature(actor) };
}

function added({ secondment }: Ground, statement: Statement, event: SecondmentEvent): Change {
  const rulings = secondment.rulings.map((each) =>
    each.state === "proposed" ? { ...each, revision: each.revision + 1 } : each,
  );
  return { after: { ...secondment, rulings, statements: [...secondment.statements, statement] }, event };
}
