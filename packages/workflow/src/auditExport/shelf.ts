/** Where an export lies while it is written, and when it is whole. */
export type ExportShelf = {
  /** The public key of the heads, as a C2SP key text. */
  readonly keyText: () => Promise<string>;
  /** The page that checks exports (`verify.html`); undefined where it cannot be had: the export then says so. */
  readonly verifierPage: () => Promise<string | undefined>;
  /** Keeps a piece of an export; the same name again replaces it. */
  readonly keep: (id: string, name: string, text: string) => Promise<void>;
  /** The bytes of a piece. */
  readonly read: (id: string, name: string) => AsyncIterable<Uint8Array>;
  /** Takes in the ZIP, whose bytes come in their order; it is there only once it is whole. */
  readonly seal: (id: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>;
};
