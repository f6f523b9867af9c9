import { refuse } from "@dunmiao/domain/refusal";
import { presentMachine } from "@dunmiao/store/presentMachine";
import { noteRoleUse } from "@dunmiao/store/roleUse";
import { countUse } from "@dunmiao/store/tries";
import type { Context } from "hono";
import type { WebEnv } from "../deps.ts";
import { answerRefused } from "../problem.tsx";
import type { MachineDoor } from "./door.ts";

const reading = ["GET", "HEAD"];

/**
 * Lets a program in by its token, as the account that its subject is bound to; answers the refusal, undefined where it may
 * go on. A token beside a session is refused: nobody could say who asks.
 */
export async function admitMachine(
  c: Context<WebEnv>,
  door: MachineDoor,
  { token, hasSession }: { readonly token: string; readonly hasSession: boolean },
): Promise<Response | undefined> {
  const found = hasSession ? refuse("token-with-cookie") : await machineOf(c, door, token);
  if (found.ok) {
    c.set("actor", found.value);
    return undefined;
  }
  const answer = await answerRefused(c, found.refusals);
  if (answer.status === 401) answer.headers.set("WWW-Authenticate", 'Bearer error="invalid_token"');
  return answer;
}

async function machineOf(c: Context<WebEnv>, door: MachineDoor, token: string) {
  const { deps, today } = c.var;
  const subject = await door.subjectOf(token);
  if (!subject.ok) return subject;
  const found = await presentMachine(deps.store, { issuer: door.issuer, subject: subject.value }, today);
  if (!found.ok) return found;
  const { id, assignment = "none", machine } = found.value;
  const use = { name: `machine ${id}`, uses: door.requestsAMinute, minutes: 1 };
  const wait = await countUse(deps.store, use, new Date(deps.clock.now()));
  if (wait !== undefined) return refuse("too-often", undefined, { minutes: Math.ceil(wait / 60) });
  if (machine !== "write" && !reading.includes(c.req.method)) return refuse("machine-reads-only");
  await noteUse(c, { account: id, assignment, on: today });
  return found;
}

const noted = new Set<string>();

/** Once a day from here: a role that no program used for long is to be looked at as those of people are. */
async function noteUse(c: Context<WebEnv>, use: { account: string; assignment: string; on: string }) {
  const name = `${use.account} ${use.assignment} ${use.on}`;
  if (noted.has(name)) return;
  noted.add(name);
  await noteRoleUse(c.var.deps.store, use);
}
