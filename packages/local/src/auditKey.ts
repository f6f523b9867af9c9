import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { endsOf, keyRingText, signersOn } from "@dunmiao/domain/audit/keyRing";
import { keyIdOf } from "@dunmiao/domain/audit/signedNote";
import type { Anchor, Signer } from "@dunmiao/workflow/anchor";
import { damaged } from "./damage.ts";
import {
  anchorsIn,
  fileOf,
  keepRing,
  makeKey,
  ownKeys,
  ownOf,
  publicFile,
  putBack,
  readRing,
  writeWhole,
} from "./keyFiles.ts";

type Report = (line: string) => void;

/**
 * Signs with a key in a file of the data directory that its owner alone can read (made at the first start), with two while
 * one hands over to the next, and keeps heads in its `anchors`, with the public keys beside them: copy them to where this
 * machine's administrator cannot write. Keys are read anew for each head, so that a hand-over needs no restart.
 * `report` hears of a second head of one day, which stands beside the first, of a new key where heads were signed before,
 * and of a key that has ended.
 * @throws DamagedDataError when the file holds no key, or is not there or holds another one while `anchors/key.txt` says
 * which it was: with a new one nobody could tell this system's heads from those of somebody who took its place
 */
export function localAnchor(dataDir: string, origin: string, report: Report): Anchor {
  const dir = anchorsIn(dataDir);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  beginRing(dataDir, origin, report);
  return {
    origin,
    signers: async (day) => signersOf(dataDir, { origin, day, report }),
    keyText: async () => keyRingText(ringIn(dataDir)),
    newest: async () => newestIn(dir),
    of: async (day) => placesIn(dir).flatMap((each) => (each.day === day ? [readIn(dir, each)] : [])),
    keep: async (day, note) => {
      const file = placeFor(dir, day, note);
      if (existsSync(join(dir, file))) return;
      writeWhole(join(dir, file), note);
      if (file !== `${day}.txt`)
        report(
          `another-head ${day}: a head of this day was signed before, as before a restore; it stays in anchors, the new one is ${file} beside it: tell the auditors why`,
        );
      endKeys(dataDir, { origin, day, report });
    },
  };
}

/** Makes sure that the newest key is the one that is known, or makes the first. */
function beginRing(dataDir: string, origin: string, report: Report): void {
  const known = readRing(dataDir);
  const own = ownKeys(dataDir, origin);
  const newest = known?.at(-1);
  if (known && newest) {
    const key = ownOf(own, newest)?.key;
    const lacks =
      own.length === 0
        ? "is not there any more"
        : `is not the key whose public half is in anchors/${publicFile}`;
    if (!key) throw damaged(fileOf(dataDir, known), lacks, putBack);
    if (newest.name === origin) return;
    keepRing(dataDir, [key]);
    if (known.length > 1)
      report(
        `another-name: heads bear the name ${origin} now; the hand-overs of keys under ${newest.name} do not lead to it: give the auditors anchors/${publicFile}`,
      );
    return;
  }
  if (own.length > 1)
    throw damaged(
      join(anchorsIn(dataDir), publicFile),
      `is not there, and ${own.map(({ file }) => basename(file)).join(", ")} might sign`,
      "Put it back from where you keep a copy, or move the key away that is to sign no more.",
    );
  const [first = makeKey(dataDir, origin, "first")] = own;
  if (own.length === 0 && readdirSync(anchorsIn(dataDir)).length > 0)
    report(
      "another-key: heads of days were signed with a key that is gone; those from now on are signed with a new one: tell the auditors why, and give them anchors/key.txt",
    );
  keepRing(dataDir, [first.key]);
}

function ringIn(dataDir: string) {
  const ring = readRing(dataDir);
  if (!ring) throw damaged(join(anchorsIn(dataDir), publicFile), "is not there any more", putBack);
  return ring;
}

type Signing = { origin: string; day: string; report: Report };

/** Those whose day it is; where only a key that has ended would have it, as after a restore, the newest. */
function signersOf(dataDir: string, { origin, day, report }: Signing): Signer[] {
  const ring = ringIn(dataDir);
  const own = ownKeys(dataDir, origin);
  const due = signersOn(ring, day);
  const signers = due.flatMap((key) => ownOf(own, key) ?? []);
  if (due.length > 1 && signers.length === 1)
    report(`key-missing ${day}: two keys hand over, and the file of one of them is gone: one signs alone`);
  const newest = ring.at(-1);
  const last = newest && ownOf(own, newest);
  if (!last) throw damaged(fileOf(dataDir, ring), "is not there any more", putBack);
  return signers.length > 0 ? signers : [last];
}

/** Once a head is kept that a key may not sign any more, its private half goes. */
function endKeys(dataDir: string, { origin, day, report }: Signing): void {
  const own = ownKeys(dataDir, origin);
  for (const { key, until } of endsOf(ringIn(dataDir))) {
    const ended = until !== undefined && until < day ? ownOf(own, key) : undefined;
    if (!ended) continue;
    rmSync(ended.file);
    report(`key-ended ${keyIdOf(key)}: it signed until ${until}; ${basename(ended.file)} was removed`);
  }
}

/** The last head of the last day. */
function newestIn(dir: string): string | undefined {
  const [newest] = placesIn(dir).toSorted((a, b) =>
    a.day === b.day ? b.place - a.place : a.day < b.day ? 1 : -1,
  );
  return newest && readIn(dir, newest);
}

function readIn(dir: string, { name }: { name: string }): string {
  return readFileSync(join(dir, name), "utf8");
}

/** The files of heads, with their day and which of that day they are. */
function placesIn(dir: string): { name: string; day: string; place: number }[] {
  return readdirSync(dir).flatMap((name) => {
    const [, day, place = "1"] = /^(\d{4}-\d{2}-\d{2})(?:\.(\d+))?\.txt$/.exec(name) ?? [];
    return day === undefined ? [] : [{ name, day, place: Number(place) }];
  });
}

/** Where the same note of that day lies already, or the first place that holds none: `2026-03-02.txt`, then `2026-03-02.2.txt`. */
function placeFor(dir: string, day: string, note: string): string {
  for (let place = 1; ; place += 1) {
    const name = place === 1 ? `${day}.txt` : `${day}.${place}.txt`;
    if (!existsSync(join(dir, name)) || readFileSync(join(dir, name), "utf8") === note) return name;
  }
}

/** The day of the newest head that is kept in a data directory; undefined where none is. */
export function lastKeptDay(dataDir: string): string | undefined {
  return placesIn(anchorsIn(dataDir))
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
}
