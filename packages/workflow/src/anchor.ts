import type { NoteKey } from "@dunmiao/domain/audit/signedNote";

/** What is asked of where heads are kept. */
export type Anchors = {
  /** The newest head that was kept; undefined where there is none. Rejects where it cannot be read. */
  readonly newest: () => Promise<string | undefined>;
  /** Every head that is kept of a day (YYYY-MM-DD), as far as it can be read there; none where none is. */
  readonly of: (day: string) => Promise<readonly string[]>;
};

/** A key and how it signs: Ed25519, of the bytes 64 bytes. */
export type Signer = { readonly key: NoteKey; readonly sign: (message: Uint8Array) => Promise<Uint8Array> };

/** Who signs the head of a day, and where it is kept so that nobody can change it afterwards. */
export type Anchor = Anchors & {
  /** Name of the keys, and whose tree it is: what the first line of every head says. */
  readonly origin: string;
  /** Who signs the head of a day (YYYY-MM-DD): one, or two while one key hands over to the next; the older first. */
  readonly signers: (day: string) => Promise<readonly Signer[]>;
  /** The public keys with their days, a line each (`keyRingText`). */
  readonly keyText: () => Promise<string>;
  /**
   * Keeps the signed head of a day (YYYY-MM-DD); the same one again changes nothing. Another one of that day, as after a
   * restore, is kept beside the first, never over it.
   */
  readonly keep: (day: string, note: string) => Promise<void>;
};
