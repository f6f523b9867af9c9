import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FirstLink } from "@dunmiao/web/signIn/firstLink";

type Opened = { link: FirstLink /** Where it is written; the link itself is in no log. */; file: string };

/**
 * Writes the one-time link of the first administrator into a file that its owner alone may read; every start writes
 * another one. `onUsed` is told once the administrator is there, and the file goes.
 */
export function openFirstLink(dataDir: string, origin: string, onUsed: () => void): Opened {
  const file = join(dataDir, "first-administrator.txt");
  const token = randomBytes(32).toString("base64url");
  const expected = digest(token);
  let isUsed = false;
  rmSync(file, { force: true });
  writeFileSync(file, `${origin}/set-up?token=${token}\n`, { mode: 0o600, flag: "wx" });
  const link: FirstLink = {
    isRight: (given) => !isUsed && timingSafeEqual(digest(given), expected),
    onUsed: () => {
      isUsed = true;
      closeFirstLink(dataDir);
      onUsed();
    },
  };
  return { link, file };
}

/** Takes the file of an earlier start away: there is an administrator. */
export function closeFirstLink(dataDir: string): void {
  rmSync(join(dataDir, "first-administrator.txt"), { force: true });
}

/** Where there is an administrator no link is right. */
export const noFirstLink: FirstLink = { isRight: () => false, onUsed: () => {} };

function digest(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
