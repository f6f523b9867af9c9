import type { Account } from "@dunmiao/domain/account";
import { presentEmergency } from "@dunmiao/domain/account/emergency";
import type { Actor } from "@dunmiao/domain/actor";
import { accountNoun } from "@dunmiao/store/account";
import type { Store } from "@dunmiao/store/engine/client";
import { loadRecord } from "@dunmiao/store/engine/record";
import { sessionHash } from "@dunmiao/store/engine/sessionHash";
import { goesOn, type SignedInBy, usableRoles } from "@dunmiao/store/presentAccount";
import { noteRoleUse } from "@dunmiao/store/roleUse";
import { loadEndedActor, loadRunning, revokeSession } from "@dunmiao/store/session";
import { signIn } from "@dunmiao/store/signedIn";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { WebEnv } from "../deps.ts";

/** Somebody who is signed in with an account, whether or not they have a role: the session's name and start (seconds). */
export type SignedInHere = {
  account: Account;
  hash: string;
  since: number;
  assignment: string | undefined;
  secondFactor: Actor["secondFactor"];
};

/** Who signed in: three reads; undefined for nobody, and once the account is suspended or its emergency is over. */
export async function signedInHere(c: Context<WebEnv>): Promise<SignedInHere | undefined> {
  const { store, sessionCookie } = c.var.deps;
  const cookie = getCookie(c, sessionCookie);
  if (!cookie) return undefined;
  const hash = sessionHash(cookie);
  const session = await loadRunning(store, hash);
  if (session?.actor.assignment === undefined) return undefined;
  const account = await loadRecord(store, accountNoun, session.actor.id);
  if (!account || !goesOn(account, session.actor, c.var.deps.clock.now())) return undefined;
  const { assignment, secondFactor } = session.actor;
  return { account, hash, since: session.since, assignment, secondFactor };
}

type Started = {
  assignment?: string | undefined;
  /** Carries a session on: when the person signed in. */
  since?: number;
  secondFactor?: Actor["secondFactor"];
};

/**
 * Gives the browser a new session in one of the person's roles, and ends the one that it had: the role that is asked for,
 * else the one of their session that ended here by itself, whose forms are kept for it.
 */
export async function startSession(
  c: Context<WebEnv>,
  account: Account,
  { since, ...of }: Started = {},
): Promise<void> {
  const { store, sessionCookie } = c.var.deps;
  const current = getCookie(c, sessionCookie);
  const before = current === undefined ? undefined : await loadEndedActor(store, current);
  const assignment = of.assignment ?? (before?.id === account.id ? before.assignment : undefined);
  await endSession(c);
  const device = c.req.header("User-Agent") ?? "";
  const emergency = presentEmergency(account, c.var.deps.clock.now())?.id;
  const actor = await actorFor(store, account, c.var.today, { ...of, assignment, emergency });
  const cookie = await signIn(store, actor, { device, since });
  const used = { account: account.id, assignment: actor.assignment ?? "none", on: c.var.today };
  if (used.assignment !== "none") await noteRoleUse(store, used);
  setCookie(c, sessionCookie, cookie, cookieOptions(c));
}

/** Ends the session of this browser, and takes its cookie away. */
export async function endSession(c: Context<WebEnv>): Promise<void> {
  const { store, sessionCookie } = c.var.deps;
  const current = getCookie(c, sessionCookie);
  if (!current) return;
  await revokeSession(store, current);
  deleteCookie(c, sessionCookie, cookieOptions(c));
}

/** The role that was asked for, else the first that can be used; who has none is nobody to every page but their own. */
async function actorFor(
  store: Store,
  account: Account,
  today: string,
  { assignment, secondFactor, emergency }: Pick<Started, "assignment"> & SignedInBy,
): Promise<Actor> {
  const proven = { ...(secondFactor && { secondFactor }), ...(emergency && { emergency }) };
  const usable = await usableRoles(store, account, today, proven);
  const { id, name } = account;
  return (
    usable.find((each) => each.assignment === assignment) ??
    usable[0] ?? { id, name, role: "officer", assignment: "none", ...proven }
  );
}

/** Whether the address under which people come here is encrypted: a browser drops a Secure cookie without it. */
export function isHttps(c: Context<WebEnv>): boolean {
  return c.var.deps.origin?.startsWith("https:") === true;
}

/** Sent with this site's own requests and with links to it, out of reach of scripts. */
export function cookieOptions(c: Context<WebEnv>) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: isHttps(c) } as const;
}
