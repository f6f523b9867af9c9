/** Who signs the head of a day, and where it is kept so that nobody can change it afterwards. */
export type Anchor = {
  /** Name of the key, and whose tree it is: what the first line of every head says. */
  readonly origin: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: () => Promise<Uint8Array>;
  /** Ed25519 signature of the bytes, 64 bytes. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>;
  /**
   * Keeps the signed head of a day (YYYY-MM-DD); the same one again changes nothing. Another one of that day, as after a
   * restore, is kept beside the first, never over it.
   */
  readonly keep: (day: string, note: string) => Promise<void>;
};
