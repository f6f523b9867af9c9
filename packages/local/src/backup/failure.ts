import type { BackupFailure } from "@dunmiao/domain/backup";
import { isDamage } from "../damage.ts";
import { BackupError, noRoom } from "./takeBackup.ts";

/** Status with which the command ends, by why. */
export const statusOf = {
  other: 1,
  "no-room": 3,
  "not-writable": 4,
  "not-sound": 5,
} as const satisfies Record<BackupFailure, number>;

const roomCodes = ["ENOSPC", "EDQUOT", "EFBIG"];
const writeCodes = ["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"];
/** SQLITE_FULL; SQLITE_READONLY and SQLITE_CANTOPEN. */
const roomErrors = [13];
const writeErrors = [8, 14];

/** Why a backup came to nothing, and the sentence that says what to do. */
export function failureOf(error: unknown): { why: BackupFailure; sentence: string } {
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof BackupError) return { why: error.why, sentence: said };
  const { code, errcode } = codesOf(error);
  if (roomCodes.includes(code) || roomErrors.includes(errcode)) return { why: "no-room", sentence: noRoom };
  if (writeCodes.includes(code) || writeErrors.includes(errcode))
    return {
      why: "not-writable",
      sentence: `The directory of backups cannot be written to (${said}): nothing was kept, the data and the earlier backups are untouched. Look at its owner, its rights and its mount.`,
    };
  if (isDamage(error))
    return {
      why: "not-sound",
      sentence: `The data cannot be read (${said}): no backup was kept, the earlier ones are untouched.`,
    };
  return { why: "other", sentence: `No backup was taken; the earlier ones are untouched. ${said}` };
}

function codesOf(error: unknown): { code: string; errcode: number } {
  if (!(error instanceof Error)) return { code: "", errcode: 0 };
  return {
    code: "code" in error ? String(error.code) : "",
    errcode: "errcode" in error ? Number(error.errcode) & 0xff : 0,
  };
}
