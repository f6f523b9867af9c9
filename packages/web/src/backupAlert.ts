import type { Actor } from "@dunmiao/domain/actor";
import { shanghaiDate } from "@dunmiao/domain/calendarDate";
import { mayTry } from "@dunmiao/domain/permissions";
import type { InboxMessage } from "@dunmiao/store/notification";
import type { Context } from "hono";
import type { WebEnv } from "./deps.ts";
import { formatInstant } from "./ui/format.ts";

/** Longer than a night and the morning after. */
const oldBackupMs = 26 * 3_600_000;

/**
 * That there is no backup, that the newest is older than 26 hours, or that the latest try failed; undefined where all is
 * well or it is not the reader's to know.
 */
export function backupAlert(c: Context<WebEnv>, actor: Actor): string | undefined {
  const { text } = c.var;
  const state = stateFor(c, actor);
  if (!state) return undefined;
  const { last, failed } = state;
  const words = text.accountPage;
  const why = failed === undefined ? words.whyNoBackup : words.backupFailed[failed];
  if (last === undefined) return words.noBackup + why;
  if (state.isOld) return words.oldBackup({ at: formatInstant(last) }) + why;
  return failed === undefined ? undefined : why;
}

/** The same as a message at the head of the reader's inbox, told on the day when it became so: it goes with its cause. */
export function backupMessage(c: Context<WebEnv>, actor: Actor): InboxMessage | undefined {
  const label = backupAlert(c, actor);
  const state = stateFor(c, actor);
  if (label === undefined || !state) return undefined;
  const { last, isOld } = state;
  const on = last && isOld ? shanghaiDate(new Date(Date.parse(last) + oldBackupMs)) : c.var.today;
  const code = isOld ? "backup-old" : "backup-missing";
  return { code, matter: { kind: "backup", id: last ?? "none", label }, on };
}

function stateFor(c: Context<WebEnv>, actor: Actor) {
  const { backups, clock } = c.var.deps;
  if (!backups || !mayTry(actor, "keep-accounts")) return undefined;
  const { last, failed } = backups();
  const isOld = last !== undefined && Date.parse(clock.now()) - Date.parse(last) > oldBackupMs;
  return { last, failed, isOld };
}
